/** A number and what it counts: `1,204 facets`. Not by the engine's own formats, which take 15 ms to load. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`

/** A length as a person would say it. */
export const millimetres = (length: number) => `${Number(length.toPrecision(2))} mm`

/** Where a point is, to be looked up in a program that shows the file. */
export const placeOf = (points: ArrayLike<number>, point: number) =>
  [0, 1, 2].map((axis) => Number(points[point * 3 + axis].toFixed(2))).join(', ')
