import type { Sculpture } from './sculptures.ts'

/** The ways in which sculptures are broken for tests; each takes one and gives another. */

/** Without the facets that `drop` says yes to, by the middle of each. */
export function without(
  { points, triangles }: Sculpture,
  drop: (middle: number[], facet: number) => boolean,
): Sculpture {
  return { points, triangles: facets(triangles).filter((corners, i) => !drop(middleOf(points, corners), i)).flat() } // prettier-ignore
}

/** With the facets turned over that `turn` says yes to. */
export function flipped({ points, triangles }: Sculpture, turn: (facet: number) => boolean = () => true): Sculpture {
  return { points, triangles: facets(triangles).flatMap(([a, b, c], i) => (turn(i) ? [a, c, b] : [a, b, c])) }
}

/** With each corner of each facet a point of its own, moved by up to `by` at random. */
export function shaken({ points, triangles }: Sculpture, by: number): Sculpture {
  const random = randomNumbers(7)
  return {
    points: [...triangles].flatMap((corner) =>
      [0, 1, 2].map((axis) => points[corner * 3 + axis] + (random() * 2 - 1) * by),
    ),
    triangles: [...triangles].map((_, i) => i),
  }
}

/** With some facets cut in two at the middle of a side, of which the facet on the other side is not told. */
export function notched({ points, triangles }: Sculpture, every: number): Sculpture {
  const more = [...points]
  const cut = facets(triangles).flatMap(([a, b, c], i) => {
    if (i % every > 0) return [a, b, c]
    const middle = more.length / 3
    for (let axis = 0; axis < 3; axis++) more.push(Math.fround((points[a * 3 + axis] + points[b * 3 + axis]) / 2))
    return [a, middle, c, middle, b, c]
  })
  return { points: more, triangles: cut }
}

/** Larger or smaller, and elsewhere. */
export const moved = (
  { points, triangles }: Sculpture,
  scale: number,
  by: readonly number[] = [0, 0, 0],
): Sculpture => ({
  points: [...points].map((value, i) => value * scale + by[i % 3]),
  triangles,
})

/** Numbers from 0 to 1, the same ones every time. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const facets = (triangles: Sculpture['triangles']) =>
  Array.from({ length: triangles.length / 3 }, (_, i) => [triangles[i * 3], triangles[i * 3 + 1], triangles[i * 3 + 2]])

const middleOf = (points: Sculpture['points'], corners: readonly number[]) =>
  [0, 1, 2].map((axis) => corners.reduce((sum, corner) => sum + points[corner * 3 + axis], 0) / 3)
