import type { Layers } from './layers.ts'

/** An infill of less than 70 mm² in a layer is filled whole (`solid_infill_below_area`); walls drawn a little thicker than they are leave less of it. */
const LEAST_INFILL = 60

/** Takes the infill out of those cross-sections that hold too little of it, 32 layers at a time. */
export function fillIslands(infill: Int32Array, { inside, samples, words, row, sampleArea }: Layers): void {
  const island = new Int32Array(inside.length)
  for (let word = 0; word < words; word++) {
    const areas = [0]
    const joined = [0]
    const root = (number: number) => {
      while (joined[number] !== number) number = joined[number] = joined[joined[number]]
      return number
    }
    for (const start of samples) {
      if (inside[start + word] === 0) {
        island[start] = 0
        continue
      }
      let mine = 0
      for (const from of [start - words, start - row - words, start - row, start - row + words]) {
        if (island[from] === 0 || island[from] === mine) continue
        if (mine === 0) mine = island[from]
        else joined[root(island[from])] = root(mine)
      }
      if (mine === 0) {
        mine = joined.push(joined.length) - 1
        areas.push(0)
      }
      island[start] = mine
      if (infill[start + word] !== 0) areas[mine] += sampleArea
    }
    const totals = areas.map(() => 0)
    for (let i = 1; i < areas.length; i++) totals[root(i)] += areas[i]
    for (const start of samples) {
      if (island[start] !== 0 && totals[root(island[start])] < LEAST_INFILL) infill[start + word] = 0
    }
  }
}
