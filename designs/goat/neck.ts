import { bothSides, type Field, hewn } from '#solid'

/** The neck in clean planes, like carved wood: broad at the plate, so that all that the head carries prints without supports. */
export const neck = (): Field =>
  bothSides(
    hewn(
      2.5,
      [
        [20, 0, 0],
        [1, -0.1, 0.08],
      ],
      [
        [15, 0, 22],
        [0.6, -0.4, 0.7],
      ],
      [
        [0, 0, 23.5],
        [0, -0.45, 0.87],
      ],
      [
        [14.5, 0, -29],
        [0.75, -0.2, -0.62],
      ],
      [
        [0, 0, -36],
        [0, -0.35, -0.94],
      ],
      [
        [0, -25, 0],
        [0, -1, 0],
      ],
    ),
  )
