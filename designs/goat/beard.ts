import { blend, bothSides, type Field, taper } from '#solid'

/** A goatee of three locks; it leans forwards, so that its back prints without supports. */
export const beard = (): Field =>
  blend(
    0.8,
    taper([0, -21, -26], [0, -35, -46], 8, 1),
    bothSides(taper([4.5, -20, -25], [6, -31, -42], 6, 0.9)),
  )
