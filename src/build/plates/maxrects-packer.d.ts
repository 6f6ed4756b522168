/** What of the library is used. Its own types leave out what rectangles become, and the file that it names to Node is none that Node can import. */
declare module 'maxrects-packer/dist/maxrects-packer.mjs' {
  /** Turned by a right angle where `rot` says so; width and height are those that it then has. */
  interface Rectangle<Data> {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly rot: boolean
    readonly data: Data
  }

  export class MaxRectsBin<Data extends { readonly allowRotation: boolean }> {
    constructor(
      width: number,
      height: number,
      padding: number,
      options: { smart: boolean; pot: boolean; allowRotation: boolean; logic: 0 | 1 },
    )
    readonly rects: readonly Rectangle<Data>[]
    /** @returns Nothing if there is no room. */
    add(width: number, height: number, data: Data): Rectangle<Data> | undefined
  }
}
