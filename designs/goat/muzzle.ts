import { blend, bothSides, ellipsoid, type Field, halfSpace, meet, taper } from '#solid'

/** The wedge from the brow to the nose, in clean planes. */
export const face = (): Field =>
  bothSides(
    meet(
      2.5,
      halfSpace([0, -42, 12], [0, -0.82, 0.57]),
      halfSpace([5.2, -42, 12], [0.62, -0.6, 0.4]),
      halfSpace([12.5, -36, 6], [0.97, -0.24, -0.1]),
      halfSpace([0, -56, -6], [0, -0.97, -0.1]),
      halfSpace([0, -40, -17], [0, 0, -1]),
      halfSpace([0, -30, 16], [0, 0, 1]),
      halfSpace([0, -20, 0], [0, 1, 0]),
    ),
  )

/** Nose and the two lobes of the upper lip. */
export const nose = (): Field =>
  blend(2, ellipsoid([0, -51, -5.5], [7.2, 6.2, 5.5]), bothSides(ellipsoid([3, -50, -11.5], [5, 6.6, 5.4])))

/** Nostrils like commas, that run together into the split of the upper lip. */
export const nostrils = (): Field =>
  bothSides(
    blend(
      0.6,
      taper([2.9, -57.6, -6.2], [7.4, -53, -2.4], 1.7, 1),
      taper([2.4, -57.8, -7.3], [0, -57.3, -9.6], 0.9, 0.9),
      taper([0, -57.4, -9.6], [0, -56.6, -18], 0.9, 0.9),
    ),
  )
