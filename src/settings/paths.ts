import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path'
import { kebabCase } from '#design'

/** A path that stands in a file, as seen from the working folder. No path, `-` and whole paths stay what they are. */
export const pathFrom = (file: string, path: string): string =>
  path === '' || path === '-' || isAbsolute(path) ? path : join(dirname(file), path)

/** A path as it must stand in a file to mean the same: the reverse of {@link pathFrom}. */
export const pathIn = (file: string, path: string): string =>
  path === '' || path === '-' || isAbsolute(path)
    ? path
    : keepSlash(relative(resolve(dirname(file)), resolve(path)) || '.', path)

/** A path from the root, by which paths that mean the same are the same text. */
export const wholePath = (path: string): string => (path === '' || path === '-' ? path : keepSlash(resolve(path), path))

/** A slash at its end says that a path is a folder. */
const keepSlash = (path: string, like: string) => (like.endsWith('/') && !path.endsWith('/') ? `${path}/` : path)

/** Whether values of a kind are paths. */
export const isPath = (kind: string) => kind === 'model' || kind === 'path'

/** Whether a word means a JSCAD file and not a design of the catalogue. */
export const isDesignFile = (word: string) => /[/\\]|\.([cm]?js|ts)$/.test(word)

/** What the design in a JSCAD file is called. */
export const designFileName = (path: string) => kebabCase(basename(path, extname(path)))
