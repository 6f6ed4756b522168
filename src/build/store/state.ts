/** A file that a build made. */
export interface MadeFile {
  /** Seen from the output folder, with `/` between folders. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** The last success of a part. It tells no time, for the same parts make the same state wherever and whenever they are made. */
export interface Made {
  /** Of everything that determines the files. */
  readonly fingerprint: string
  readonly files: readonly MadeFile[]
  /** In grams; of a part. */
  readonly mass?: number
  /** On the bed, in millimetres; of a part. */
  readonly size?: readonly [number, number, number]
}

/** The last failure of a part, if it came after its last success. */
export interface Failure {
  /** In one line. */
  readonly error: string
  /** When: ISO 8601, in UTC. */
  readonly at: string
}

/** What is known of a part. */
export interface PartState {
  readonly made?: Made
  readonly failure?: Failure
  /** How often it was tried in the run that made it, or in which it failed. */
  readonly attempts: number
}
