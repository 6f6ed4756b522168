import { readdirSync, statSync } from 'node:fs'
import { build } from 'vite'

const newest = (paths: readonly string[]): number =>
  Math.max(
    ...paths.map((path) => {
      const { mtimeMs } = statSync(path)
      const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => `${path}/${name}`) : []
      return inside.length > 0 ? newest(inside) : mtimeMs
    }),
  )

/** Builds what is shipped, where it is older than its sources: the tests of the command line and of the page run that and nothing else. */
export async function setup(): Promise<void> {
  const built = statSync('dist/site/index.html', { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built > newest(['src', 'designs', 'package.json', 'vite.config.ts'])) return
  await build({ logLevel: 'error' })
  await build({ root: 'src/preview', logLevel: 'error' })
}
