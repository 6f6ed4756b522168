import { blend, bothSides, type Field, taper, within } from '#solid'

/** A goatee of three locks; it leans forwards, so that its back prints without supports. */
export const beard = (): Field =>
  within(
    [0, -28, -34],
    20,
    blend(
      1.2,
      taper([0, -19.5, -26], [0, -36.6, -44.5], 8.4, 1.2),
      bothSides(taper([4.5, -16, -24], [6.2, -34.4, -40.6], 7, 1.1)),
    ),
  )
