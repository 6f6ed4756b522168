/** Bytes beyond which a name leaves too little room for what is put around it: a name of a file has 255 at most. */
const LONGEST = 200

/** What some system takes for something else, or takes in no name at all. */
const FORBIDDEN = /[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u2028\u2029]|\p{Surrogate}/u

/** Devices of Windows, there in every folder, whatever ending they are given. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i

/** What is wrong with the name of a part, which is that of its files, too, on whatever system; nothing, if it will do. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'is empty'
  const [forbidden] = FORBIDDEN.exec(name) ?? []
  if (forbidden !== undefined) return `has ${JSON.stringify(forbidden)} in it, which names of files cannot have`
  if (/^[.\s-]/.test(name)) return 'begins with a dot, a dash or a space: begin it with a letter or a digit'
  if (/[.\s]$/.test(name)) return 'ends in a dot or a space'
  if (DEVICES.test(name)) return 'is a device on Windows, and no name for files'
  const bytes = Buffer.byteLength(name)
  return bytes > LONGEST ? `is too long for the name of a file: ${bytes} bytes, ${LONGEST} at most` : undefined
}

/** A name as file systems see it that tell neither case nor Unicode's ways to write the same letter: names alike in this are the same file. */
export const folded = (name: string) => name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** A value as a word in the name of a file: `1/4"` is `1-4in`. */
export function nameWord(value: unknown): string {
  const word = String(value)
    .replace(/["″”]/g, 'in')
    .replace(/['′’]/g, 'ft')
    .replaceAll('°', 'deg')
    .replace(/[^\p{L}\p{M}\p{N}.,+_-]+/gu, '-')
    .replace(/^[.-]+(?!\d)|[.-]+$/g, '')
  return word === '' ? 'none' : word
}
