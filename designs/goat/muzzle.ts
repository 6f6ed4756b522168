import { blend, bothSides, ellipsoid, type Field, hewn, taper, within } from '#solid'

/** The wedge from the brow to the nose, in clean planes. */
export const face = (): Field =>
  within(
    [0, -38, -1],
    30,
    bothSides(
      hewn(
        2.5,
        [
          [0, -42, 13.2],
          [0, -0.75, 0.66],
        ],
        [
          [4.4, -42, 13.2],
          [0.62, -0.56, 0.5],
        ],
        [
          [12.5, -36, 6],
          [0.97, -0.26, -0.05],
        ],
        [
          [0, -56.5, -6],
          [0, -0.97, -0.18],
        ],
        [
          [0, -40, -17],
          [0, 0, -1],
        ],
        [
          [0, -30, 18],
          [0, 0.26, 0.97],
        ],
        [
          [0, -20, 0],
          [0, 1, 0],
        ],
      ),
    ),
  )

/** Nose and the two lobes of the upper lip. */
export const nose = (): Field =>
  within(
    [0, -50, -8],
    13,
    blend(2, ellipsoid([0, -51, -5.5], [7.2, 6.2, 5.5]), bothSides(ellipsoid([3, -50, -10.5], [5, 6.6, 5]))),
  )

/** Nostrils like commas, that run together into the split of the upper lip. */
export const nostrils = (): Field =>
  within(
    [0, -56, -9],
    12,
    bothSides(
      blend(
        1.2,
        taper([3.3, -57.1, -6.2], [7.2, -52.4, -2.6], 1.8, 1.2),
        taper([2.8, -57.8, -7.5], [0, -57.6, -10], 1.2, 1.2),
        taper([0, -57.6, -10], [0, -56.3, -18], 1.2, 1.2),
      ),
    ),
  )
