import type { Mesh } from '#solid'

/**
 * A part cut into layers, as a slicer sees it: over a grid of upright columns, a bit for each layer that lies inside.
 * Whole stacks of layers are then compared by single operations on words.
 */
export interface Layers {
  /** Columns in a row of the grid: the neighbours of column c are c ± 1 and c ± width. The outermost columns are empty. */
  readonly width: number
  /** Columns in the grid. */
  readonly columns: number
  /** Layer 32 w + k of column c is bit k of `bits[w * columns + c]`. */
  readonly bits: Int32Array
  /** Ground that a column stands for, in mm². */
  readonly columnArea: number
}

/**
 * The grid is turned against the axes: walls along the axes and walls at 45° are then met at one angle, and none runs along a row, where
 * one row more or less would decide about its whole length.
 */
const TURN = Math.PI / 8

/**
 * Cuts a part into layers.
 *
 * @param mesh Closed, in print pose: lowest z = 0.
 * @param options.reach How far the four neighbours of a column lie from it, measured square to a wall along the axes or at 45° to them.
 * @param options.height Of a layer; it is inside where its middle is.
 * @param options.margin Empty columns around the part.
 */
export function cutLayers(mesh: Mesh, { reach, height, margin }: { reach: number; height: number; margin: number }): Layers {
  const { points, triangles } = mesh
  const step = reach / Math.cos(TURN)
  const { u, v, width, rows, top } = onGrid(points, step, margin)
  const columns = width * rows
  const bits = new Int32Array(columns * (Math.ceil(top / height) + 32 >> 5))
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
    const lastRow = Math.max(v[a], v[b], v[c])
    for (let row = Math.ceil(Math.min(v[a], v[b], v[c])); row < lastRow; row++) {
      // A row passes one corner on one side and two on the other: it meets the edges from that one.
      const alone = v[a] <= row === v[b] <= row ? c : v[a] <= row === v[c] <= row ? b : a
      const left = crossing(u, v, alone, alone === a ? b : a, row)
      const right = crossing(u, v, alone, alone === c ? b : c, row)
      const end = Math.max(left, right)
      for (let column = Math.ceil(Math.min(left, right)); column < end; column++) {
        const z = Math.min(high, Math.max(low, za + alongU * (column - u[a]) + alongV * (row - v[a])))
        const layer = Math.max(0, Math.ceil(z / height - 0.5))
        bits[(layer >> 5) * columns + row * width + column] ^= 1 << (layer & 31)
      }
    }
  }
  fill(bits, columns)
  return { width, columns, bits, columnArea: step * step }
}

/** The points seen from above in steps of the turned grid, and the size of a grid that holds them with a margin. */
function onGrid(points: Float32Array, step: number, margin: number) {
  const count = points.length / 3
  const u = new Float64Array(count)
  const v = new Float64Array(count)
  const [cos, sin] = [Math.cos(TURN) / step, Math.sin(TURN) / step]
  let [uMin, uMax, vMin, vMax, top] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[3 * i], points[3 * i + 1]]
    u[i] = x * cos - y * sin
    v[i] = x * sin + y * cos
    uMin = Math.min(uMin, u[i])
    uMax = Math.max(uMax, u[i])
    vMin = Math.min(vMin, v[i])
    vMax = Math.max(vMax, v[i])
    top = Math.max(top, points[3 * i + 2])
  }
  for (let i = 0; i < count; i++) {
    u[i] += margin - uMin
    v[i] += margin - vMin
  }
  return { u, v, width: Math.ceil(uMax - uMin) + 2 * margin, rows: Math.ceil(vMax - vMin) + 2 * margin, top }
}

/** Where a row meets the edge between two places. The two triangles of an edge get the very same number, so that no column is missed between them. */
function crossing(u: Float64Array, v: Float64Array, a: number, b: number, row: number): number {
  const [from, to] = a < b ? [a, b] : [b, a]
  return u[from] + ((row - v[from]) / (v[to] - v[from])) * (u[to] - u[from])
}

/** From the layers at which a column enters or leaves the part, all layers that lie inside: a running sum modulo 2. */
function fill(bits: Int32Array, columns: number): void {
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i]
    word ^= word << 1
    word ^= word << 2
    word ^= word << 4
    word ^= word << 8
    word ^= word << 16
    bits[i] = i < columns ? word : word ^ (bits[i - columns] >> 31)
  }
}
