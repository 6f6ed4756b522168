import { blend, bothSides, type Field, taper, within } from '#solid'

/** A goatee of three locks; it leans forwards, so that its back prints without supports. */
export const beard = (): Field =>
  within(
    [0, -28, -34],
    20,
    blend(
      0.8,
      taper([0, -20.5, -26], [0, -36, -45], 8, 1.2),
      bothSides(taper([4.5, -17.5, -24], [6.2, -33.5, -41.5], 6.5, 1.1)),
    ),
  )
