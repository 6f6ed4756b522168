/** Points that coincide, found: for each given point its place in `points`, which holds each position once. */
export interface Welded {
  readonly points: Float32Array
  readonly index: Uint32Array
}

/**
 * Finds points that coincide exactly after rounding to float32, the precision of STL and of Manifold's meshes.
 *
 * @param xyz Coordinates, three a point.
 */
export function weld(xyz: Float32Array): Welded {
  const count = xyz.length / 3
  const index = new Uint32Array(count)
  const points = new Float32Array(xyz.length)
  for (let i = 0; i < xyz.length; i++) points[i] = xyz[i] + 0 // -0 and 0 are one place
  const bits = new Int32Array(points.buffer)
  const size = 1 << Math.ceil(Math.log2(count * 2 + 2))
  const table = new Int32Array(size).fill(-1)
  let unique = 0
  for (let point = 0; point < count; point++) {
    const x = bits[point * 3]
    const y = bits[point * 3 + 1]
    const z = bits[point * 3 + 2]
    let slot = hash(x, y, z) & (size - 1)
    for (;;) {
      const found = table[slot]
      if (found === -1) {
        table[slot] = unique
        bits[unique * 3] = x
        bits[unique * 3 + 1] = y
        bits[unique * 3 + 2] = z
        index[point] = unique++
        break
      }
      if (bits[found * 3] === x && bits[found * 3 + 1] === y && bits[found * 3 + 2] === z) {
        index[point] = found
        break
      }
      slot = (slot + 1) & (size - 1)
    }
  }
  return { points: points.slice(0, unique * 3), index }
}

const hash = (x: number, y: number, z: number) => {
  let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
