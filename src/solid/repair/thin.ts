import { fromMesh } from '../bridge.ts'
import { build, own } from '../kernel.ts'
import type { Mesh } from '../mesh.ts'

/** Leaves facets out where the surface moves by no more than `within`, in millimetres. */
export const thin = ({ points, triangles }: Mesh, within: number): Mesh =>
  build(() => {
    const { vertProperties, triVerts } = own(fromMesh(points, triangles).simplify(within)).getMesh()
    return { points: vertProperties, triangles: triVerts }
  })
