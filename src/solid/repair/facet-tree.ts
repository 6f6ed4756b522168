import type { Mesh } from '../mesh.ts'
import { alongCurve } from './along-curve.ts'

/** Facets in a leaf: fewer make more boxes, more make more pairs of facets to look at. */
const LEAF = 4

/**
 * Facets in boxes within boxes: a complete binary tree over facets that were sorted along a curve which fills space (Z order), so that
 * neighbours in the list are neighbours in space. Node `n` has the children `2n` and `2n + 1`; node 1 is all.
 */
export interface FacetTree {
  /** Facets, neighbours beside each other; leaf `i` has four from `4i` on. */
  readonly order: Uint32Array
  /** Number of leaves, a power of two; leaf `i` is node `leaves + i`. */
  readonly leaves: number
  /** Least and greatest x, y, z of each node, six a node; an empty one lies at no place. */
  readonly nodes: Float32Array
  /** The same of each facet, in their order. */
  readonly facets: Float32Array
}

export function facetTree({ points, triangles }: Mesh): FacetTree {
  const order = alongCurve({ points, triangles })
  const leaves = 1 << Math.ceil(Math.log2(Math.max(1, order.length / LEAF)))
  const facets = emptyBoxes(order.length)
  const nodes = emptyBoxes(leaves * 2)
  for (let i = 0; i < order.length; i++) {
    for (let k = 0; k < 3; k++) widen(facets, i, points, triangles[order[i] * 3 + k] * 3, 0)
    const leaf = leaves + Math.floor(i / LEAF)
    widen(nodes, leaf, facets, i * 6, 3)
  }
  for (let node = leaves - 1; node > 0; node--) {
    widen(nodes, node, nodes, node * 12, 3)
    widen(nodes, node, nodes, node * 12 + 6, 3)
  }
  return { order, leaves, nodes, facets }
}

const emptyBoxes = (count: number) => {
  const boxes = new Float32Array(count * 6)
  for (let i = 0; i < boxes.length; i++) boxes[i] = i % 6 < 3 ? Infinity : -Infinity
  return boxes
}

/** Widens a box by what lies at `from`: a point, or a box whose greatest corner lies `further` on. */
function widen(boxes: Float32Array, box: number, values: Float32Array, from: number, further: number): void {
  for (let axis = 0; axis < 3; axis++) {
    const at = box * 6 + axis
    if (values[from + axis] < boxes[at]) boxes[at] = values[from + axis]
    if (values[from + axis + further] > boxes[at + 3]) boxes[at + 3] = values[from + axis + further]
  }
}

/** Visits every two facets of a tree whose boxes meet, each two once. */
export function visitNear(tree: FacetTree, visit: (one: number, other: number) => void): void {
  const { order, leaves, nodes, facets } = tree
  const stack = new Uint32Array(128)
  const used = Math.ceil(order.length / LEAF)
  for (let leaf = 0; leaf < used; leaf++) {
    const stop = Math.min(order.length, (leaf + 1) * LEAF)
    stack[0] = 1
    for (let depth = 1; depth > 0;) {
      const node = stack[--depth]
      // Of two leaves the former looks at the latter: nodes that hold none but former ones are passed by.
      const below = Math.clz32(node) - Math.clz32(leaves)
      if (((node + 1) << below) - 1 < leaves + leaf || !meet(nodes, leaves + leaf, nodes, node)) continue
      if (node < leaves) {
        stack[depth++] = node * 2
        stack[depth++] = node * 2 + 1
        continue
      }
      const other = node - leaves
      const otherStop = Math.min(order.length, (other + 1) * LEAF)
      for (let i = leaf * LEAF; i < stop; i++) {
        for (let k = other === leaf ? i + 1 : other * LEAF; k < otherStop; k++) {
          if (meet(facets, i, facets, k)) visit(order[i], order[k])
        }
      }
    }
  }
}

function meet(boxes: Float32Array, box: number, others: Float32Array, other: number): boolean {
  const a = box * 6
  const b = other * 6
  return (
    boxes[a] <= others[b + 3] &&
    boxes[a + 1] <= others[b + 4] &&
    boxes[a + 2] <= others[b + 5] &&
    boxes[a + 3] >= others[b] &&
    boxes[a + 4] >= others[b + 1] &&
    boxes[a + 5] >= others[b + 2]
  )
}
