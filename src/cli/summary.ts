import { figures } from '../figures.ts'
import type { Report } from '../report.ts'

/** A part in one line for people: size, volume, mass, triangles. */
export function summary({ design, mesh, print }: Report): string {
  const { size, volume, mass, triangles } = figures({ mesh, print })
  return `${design}: ${size}, ${volume}, ${mass} of PLA, ${triangles} triangles`
}
