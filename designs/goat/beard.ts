import { blend, bothSides, type Field, taper, within } from '#solid'

/** A goatee of three locks; it leans forwards, so that its back prints without supports. */
export const beard = (): Field =>
  within(
    [0, -28, -34],
    20,
    blend(
      2,
      taper([0, -19.5, -26], [0, -35.6, -43.2], 8.4, 1.5),
      bothSides(taper([4.5, -16, -24], [6.2, -35.6, -40.4], 7, 1.7)),
    ),
  )
