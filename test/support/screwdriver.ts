import { ph2 } from '../../designs/goat-hook/screwdriver.ts'

/** Where along its axis the PH2's centre of gravity lies above its shoulder: a handle of plastic at 1.1, a blade of steel at 7.85 g/cm³. */
export function centreOfGravity(): number {
  const handle = Math.PI * (ph2.handle / 2) ** 2 * (ph2.grip - 6) * 1.1
  const blade = Math.PI * (ph2.blade / 2) ** 2 * ph2.length * 7.85
  return (handle * (ph2.grip / 2 + 3) - (blade * ph2.length) / 2) / (handle + blade)
}
