import { type Bed, sizeText } from './bed.ts'
import type { Plate } from './lay-out.ts'

/** The name of the file of a plate, from 0. */
export const plateFile = (index: number) => `plate-${index + 1}.stl`

/** What lies where, for a script. Lengths in millimetres, from the middle of the bed. */
export const plateList = (plates: readonly Plate[], bed: Bed) => ({
  bed,
  plates: plates.map((parts, index) => ({ file: plateFile(index), used: usedOf(parts, bed), parts })),
})

/** What lies where, for a person: a line for each plate. */
export const plateLines = (plates: readonly Plate[], bed: Bed): readonly string[] =>
  plates.map((plate, index) => {
    const names = plate.map(({ part }) => part)
    const counted = [...new Set(names)].map((name) => {
      const copies = names.filter((each) => each === name).length
      return copies === 1 ? name : `${name} ×${copies}`
    })
    const used = Math.round(usedOf(plate, bed) * 100)
    return `${plateFile(index)}: ${counted.join(', ')}; ${used} % of ${sizeText({ x: bed.x, y: bed.y })} used`
  })

/** The share of the bed that the bounding boxes of the parts take, to the thousandth. */
const usedOf = (plate: Plate, { x, y }: Bed) =>
  Math.round((plate.reduce((sum, { size }) => sum + size[0] * size[1], 0) / (x * y)) * 1000) / 1000
