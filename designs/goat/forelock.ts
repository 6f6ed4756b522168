import { blend, type Field, taper, within } from '#solid'

/** A forelock of three points that fans out from the crown over the brow, brushed a little to one side. */
export const forelock = (): Field =>
  within(
    [0, -43.5, 9.5],
    14,
    blend(
      1.8,
      taper([0, -42, 13.8], [1.2, -51.2, 2.2], 4.8, 1.3),
      taper([3.6, -41, 14], [7, -46.4, 5], 4.4, 1.3),
      taper([-3.6, -41, 14], [-5.8, -46.9, 5.5], 4.4, 1.3),
    ),
  )
