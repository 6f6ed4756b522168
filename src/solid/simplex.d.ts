/** The Hershey "simplex" font as JSCAD ships it: by character code, the advance and then x, y of each point; undefined lifts the pen. */
declare module '@jscad/modeling/src/text/fonts/single-line/hershey/simplex.js' {
  const simplex: Readonly<Record<number, readonly [advance: number, ...xy: (number | undefined)[]]>>
  export default simplex
}
