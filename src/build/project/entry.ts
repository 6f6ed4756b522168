import type { Design } from '#design'
import type { Format } from '../../files/format.ts'
import type { Table } from '../../settings/table.ts'

/** A part as the project file lists it; what was a list where one value is expected is one entry for each of its values. */
export interface Entry {
  /** Of the part and its files. */
  readonly name: string
  /** The name in the file: that of all parts of a sweep. */
  readonly group: string
  readonly design: Design
  /** Where it stands: `pegsmith.toml:5`. */
  readonly place: string
  readonly preset?: string
  /** As the file has them, each with its line. */
  readonly parameters: Table
  /** Names of the parts without which it is not to be made; of a sweep, those of all its parts. */
  readonly needs: readonly string[]
  /** How many are to be printed. */
  readonly copies: number
  /** Left out where the part says nothing: then what is set for all parts holds. */
  readonly formats?: readonly Format[]
}
