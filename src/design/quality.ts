/** How finely curves are cut. */
export const qualities = ['draft', 'normal', 'fine'] as const
export type Quality = (typeof qualities)[number]

/** The furthest that a chord may stray from its arc, in millimetres; a layer is 0.2 high and a printer places to about 0.05. */
const chordError: Record<Quality, number> = { draft: 0.1, normal: 0.04, fine: 0.006 }

/** Segments for a full circle, a multiple of four so that its extremes lie on the axes. */
export const arcOf =
  (quality: Quality) =>
  (radius: number): number => {
    const half = Math.acos(1 - Math.min(chordError[quality] / radius, 0.3))
    return Math.max(8, 4 * Math.ceil(Math.PI / half / 4))
  }
