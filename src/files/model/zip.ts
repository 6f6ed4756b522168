import { unzipSync } from 'fflate'
import { UnreadableModel } from './facets.ts'

/** What a 3MF may unpack to, in bytes: 2.5 million facets take some 200 million. A zip of a few kilobytes can promise any size. */
const MOST_UNPACKED = 500_000_000

/**
 * The files in a zip that are asked for, by path without a leading slash.
 * Never more than the zip's directory tells of is unpacked, so what it tells is judged beforehand.
 *
 * @throws {UnreadableModel} if it is damaged, or would become too large.
 */
export function unzip(bytes: Uint8Array, asked: (path: string) => boolean): Map<string, Uint8Array> {
  let size = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!asked(plain(name))) return false
        size += originalSize
        if (size > MOST_UNPACKED) throw new UnreadableModel(tooLarge)
        return true
      },
    })
  } catch (error) {
    if (error instanceof UnreadableModel) throw error
    throw new UnreadableModel('is a zip that is cut short or damaged; fetch or export it again')
  }
  return new Map(Object.entries(files).map(([name, content]) => [plain(name), content]))
}

const tooLarge = `would unpack to more than ${MOST_UNPACKED / 1e6} MB: thin the model out (decimate it) first`

/** Paths within a package are told with and without a slash before them, and in letters of any size. */
export const plain = (path: string) => path.replace(/^\//, '').toLowerCase()
