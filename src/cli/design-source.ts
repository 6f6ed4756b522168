import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Design } from '#design'
import { contentsOf } from '../build/fingerprint.ts'
import { findDesign } from '../make.ts'
import { isDesignFile } from '../settings/paths.ts'

/** A design, and the files that it came from. */
export interface DesignSource {
  readonly design: Design
  /** Every path that was looked at, with the edition that was found there; a design of the catalogue has none. */
  readonly editions: ReadonlyMap<string, string>
  /** Stands for what is in those files. */
  readonly code: string
}

/** The design that a word means: one of the catalogue, or one in a JSCAD file. */
export async function openDesign(word: string): Promise<DesignSource> {
  if (!isDesignFile(word)) return { design: findDesign(word), editions: new Map(), code: '' }
  const editions = new Map<string, string>()
  const design = await (await import('./design-file.ts')).loadDesignFile(word, editions)
  const files = [...editions].flatMap(([file, edition]) => (edition === '' ? [] : [file]))
  return { design, editions, code: contentsOf(files) }
}

/** Stands for all code of the program, as it is installed. */
export const programCode = (): string =>
  contentsOf(
    readdirSync(import.meta.dirname)
      .filter((name) => /\.(js|wasm)$/.test(name))
      .sort()
      .map((name) => join(import.meta.dirname, name)),
  )
