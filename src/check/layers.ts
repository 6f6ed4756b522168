import type { Mesh } from '#solid'

/**
 * A part cut into layers, as a slicer sees it: over a grid of upright samples, a bit for each layer that lies inside.
 * Whole stacks of layers are then compared by single operations on words.
 */
export interface Layers {
  /** Layer 32 w + k of the sample that starts at word s is bit k of `inside[s + w]`. */
  readonly inside: Int32Array
  /** The same of the layers that lie inside at the four neighbours, too: those within the walls. */
  readonly walled: Int32Array
  /** Words of a sample, and so the distance of neighbours in a row. */
  readonly words: number
  /** Distance in words of neighbouring rows. */
  readonly row: number
  /** Where the samples start, rising, that hold any of the part. None lies at the edge of the grid. */
  readonly samples: readonly number[]
  /** Ground that a sample stands for, in mm². */
  readonly sampleArea: number
}

/**
 * The grid is turned against the axes: walls along the axes and walls at 45° are then met at one angle, and none runs along a row, where
 * one row more or less would decide about its whole length.
 */
const TURN = Math.PI / 8
/** Empty columns around a part, so that each sample has neighbours. */
const MARGIN = 2

/**
 * Cuts a part into layers.
 *
 * Every second column of every second row is a sample; the columns between are cut to tell how far its walls reach.
 * Written with plain numbers in its loops, as are its users: it runs once a process, where what is not yet compiled counts.
 *
 * @param mesh Closed, in print pose: lowest z = 0.
 * @param options.reach How thick walls are, measured square to a wall along the axes or at 45° to them.
 * @param options.height Of a layer; it is inside where its middle is.
 */
export function cutLayers({ points, triangles }: Mesh, { reach, height }: { reach: number; height: number }): Layers {
  const step = reach / Math.cos(TURN)
  const { u, v, width, depth, top } = onGrid(points, step)
  const words = (Math.ceil(top / height) + 31) >> 5
  const bits = new Int32Array(width * depth * words)
  const firsts = new Int32Array(depth).fill(width)
  const lasts = new Int32Array(depth).fill(-1)
  for (let i = 0; i < triangles.length; i += 3) {
    const a = triangles[i]
    const b = triangles[i + 1]
    const c = triangles[i + 2]
    const twiceArea = (u[b] - u[a]) * (v[c] - v[a]) - (v[b] - v[a]) * (u[c] - u[a])
    if (twiceArea === 0) continue
    const za = points[3 * a + 2]
    const zb = points[3 * b + 2]
    const zc = points[3 * c + 2]
    const alongU = ((zb - za) * (v[c] - v[a]) - (v[b] - v[a]) * (zc - za)) / twiceArea
    const alongV = ((u[b] - u[a]) * (zc - za) - (zb - za) * (u[c] - u[a])) / twiceArea
    const low = Math.min(za, zb, zc)
    const high = Math.max(za, zb, zc)
    const last = Math.max(v[a], v[b], v[c])
    for (let row = Math.ceil(Math.min(v[a], v[b], v[c])); row < last; row++) {
      // A row has one corner on one side of it and two on the other: it meets the two edges of that one.
      const alone = v[a] <= row === v[b] <= row ? c : v[a] <= row === v[c] <= row ? b : a
      const left = crossing(u, v, alone, alone === a ? b : a, row)
      const right = crossing(u, v, alone, alone === c ? b : c, row)
      const end = Math.max(left, right)
      // Every other row lies between samples; so do, in it, every other column's neighbours.
      const stride = 1 + (row & 1)
      let column = Math.ceil(Math.min(left, right))
      column += column & (row & 1)
      if (column < firsts[row]) firsts[row] = column
      for (; column < end; column += stride) {
        if (column > lasts[row]) lasts[row] = column
        const z = Math.min(high, Math.max(low, za + alongU * (column - u[a]) + alongV * (row - v[a])))
        const layer = Math.max(0, Math.ceil(z / height - 0.5))
        if (layer < words * 32) bits[(row * width + column) * words + (layer >> 5)] ^= 1 << (layer & 31)
      }
    }
  }
  for (let row = 0; row < depth; row++) {
    for (let column = firsts[row]; column <= lasts[row]; column++) fill(bits, (row * width + column) * words, words)
  }
  return { ...sample(bits, words, width, depth), words, row: (width >> 1) * words, sampleArea: 4 * step * step }
}

function sample(bits: Int32Array, words: number, width: number, depth: number) {
  const ahead = width * words
  const inside = new Int32Array(bits.length >> 2)
  const walled = new Int32Array(inside.length)
  const samples: number[] = []
  for (let row = 2; row < depth; row += 2) {
    for (let column = 2; column < width; column += 2) {
      const start = ((row >> 1) * (width >> 1) + (column >> 1)) * words
      const from = (row * width + column) * words
      let any = 0
      for (let w = 0; w < words; w++) {
        const i = from + w
        const word = bits[i]
        if (word === 0) continue
        any = 1
        inside[start + w] = word
        walled[start + w] = word & bits[i - words] & bits[i + words] & bits[i - ahead] & bits[i + ahead]
      }
      if (any !== 0) samples.push(start)
    }
  }
  return { inside, walled, samples }
}

/** Columns for a length, with a margin at both ends and in pairs. */
const even = (length: number) => 2 * Math.ceil(Math.ceil(length) / 2 + MARGIN)

/** The points seen from above in steps of the turned grid, and the size of a grid that holds them with a margin all around. */
function onGrid(points: Float32Array, step: number) {
  const u = new Float64Array(points.length / 3)
  const v = new Float64Array(points.length / 3)
  const cos = Math.cos(TURN) / step
  const sin = Math.sin(TURN) / step
  let uMin = Infinity
  let uMax = -Infinity
  let vMin = Infinity
  let vMax = -Infinity
  let top = 0
  for (let i = 0; i < u.length; i++) {
    u[i] = points[3 * i] * cos - points[3 * i + 1] * sin
    v[i] = points[3 * i] * sin + points[3 * i + 1] * cos
    if (u[i] < uMin) uMin = u[i]
    if (u[i] > uMax) uMax = u[i]
    if (v[i] < vMin) vMin = v[i]
    if (v[i] > vMax) vMax = v[i]
    if (points[3 * i + 2] > top) top = points[3 * i + 2]
  }
  for (let i = 0; i < u.length; i++) {
    u[i] += MARGIN - uMin
    v[i] += MARGIN - vMin
  }
  return { u, v, width: even(uMax - uMin), depth: even(vMax - vMin), top }
}

/** Where a row meets the edge between two places: the very same number for both triangles of the edge, so that no column is missed between them. */
function crossing(u: Float64Array, v: Float64Array, a: number, b: number, row: number): number {
  return a < b
    ? u[a] + ((row - v[a]) / (v[b] - v[a])) * (u[b] - u[a])
    : u[b] + ((row - v[b]) / (v[a] - v[b])) * (u[a] - u[b])
}

/**
 * From the layers at which a column enters or leaves the part to all layers that lie inside: a running sum modulo 2.
 */
function fill(bits: Int32Array, start: number, words: number): void {
  let inside = 0
  for (let i = start; i < start + words; i++) {
    let word = bits[i]
    if (word !== 0) {
      word ^= word << 1
      word ^= word << 2
      word ^= word << 4
      word ^= word << 8
      word ^= word << 16
    }
    word ^= inside
    bits[i] = word
    inside = word >> 31
  }
}
