/** The colours of the scene. They stand in the style sheet with all others, where they differ by light and dark. */
export interface Palette {
  readonly part: string
  readonly board: string
  readonly crease: string
  /** Where a part is cut open. */
  readonly cut: string
  readonly boardCut: string
  readonly bed: string
  readonly bedLine: string
  /** Lines that measure. */
  readonly measure: string
  /** What a picture that is saved is drawn on. */
  readonly paper: string
}

/** The colours as they are now; a canvas does not follow the style sheet by itself. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    part: colour('scene-part'),
    board: colour('scene-board'),
    crease: colour('scene-crease'),
    cut: colour('scene-cut'),
    boardCut: colour('scene-board-cut'),
    bed: colour('scene-bed'),
    bedLine: colour('scene-bed-line'),
    measure: colour('ink'),
    paper: colour('paper'),
  }
}
