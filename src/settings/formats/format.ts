import type { Table } from '../table.ts'
import type { Line } from './section.ts'

/** What reads and writes a format of configuration files. */
export interface ConfFormat {
  /**
   * What a text holds.
   *
   * @throws {SyntaxProblem} if the text is not in this format.
   */
  readonly read: (text: string) => Table
  /**
   * The text with a table of that name in it, in place of the one that was there; all else stays as it is. Formats with comments tell what each line
   * is, and have those that are not live as comments; the others hold what is live alone.
   *
   * @throws {SyntaxProblem} if the text is not in this format, or cannot be changed in this way.
   */
  readonly place: (text: string, name: string, lines: readonly Line[]) => string
}

/** The formats by name, each with how names of its files end; loaded when it is needed. */
const formats = {
  toml: { endings: ['.toml'], load: async (): Promise<ConfFormat> => (await import('./toml.ts')).toml },
  json: { endings: ['.json'], load: async () => (await import('./json.ts')).json },
  jsonc: { endings: ['.jsonc'], load: async () => (await import('./json.ts')).jsonc },
  yaml: { endings: ['.yaml', '.yml'], load: async () => (await import('./yaml.ts')).yaml },
  ini: { endings: ['.ini'], load: async () => (await import('./ini.ts')).ini },
} satisfies Record<string, { readonly endings: readonly string[]; readonly load: () => Promise<ConfFormat> }>

export type ConfFormatName = keyof typeof formats

export const confFormatNames = Object.keys(formats) as ConfFormatName[]

/** How names of configuration files can end. */
export const confEndings: readonly string[] = Object.values(formats).flatMap(({ endings }) => endings)

export const loadFormat = (name: ConfFormatName): Promise<ConfFormat> => formats[name].load()

/** The format that the name of a file tells. */
export const confFormatOf = (path: string): ConfFormatName | undefined =>
  confFormatNames.find((name) => formats[name].endings.some((ending) => path.toLowerCase().endsWith(ending)))
