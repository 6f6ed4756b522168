import { lstatSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { RequestProblem } from '#design'
import { FileProblem } from '../files/problem.ts'
import { confEndings, confFormatOf, loadFormat } from './formats/format.ts'
import { isDeep, SyntaxProblem, type Table } from './table.ts'

/** A configuration file that was read. */
export interface ConfFile {
  /** As messages tell it. */
  readonly path: string
  /** With its byte order mark, if it has one. */
  readonly text: string
  readonly table: Table
}

/** Bytes beyond which a file is none that a person keeps settings in. */
const MOST = 1_000_000

/**
 * The configuration file that lies in a folder, or in the nearest parent that has one.
 *
 * @returns Its path, seen from the folder.
 * @throws {RequestProblem} if there are two side by side.
 */
export function findConf(folder: string): string | undefined {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const found = confsIn(here).map((path) => relative(folder, path))
    if (found.length > 1) {
      throw refusal(found.join(' and '), 'lie side by side: say which with --conf, or keep only one')
    }
    if (found.length === 1 || here === dirname(here)) return found[0]
  }
}

/** The configuration files of the usual name that lie in a folder. */
export const confsIn = (folder: string) =>
  confEndings.map((ending) => join(folder, `${USUAL}${ending}`)).filter(isThere)

const USUAL = 'pegsmith'

/** Whether a configuration file has the name by which it is found. */
export const isUsual = (path: string) => confEndings.some((ending) => basename(path) === `${USUAL}${ending}`)

/** Whether a name is taken, even by a link that leads nowhere: somebody meant it. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/**
 * Reads a configuration file; its ending tells the format.
 *
 * @throws {RequestProblem} if it cannot be read, or is not in its format; says where.
 */
export async function readConf(path: string): Promise<ConfFile> {
  const format = await loadFormat(confFormat(path))
  const text = readText(path)
  try {
    const table = format.read(withoutMark(text))
    if (isDeep(table)) throw new RangeError()
    return { path, text, table }
  } catch (error) {
    // Readers of some formats run out of stack before there is a table to look at.
    if (error instanceof RangeError) throw refusal(path, 'has tables or lists too deep within one another')
    throw error instanceof SyntaxProblem ? syntaxRefusal(path, error) : error
  }
}

const MARK = '\ufeff'

/** The byte order mark at the beginning of a text, or nothing. */
export const markOf = (text: string) => (text.startsWith(MARK) ? MARK : '')

export const withoutMark = (text: string) => text.slice(markOf(text).length)

/** Text that is not in its format, as a request that cannot be met. */
export const syntaxRefusal = (path: string, { message, line, column }: SyntaxProblem) =>
  refusal([path, line, ...(column === undefined ? [] : [column])].join(':'), message)

/**
 * The format of a configuration file.
 *
 * @throws {RequestProblem} if its name tells none.
 */
export function confFormat(path: string) {
  const format = confFormatOf(path)
  if (!format) throw refusal(path, `ends in none of ${confEndings.join(', ')}`)
  return format
}

function readText(path: string): string {
  const bytes = readBytes(path)
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw refusal(`${path}:${lineAt(bytes, nul)}`, 'holds a NUL byte: it is no text file')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refusal(path, 'is not text in UTF-8')
  }
}

function readBytes(path: string): Uint8Array {
  try {
    const there = statSync(path)
    if (!there.isFile()) throw new Error(there.isDirectory() ? 'it is a folder' : 'it is no file')
    if (there.size > MOST) throw new Error(`it has ${there.size} bytes, and settings never more than ${MOST}`)
    return readFileSync(path)
  } catch (error) {
    throw refusal(path, `cannot be read: ${new FileProblem(path, error).reason}`)
  }
}

const lineAt = (bytes: Uint8Array, offset: number) =>
  bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1

const refusal = (subject: string, reason: string) => new RequestProblem(subject, [{ parameters: [], reason }])
