import { join } from 'node:path'
import { RequestProblem } from '#design'
import { mergeShards, type Shard } from '../build/merge.ts'
import { ownFolder } from '../build/store/own-folder.ts'
import { readState } from '../build/store/read-state.ts'
import { openStore } from '../build/store/store.ts'
import { isFolder } from '../files/write.ts'
import type { BuildOptions } from './build.ts'
import { parts } from './build-words.ts'
import { print, tell, warn } from './output.ts'
import type { Project } from './project.ts'

/** Joins the outputs of shards. */
export async function merge({ jobs, names: folders, output }: Project, { force, json }: BuildOptions): Promise<void> {
  const shards = readShards(folders)
  const store = await openStore(output)
  try {
    warn('build', store.news)
    const merged = await mergeShards(jobs, shards, store, output, force)
    for (const each of merged) {
      if (json) await print(`${JSON.stringify({ event: 'merged', ...each })}\n`)
      else if ('error' in each) tell(`pegsmith: ${each.part}: ${each.error}`)
      else await print(each.files.map(({ path }) => `${join(output, path)}\n`).join(''))
    }
    const missing = merged.filter((each) => 'error' in each).length
    if (missing > 0) process.exitCode = 1
    if (!json) tell(`${merged.length - missing} of ${parts(merged.length)} joined`)
  } finally {
    await store.close()
  }
}

function readShards(folders: readonly string[]): Shard[] {
  if (folders.length === 0) throw new RequestProblem('build', [wrong('--merge lacks the folders of the shards')])
  const unbuilt = folders.filter((folder) => !isFolder(ownFolder(folder).folder))
  if (unbuilt.length > 0) {
    throw new RequestProblem(
      'build',
      unbuilt.map((folder) => wrong(`${folder} is no output folder of a build`)),
    )
  }
  return folders.map((folder) => ({ folder, parts: readState(folder).parts }))
}

const wrong = (reason: string) => ({ parameters: [], reason })
