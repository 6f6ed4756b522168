import type { Part } from '#design'

/** A kind of file that a part can be written as. */
interface FileFormat {
  /** How names of such files end. */
  readonly ending: string
  readonly mediaType: string
  /** The whole file. Its writer is loaded on first use, for a catalogue can be listed without it. */
  readonly encode: (part: Part) => Promise<Uint8Array>
}

/** The kinds of file by name; where two share an ending, the first is what it means. */
export const formats = {
  stl: {
    ending: '.stl',
    mediaType: 'model/stl',
    encode: async ({ mesh, title }) => (await import('./stl.ts')).binaryStl(mesh, title),
  },
  'stl-ascii': {
    ending: '.stl',
    mediaType: 'model/stl',
    encode: async ({ mesh, title }) => (await import('./stl.ts')).textStl(mesh, title),
  },
} as const satisfies Record<string, FileFormat>

export type Format = keyof typeof formats

export const formatNames = Object.keys(formats) as Format[]

/** A part as the bytes of a file. The same part gives the same bytes everywhere. */
export const encode = async (part: Part, format: Format): Promise<Uint8Array> => formats[format].encode(part)

/** What the name of a file says about its format. */
export const formatOf = (path: string): Format | undefined =>
  formatNames.find((name) => path.toLowerCase().endsWith(formats[name].ending))
