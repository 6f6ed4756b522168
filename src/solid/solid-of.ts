import { fromManifold, fromMesh } from './bridge.ts'
import type { Mesh } from './mesh.ts'
import type { Solid } from './types.ts'

/** The solid inside a mesh, within a build. @throws {GeometryProblem} if the mesh is open or inside out. */
export const solidOf = ({ points, triangles }: Mesh): Solid => fromManifold(fromMesh(points, triangles))
