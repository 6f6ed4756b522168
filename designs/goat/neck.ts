import { bothSides, type Field, halfSpace, meet } from '#solid'

/** The neck in clean planes, like carved wood: broad at the plate, so that all that the head carries prints without supports. */
export const neck = (): Field =>
  bothSides(
    meet(
      2.5,
      halfSpace([20, 0, 0], [1, -0.1, 0.08]),
      halfSpace([15.5, 0, 24], [0.6, -0.4, 0.7]),
      halfSpace([0, 0, 26.5], [0.42, -0.42, 0.8]),
      halfSpace([14.5, 0, -29], [0.75, -0.2, -0.62]),
      halfSpace([0, 0, -36], [0, -0.35, -0.94]),
      halfSpace([0, -25, 0], [0, -1, 0]),
    ),
  )
