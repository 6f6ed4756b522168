/** The colours of the scene. They stand in the style sheet with all others, where they differ by light and dark. */
export interface Palette {
  readonly part: string
  readonly board: string
  readonly crease: string
}

/** The colours as they are now; a canvas does not follow the style sheet by itself. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--scene-${name}`).trim()
  return { part: colour('part'), board: colour('board'), crease: colour('crease') }
}
