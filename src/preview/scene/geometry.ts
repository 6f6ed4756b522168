import { BufferAttribute, BufferGeometry } from 'three'

/** A geometry of the points and normals that the worker sends: they go to the graphics card as they are. */
export function geometryOf(positions: Float32Array, normals?: Float32Array): BufferGeometry {
  const geometry = new BufferGeometry().setAttribute('position', new BufferAttribute(positions, 3))
  if (normals) geometry.setAttribute('normal', new BufferAttribute(normals, 3))
  geometry.computeBoundingBox()
  geometry.computeBoundingSphere()
  return geometry
}
