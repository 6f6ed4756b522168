import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Those of the programs that are not installed. */
export const missing = (...programs: readonly string[]) =>
  programs.filter((program) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error)

/** What admesh counts in a file as it stands, before any repair of its own. */
export async function admesh(file: string) {
  const { stdout } = await run('admesh', [file])
  const number = (label: string) => {
    const found = new RegExp(`${label}\\s*:\\s*(-?[\\d.]+)`).exec(stdout)
    if (!found) throw new Error(`admesh says nothing of "${label}":\n${stdout}`)
    return Number(found[1])
  }
  return {
    facets: number('Number of facets'),
    openFacets: number('Total disconnected facets'),
    degenerateFacets: number('Degenerate facets'),
    // Not "Normals fixed": admesh reckons them in float32, which is not enough for a facet as thin as a hair.
    repairs: ['Edges fixed', 'Facets removed', 'Facets added', 'Facets reversed', 'Backwards edges']
      .map(number)
      .reduce((sum, count) => sum + count),
    parts: number('Number of parts'),
    volume: number('Volume'),
  }
}

/** What PrusaSlicer tells of a file: its `manifold` is yes or no. */
export async function slicerInfo(file: string): Promise<Record<string, string>> {
  const { stdout } = await run('prusa-slicer', ['--info', file])
  return Object.fromEntries([...stdout.matchAll(/^(\w+) *= *(.*)$/gm)].map(([, key, value]) => [key, value]))
}

/** Slices a file, and returns the G-code. */
export async function slice(file: string, gcode: string, options: readonly string[]): Promise<string> {
  await run('prusa-slicer', ['--export-gcode', ...options, '-o', gcode, file])
  return readFile(gcode, 'latin1')
}
