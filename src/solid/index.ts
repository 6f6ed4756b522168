export { bodiesOf } from './bodies.ts'
export { OVERLAP, intersect, subtract, union } from './booleans.ts'
export { type Carving, engraved } from './carving.ts'
export { facetNormal, squaredDistance } from './facet.ts'
export {
  ball,
  blend,
  bothSides,
  carve,
  ellipsoid,
  type Field,
  halfSpace,
  hewn,
  meet,
  placed,
  taper,
  within,
  withinBox,
} from './implicit/field.ts'
export { implicit } from './implicit/implicit.ts'
export { build, startKernel } from './kernel.ts'
export { isGlyph, lettering, letteringBounds, letteringProfile, letteringWidth, type Lettering } from './lettering.ts'
export { boundsOf, measure, type Measures } from './measure.ts'
export { mend } from './mend.ts'
export { joinMeshes, meshFault, meshOf, moveMesh, soundMesh, type Mesh } from './mesh.ts'
export {
  bore,
  box,
  circle,
  cuboid,
  cylinder,
  drawnFromFront,
  drawnFromSide,
  hexagon,
  mirror,
  polygon,
  rectangle,
  rotate,
  translate,
} from './modeling.ts'
export { pierced } from './pierced.ts'
export { GeometryProblem } from './problem.ts'
export { block, extrude, hull, loft, offset, project, revolve, roundedRing, slice, type Ring } from './shape.ts'
export { cutPolygon } from './repair/cut-polygon.ts'
export { repair } from './repair/repair.ts'
export { remembered, rememberedMesh } from './remember.ts'
export { type Pockets, sinkPockets } from './sink-pockets.ts'
export { solidOf } from './solid-of.ts'
export { isProfile, isSolid, type Polygon, type Profile, type Solid, type Vec2, type Vec3 } from './types.ts'
export { weld } from './weld.ts'
export { cross, dot, minus, plus, times, unit } from './vector.ts'
