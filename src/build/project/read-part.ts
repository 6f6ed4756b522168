import { type Design, RequestProblem } from '#design'
import { type Format, formats } from '../../files/format.ts'
import { FileProblem } from '../../files/problem.ts'
import { isDesignFile, pathFrom } from '../../settings/paths.ts'
import { partValues } from '../../settings/part-schema.ts'
import type { Table } from '../../settings/table.ts'
import { axesOf } from './axes.ts'
import { byName, type Found, type Tell, valuesIn, wordsIn } from './by-name.ts'
import type { Sweep } from './sweep.ts'

/** What the reading of every part takes. */
export interface Reading {
  /** Path of the project file. */
  readonly file: string
  /** Gives the design that a word means: a name of the catalogue, or a path as seen from the working folder. */
  readonly loadDesign: (word: string) => Promise<Design>
  readonly tell: Tell
}

const KEYS = ['name', 'design', 'parameters', 'needs', 'copies', 'formats', 'preset']

/**
 * Reads a part as the file lists it.
 *
 * @param line Where it begins.
 * @returns A sweep for each design that it is made of; nothing if nobody can tell which parts these are.
 */
export async function readPart(part: Table, line: number, reading: Reading): Promise<readonly Sweep[] | undefined> {
  const { file, tell } = reading
  const own = byName(part, KEYS, tell, (key, near) => `a part has no ${key}${near}`)
  const at = (name: string): Found => own.get(name) ?? { key: name, value: [], line }
  const designs = await designsIn(at('design'), reading)
  const names = wordsIn(at('name'), tell)
  if (names.length === 0 && designs.length > 1) tell(line, 'lacks its name: of several designs, none gives it one')
  if (names.length > 1) tell(at('name').line, 'name is one for all parts of a sweep')
  const formats = formatsIn(at('formats'), tell)
  const needs = wordsIn(at('needs'), tell)
  wordsIn(at('preset'), tell)
  valuesIn(at('copies'), partValues.copies, tell)
  const sweeps = designs.map((design): Sweep | undefined => {
    const axes = axesOf(own, design, designs.length, tell)
    const group = names[0] ?? design.name
    return axes && { group, design, place: `${file}:${line}`, needs, ...(formats.length > 0 && { formats }), axes }
  })
  const isWhole = sweeps.length > 0 && sweeps.every((sweep) => sweep !== undefined)
  return isWhole ? sweeps : undefined
}

/** The designs that a part is made of; none if one of them cannot be had. */
async function designsIn(found: Found, { file, loadDesign, tell }: Reading): Promise<Design[]> {
  const words = wordsIn(found, tell)
  if (words.length === 0) tell(found.line, 'lacks its design: the name of one, or a JSCAD file')
  const designs: Design[] = []
  for (const word of words) {
    try {
      designs.push(await loadDesign(isDesignFile(word) ? designPath(file, word) : word))
    } catch (error) {
      if (!(error instanceof RequestProblem || error instanceof FileProblem)) throw error
      for (const reason of error.message.split('\n')) tell(found.line, reason)
    }
  }
  return designs.length === words.length ? designs : []
}

/** The path of a design file as seen from the working folder; it goes on to look like one. */
function designPath(file: string, word: string): string {
  const path = pathFrom(file, word)
  return isDesignFile(path) ? path : `./${path}`
}

function formatsIn(found: Found, tell: Tell): Format[] {
  const named = valuesIn(found, partValues.formats, tell) as Format[]
  for (const [i, format] of named.entries()) {
    const { ending } = formats[format]
    const before = named.slice(0, i).find((other) => formats[other].ending === ending)
    if (before) tell(found.line, `${found.key}: ${before} and ${format} would be one file, for both end in ${ending}`)
  }
  return named
}
