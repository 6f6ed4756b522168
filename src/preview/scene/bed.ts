import { Group, LineBasicMaterial, LineSegments, Mesh, MeshLambertMaterial, PlaneGeometry, Vector3 } from 'three'
import { geometryOf } from './geometry.ts'
import type { Label } from './labels.ts'

/** Width and depth of a printer's bed, in millimetres. */
export interface Bed {
  readonly x: number
  readonly y: number
}

/** The bed of a printer, under z = 0, with its outline, a line each centimetre, and its size. */
export interface BedView {
  readonly object: Group
  readonly show: (bed: Bed, text: string) => void
  readonly visible: (on: boolean) => void
  readonly paint: (surface: string, line: string) => void
  readonly dispose: () => void
}

/** How far below the part's first layer it is drawn: as much as no eye sees, and enough to tell them apart. */
const BELOW = 0.05

export function bedView(label: Label): BedView {
  const surface = new MeshLambertMaterial()
  const fine = new LineBasicMaterial({ transparent: true, opacity: 0.35 })
  const strong = new LineBasicMaterial()
  const plate = new Mesh(new PlaneGeometry(), surface)
  plate.receiveShadow = true
  plate.position.z = -BELOW
  const grid = new LineSegments(geometryOf(new Float32Array()), fine)
  const outline = new LineSegments(geometryOf(new Float32Array()), strong)
  const object = new Group().add(plate, grid, outline)
  const corner = new Vector3()
  object.visible = false
  return {
    object,
    show({ x, y }, text) {
      plate.scale.set(x, y, 1)
      grid.geometry.dispose()
      outline.geometry.dispose()
      grid.geometry = geometryOf(Float32Array.from([...across(x, y, false), ...across(y, x, true)]))
      outline.geometry = geometryOf(Float32Array.from(frame(x / 2, y / 2)))
      label.write(text)
      // Not in the middle of an edge: seen from that side, it would stand before the part.
      corner.set(x / 2, -y / 2, -BELOW)
    },
    visible(on) {
      object.visible = on
      label.place(on ? corner : undefined)
    },
    paint(surfaceColour, lineColour) {
      surface.color.set(surfaceColour)
      fine.color.set(lineColour)
      strong.color.set(lineColour)
    },
    dispose() {
      for (const each of [plate.geometry, grid.geometry, outline.geometry, surface, fine, strong]) each.dispose()
    },
  }
}

/** Lines each 10 mm from the middle, all along the other side. */
function across(size: number, length: number, turned: boolean): number[] {
  const count = Math.ceil(size / 20) - 1
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * 10).flatMap((at) =>
    [-length / 2, length / 2].flatMap((end) => (turned ? [end, at, 0] : [at, end, 0])),
  )
}

const frame = (x: number, y: number) =>
  [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ].flatMap(([fromX, fromY], i, corners) => {
    const [toX, toY] = corners[(i + 1) % 4]
    return [fromX, fromY, 0, toX, toY, 0]
  })
