import {
  BufferGeometry,
  type ColorRepresentation,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshLambertMaterial,
  type Plane,
} from 'three'
import type { Drawable } from '../protocol.ts'
import { geometryOf } from './geometry.ts'

/** A solid in the scene whose shape can be exchanged. */
export interface SolidView {
  readonly object: Group
  /** Puts another shape in place of the one that was there, which is freed. */
  readonly show: (drawable: Drawable) => void
  readonly paint: (surface: ColorRepresentation, crease: ColorRepresentation) => void
  /** Draws the edges of all its triangles, and nothing between them. */
  readonly wire: (on: boolean) => void
  /** Leaves out what lies behind a plane. */
  readonly cut: (plane: Plane | undefined) => void
  /** The shape, to be measured. */
  readonly geometry: () => BufferGeometry
  readonly dispose: () => void
}

export function solidView({ creaseOpacity }: { readonly creaseOpacity: number }): SolidView {
  // The surface stands back a little, so that the creases on it are drawn whole. Plain diffuse light: a machine without a graphics card draws it twice as fast
  // as one with highlights, which plastic as printed hardly has.
  const surface = new MeshLambertMaterial({
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
    clipShadows: true,
  })
  const line = new LineBasicMaterial({ transparent: true, opacity: creaseOpacity })
  const mesh = new Mesh(new BufferGeometry(), surface)
  mesh.castShadow = mesh.receiveShadow = true
  const creases = new LineSegments(new BufferGeometry(), line)
  return {
    object: new Group().add(mesh, creases),
    show(drawable) {
      mesh.geometry.dispose()
      creases.geometry.dispose()
      mesh.geometry = geometryOf(drawable.positions, drawable.normals)
      creases.geometry = geometryOf(drawable.creases)
    },
    paint(surfaceColour, creaseColour) {
      surface.color.set(surfaceColour)
      line.color.set(creaseColour)
    },
    wire(on) {
      surface.wireframe = on
      mesh.castShadow = !on
    },
    cut(plane) {
      surface.clippingPlanes = line.clippingPlanes = plane ? [plane] : null
    },
    geometry: () => mesh.geometry,
    dispose() {
      for (const each of [mesh.geometry, creases.geometry, surface, line]) each.dispose()
    },
  }
}
