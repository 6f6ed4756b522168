/** Stands for `process.exit` where a design is at work: it would take all else along, and nobody would be told. */
export const refuseExit: typeof process.exit = (code) => {
  throw new Error(`the design ended its process${code ? ` with ${code}` : ''}`)
}
