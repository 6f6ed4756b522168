import { flag, type Parameters } from '#design'
import type { Command } from './command.ts'
import { build } from './build.ts'
import { completion } from './completion.ts'
import { generate } from './generate.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { preview } from './preview.ts'
import { schema } from './schema.ts'
import { show } from './show.ts'
import { status } from './status.ts'

/**
 * Every command, in the order in which they are listed. They are loaded together, for each file of its own costs a millisecond or two; what
 * is large (yargs' explanations, the kernel, the writers of files) is loaded when it is needed.
 */
export const commands: readonly Command[] = [list, show, generate, init, build, status, preview, schema, completion]

/** Options of all of them. */
export const common: Parameters = { debug: flag('Tell where in the program an error arose', { default: false }) }
