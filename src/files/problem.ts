/** Why the system refused, in words for a person. */
const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'is on a read-only file system',
  EISDIR: 'is a folder',
  ENOTDIR: 'leads through something that is no folder',
  EEXIST: 'leads through something that is no folder',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the device',
  EFBIG: 'is larger than a file may be there',
  EDQUOT: 'no space is left in the quota',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'leads through links in a circle',
  EBUSY: 'is in use',
  ETXTBSY: 'is in use',
}

/** A file that could not be read or written. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  /** What is wrong, without the path. */
  readonly reason: string

  /** @param cause The system's error, or words that say what is wrong with the path. */
  constructor(path: string, cause: unknown) {
    const { code = '', message } =
      cause instanceof Error ? (cause as NodeJS.ErrnoException) : { message: String(cause) }
    const reason = reasons[code] ?? message
    super(`${path}: ${reason}`, { cause })
    this.reason = reason
  }
}

/** What the system refused, told with the file that it names, or else with the one given. Other errors stay as they are. */
export function fileProblem(error: unknown, path: string): unknown {
  if (error instanceof FileProblem || !(error instanceof Error && 'code' in error)) return error
  const { dest, path: named } = error as NodeJS.ErrnoException & { readonly dest?: string }
  return new FileProblem(dest ?? named ?? path, error)
}
