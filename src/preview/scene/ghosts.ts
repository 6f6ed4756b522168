import {
  Group,
  LineBasicMaterial,
  LineSegments,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type Plane,
} from 'three'
import type { HeldDrawable } from '../protocol.ts'
import { geometryOf } from './geometry.ts'

/** The things that a part holds, drawn so that the part shines through. */
export interface Ghosts {
  readonly object: Group
  readonly show: (held: readonly HeldDrawable[]) => void
  /** Leaves out what lies behind a plane. */
  readonly cut: (plane: Plane | undefined) => void
  readonly dispose: () => void
}

const OPACITY = 0.6

/** Surfaces stand back a little, so that the creases on them are drawn whole. */
const BACK = { polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 }

export function ghostsView(): Ghosts {
  const object = new Group()
  // First only how far away they are: so nothing of them shines through another one, or through itself. That is drawn among what is translucent, after the
  // part's own creases, which are to be seen.
  const depth = new MeshBasicMaterial({ colorWrite: false, transparent: true, ...BACK })
  const line = new LineBasicMaterial({ transparent: true, opacity: 0.22, color: '#000000' })
  let meshes: Mesh<ReturnType<typeof geometryOf>, Material>[] = []
  let lines: LineSegments[] = []
  let planes: Plane[] | null = null

  function clear(): void {
    object.clear()
    for (const { geometry } of [...meshes, ...lines]) geometry.dispose()
    for (const { material } of meshes) material.dispose()
    meshes = []
    lines = []
  }

  return {
    object,
    show(held) {
      clear()
      for (const { color, drawable } of held) {
        const surface = new MeshLambertMaterial({
          color,
          transparent: true,
          opacity: OPACITY,
          clippingPlanes: planes,
          ...BACK,
        })
        const mesh = new Mesh(geometryOf(drawable.positions, drawable.normals), surface)
        const far = new Mesh(mesh.geometry, depth)
        const creases = new LineSegments(geometryOf(drawable.creases), line)
        far.renderOrder = 1
        mesh.renderOrder = 2
        creases.renderOrder = 3
        meshes.push(mesh)
        lines.push(creases)
        object.add(far, mesh, creases)
      }
    },
    cut(plane) {
      planes = plane ? [plane] : null
      for (const material of [depth, line, ...meshes.map((mesh) => mesh.material)]) material.clippingPlanes = planes
    },
    dispose() {
      clear()
      depth.dispose()
      line.dispose()
    },
  }
}
