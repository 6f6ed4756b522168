import type { Design, Orientation, Quality, Resolved } from '#design'
import { type Format, formats } from '../files/format.ts'

/** A part of a project, settled: all that its making takes. */
export interface Job {
  readonly name: string
  /** The name in the project: that of all parts of a sweep. */
  readonly group: string
  readonly design: Design
  readonly parameters: Resolved
  readonly orientation: Orientation
  readonly quality: Quality
  readonly formats: readonly Format[]
  readonly copies: number
  /** Names of the parts without which it is not made. */
  readonly needs: readonly string[]
  /** Stands for what is in the design's own files; empty for one of the catalogue. */
  readonly code: string
  /** Stands for all that determines its files. */
  readonly fingerprint: string
}

/** The file that tells scripts about a part. */
export const reportOf = (name: string) => `${name}.json`

/** Every file of a part, as seen from the output folder. */
export const filesOf = ({ name, formats: asked }: Pick<Job, 'name' | 'formats'>): string[] => [
  ...asked.map((format) => name + formats[format].ending),
  reportOf(name),
]
