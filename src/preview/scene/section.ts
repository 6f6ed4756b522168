import {
  AlwaysStencilFunc,
  BackSide,
  type Box3,
  DecrementWrapStencilOp,
  DoubleSide,
  FrontSide,
  Group,
  IncrementWrapStencilOp,
  Mesh,
  MeshBasicMaterial,
  NotEqualStencilFunc,
  Plane,
  PlaneGeometry,
  ReplaceStencilOp,
  type Texture,
  Vector3,
} from 'three'
import { hatch, HATCH } from './hatch.ts'
import type { SolidView } from './solid-view.ts'

/** A plane that cuts solids open; where it cuts, they are seen to be solid. */
export interface SectionView {
  readonly object: Group
  /** Cuts across an axis of the scene at a fraction of a box; the half that is nearer to whoever stands before the board is taken away. */
  readonly place: (axis: 'x' | 'y' | 'z', at: number, box: Box3) => Plane
  readonly hide: () => void
  /** To be called when a solid has another shape. */
  readonly follow: () => void
  readonly paint: (colours: readonly string[]) => void
  readonly dispose: () => void
}

/** Which way is left standing. */
const kept = { x: new Vector3(-1, 0, 0), y: new Vector3(0, 1, 0), z: new Vector3(0, 0, -1) }

export function sectionView(solids: readonly SolidView[]): SectionView {
  const plane = new Plane()
  const object = new Group()
  const texture = hatch()
  const caps = solids.map((solid, i) => capOf(solid, plane, texture, i + 1))
  object.add(...caps.map(({ face }) => face))
  const show = (on: boolean) => {
    object.visible = on
    for (const { counters } of caps) counters.visible = on
  }
  show(false)
  return {
    object,
    place(axis, at, { min, max }) {
      // A little within, so that there is something to see at either end.
      const point = min.clone().lerp(max, 0.002 + 0.996 * at)
      plane.setFromNormalAndCoplanarPoint(kept[axis], point)
      // Far beyond the board behind the largest part.
      const size = HATCH * Math.ceil((10 * min.distanceTo(max)) / HATCH)
      texture.repeat.setScalar(size / HATCH)
      for (const { face } of caps) {
        face.position.copy(point)
        face.quaternion.setFromUnitVectors(new Vector3(0, 0, 1), kept[axis])
        face.scale.setScalar(size)
      }
      show(true)
      return plane
    },
    hide: () => show(false),
    follow: () => caps.forEach(({ follow }) => follow()),
    paint: (colours) => caps.forEach(({ paint }, i) => paint(colours[i])),
    dispose() {
      texture.dispose()
      for (const { dispose } of caps) dispose()
    },
  }
}

/**
 * The face where a plane cuts a solid: wherever behind the plane more of its surface looks away than at the viewer, the line of sight
 * enters the solid at the plane. The graphics card counts that in its stencil.
 */
function capOf(solid: SolidView, plane: Plane, texture: Texture, order: number) {
  const counting = {
    depthWrite: false,
    depthTest: false,
    colorWrite: false,
    stencilWrite: true,
    clippingPlanes: [plane],
  }
  const counter = (side: typeof BackSide | typeof FrontSide) => {
    const op = side === BackSide ? IncrementWrapStencilOp : DecrementWrapStencilOp
    const count = { stencilFunc: AlwaysStencilFunc, stencilFail: op, stencilZFail: op, stencilZPass: op }
    return new Mesh(solid.geometry(), new MeshBasicMaterial({ ...counting, ...count, side }))
  }
  const meshes = [counter(BackSide), counter(FrontSide)]
  for (const mesh of meshes) mesh.renderOrder = order
  // They move with the solid.
  const counters = new Group().add(...meshes)
  solid.object.add(counters)

  const colour = new MeshBasicMaterial({
    map: texture,
    side: DoubleSide,
    stencilWrite: true,
    stencilRef: 0,
    stencilFunc: NotEqualStencilFunc,
    stencilFail: ReplaceStencilOp,
    stencilZFail: ReplaceStencilOp,
    stencilZPass: ReplaceStencilOp,
  })
  const face = new Mesh(new PlaneGeometry(), colour)
  face.renderOrder = order + 0.5
  face.onAfterRender = (renderer) => renderer.clearStencil()
  return {
    face,
    counters,
    follow() {
      for (const mesh of meshes) mesh.geometry = solid.geometry()
    },
    paint: (text: string) => void colour.color.set(text),
    dispose() {
      for (const each of [face.geometry, colour, ...meshes.map(({ material }) => material)]) each.dispose()
    },
  }
}
