import type { Context, Model } from '#design'
import { leastPlate, plateBounds, plateProfile } from '#pegboard'
import { boundsOf, type Mesh, moveMesh, type Vec3 } from '#solid'
import { goatHead } from '../goat/head.ts'
import { alongLine, crossings } from './along-line.ts'

/** What says how goat, sculpture and plate stand to each other. */
export interface Wanted {
  readonly scale: number
  readonly horns: number
  readonly beard: boolean
  readonly columns: number
  readonly rows: number
  readonly sculpture: Model | ''
  readonly sculptureScale: number
  readonly sculptureHeight: number
  readonly sculptureTurn: Vec3
  readonly sculptureSink: number
}

export type Setup = Pick<Context, 'board' | 'mount'>

/** Thickness of a plate that is also handled by its edges; more where the pegs of a large hole ask for it. */
const USUAL_PLATE = 6

/** The plate that carries the sculpture, lying on its back: how thick it is, where its edges lie, the height of its middle, and how far back its rear face still reaches at the top. */
export function plateOf(wanted: Pick<Wanted, 'columns' | 'rows'>, setup: Setup) {
  const { board } = setup
  const { left, right } = plateBounds(wanted, board)
  const thickness = Math.max(USUAL_PLATE, leastPlate(setup, 'on its back'))
  const outline = plateProfile({ rows: wanted.rows, board, thickness, laid: 'on its back' })
  const heights = outline.map(([, z]) => z)
  const [bottom, top] = [Math.min(...heights), Math.max(...heights)]
  const rearAtTop = Math.max(...outline.filter(([, z]) => z === top).map(([y]) => y))
  return { thickness, left, right, bottom, top, middle: (top + bottom) / 2, rearAtTop }
}

/** What the goat's neck and horns grow from, at its true size, with room for the chamfer of the plate's edges; and how far its middle is below the goat's. */
export const FOOT = { width: 44, height: 72.6, below: 1 }

/** How a place on the goat at its true size comes to lie: its foot's middle on the plate's. */
export function goatPlacement(wanted: Wanted, setup: Setup): (x: number, y: number, z: number) => Vec3 {
  const { thickness, middle } = plateOf(wanted, setup)
  const { scale } = wanted
  return (x, y, z) => [x * scale, y * scale - thickness, (z + FOOT.below) * scale + middle]
}

/** A model in place: turned, scaled, its middle before the plate's, and as deep in the plate as it is to sink. */
export function placeModel(model: Model, wanted: Wanted, setup: Setup): Mesh {
  const { thickness, middle } = plateOf(wanted, setup)
  const turned = turnMesh(model.mesh, wanted.sculptureTurn)
  const { min, max } = boundsOf(turned.points)
  const { sculptureHeight: height, sculptureSink: sink } = wanted
  const scale = height > 0 ? height / (max[2] - min[2]) : wanted.sculptureScale
  const [cx, cz] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
  return moveMesh(turned, (x, y, z) => [
    (x - cx) * scale,
    (y - max[1]) * scale - thickness + sink,
    (z - cz) * scale + middle,
  ])
}

/** Turned about x, then y, then z, exactly at right angles. */
function turnMesh(mesh: Mesh, degrees: Vec3): Mesh {
  if (degrees.every((each) => each === 0)) return mesh
  const [a, b, c] = degrees.map((each) => ({ sin: sine(each), cos: sine(each + 90) }))
  return moveMesh(mesh, (x0, y0, z0) => {
    const [y1, z1] = [y0 * a.cos - z0 * a.sin, y0 * a.sin + z0 * a.cos]
    const [x2, z2] = [x0 * b.cos + z1 * b.sin, z1 * b.cos - x0 * b.sin]
    return [x2 * c.cos - y1 * c.sin, x2 * c.sin + y1 * c.cos, z2]
  })
}

const sine = (degrees: number) => (degrees % 180 === 0 ? 0 : Math.sin((degrees * Math.PI) / 180))

/**
 * The ends of the hole where none are given, to a hundredth: the goat's crown and mouth; of a model, straight down through the middle of
 * what stands before the plate.
 */
export function usualHole(wanted: Wanted, setup: Setup): { from: Vec3; to: Vec3 } {
  const { from, to } =
    wanted.sculpture === '' ? throughGoat(wanted, setup) : throughModel(wanted.sculpture, wanted, setup)
  return { from: rounded(from), to: rounded(to) }
}

function throughGoat(wanted: Wanted, setup: Setup) {
  const { crown, mouth } = goatHead(wanted)
  const placed = goatPlacement(wanted, setup)
  return { from: placed(...crown), to: placed(...mouth) }
}

/** How far below a model its hole ends. */
const PAST = 1

function throughModel(model: Model, wanted: Wanted, setup: Setup) {
  const mesh = placeModel(model, wanted, setup)
  const { min, max } = boundsOf(mesh.points)
  const depth = (min[1] + Math.min(max[1], -plateOf(wanted, setup).thickness)) / 2
  const frame = [
    [0, 0, -1],
    [0, -1, 0],
    [-1, 0, 0],
  ] as const
  const way = crossings(alongLine(mesh.points, [0, depth, 0], frame), mesh.triangles)
  // Where the line misses the model its height is as good as any, and the check says what is wrong.
  const [top, bottom] = way.length > 0 ? [-way[0].at, -way[way.length - 1].at] : [max[2], min[2]]
  return { from: [0, depth, top] as const, to: [0, depth, bottom - PAST] as const }
}

const rounded = (place: Vec3) => place.map((each) => Math.round(each * 100) / 100 + 0) as unknown as Vec3
