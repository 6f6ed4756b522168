import { drawnFromSide, loft, type Ring, type Solid, type Vec2, type Vec3 } from '#solid'
import { type Choice, EDGE, type Tiers } from './tiers.ts'

/** Where a rack stands: y of its plate's front face, z of the bed. */
export interface Stand {
  readonly plate: number
  readonly bed: number
}

/** Chamfer of the edge on the bed: hides an elephant's foot. */
const FOOT = 0.5
/** How far the stairs reach into the plate, past the chamfer of its lower edge. */
const ROOT = 1

/** Middle of a tier's mouths, seen from the side; tier 0 is the lowest, in front. */
export const mouthOf = (tier: number, { rows, spacing, step }: Choice, { back, base }: Tiers, stand: Stand): Vec2 => [
  stand.plate - back - (rows - 1 - tier) * spacing,
  stand.bed + base + tier * step,
]

/** Middles of all mouths, tier by tier, from the left. */
export const mouthsOf = (choice: Choice, tiers: Tiers, stand: Stand): Vec3[] =>
  Array.from({ length: choice.rows }, (_, tier) => mouthOf(tier, choice, tiers, stand)).flatMap(([y, z]) =>
    Array.from({ length: choice.columns }, (_, column): Vec3 => [columnAt(column, choice), y, z]),
  )

/** x of a column of sockets. */
export const columnAt = (column: number, { columns, spacing }: Choice) => (column - (columns - 1) / 2) * spacing

/** The body in front of the plate: treads that the sockets stand square to, upright risers, all edges in reach chamfered. */
export function stairs(choice: Choice, tiers: Tiers, stand: Stand): Solid {
  const half = tiers.size.width / 2
  const ring = (x: number, inset: number): Ring => ({ z: x, points: stairProfile(choice, tiers, stand, inset) })
  return drawnFromSide(loft([ring(-half, EDGE), ring(EDGE - half, 0), ring(half - EDGE, 0), ring(half, EDGE)]))
}

/** The stairs seen from the side, counter-clockwise from the bed, every face in reach moved in by `inset`. */
function stairProfile(choice: Choice, tiers: Tiers, stand: Stand, inset: number): Vec2[] {
  const { front, slope } = tiers
  const sink = inset * Math.hypot(1, slope)
  const tread = ([y, z]: Vec2, forward: number): Vec2 => [y - forward, z - forward * slope - sink]
  const points: Vec2[] = []
  let end = stand.plate + ROOT
  for (let tier = choice.rows - 1; tier >= 0; tier--) {
    const mouth = mouthOf(tier, choice, tiers, stand)
    const riser = mouth[0] - front + inset
    const [, top] = tread(mouth, mouth[0] - riser)
    points.push(tread(mouth, mouth[0] - end), tread(mouth, mouth[0] - riser - EDGE), [riser, top - EDGE])
    end = riser
  }
  const floor = stand.bed + inset
  return [...points, [end, floor + FOOT], [end + FOOT, floor], [stand.plate + ROOT, floor]]
}

/** What fills a socket, its mouth on z = 0, its corners towards ±y. */
export function socket({ depth, mouthChamfer }: Choice, { across }: Tiers): Solid {
  const walls = { z: -mouthChamfer, points: hexagonPoints(across) }
  const mouth = mouthChamfer > 0 ? [{ z: 0, points: hexagonPoints(across + 2 * mouthChamfer) }] : []
  return loft([{ ...walls, z: -depth }, walls, ...mouth])
}

const hexagonPoints = (across: number): Vec2[] =>
  Array.from({ length: 6 }, (_, corner) => {
    const angle = ((corner + 0.5) * Math.PI) / 3
    return [(Math.cos(angle) * across) / Math.sqrt(3), (Math.sin(angle) * across) / Math.sqrt(3)]
  })
