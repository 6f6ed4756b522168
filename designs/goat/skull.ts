import { blend, bothSides, ellipsoid, type Field, halfSpace, meet, taper, withinBox } from '#solid'

/** The back of the head: a crown, flat across the hole and broad enough for its funnel, and what carries the eyes' backs over the bed. */
export function skull(): Field {
  const brain = ellipsoid([0, -24, 5], [17, 18, 13])
  const crown = meet(2, halfSpace([0, -28, 17.6], [0, 0.26, 0.97]), taper([0, -27.5, 22], [0, -29, 4], 14, 15))
  const sockets = taper([11, -31.5, 6.6], [6.5, -22, 6], 7.6, 8.5)
  return bothSides(withinBox([0, -45, -13], [20, -5, 21], blend(4, brain, crown, sockets), 6))
}

/** Cheeks, puffed out by laughing. */
export const cheeks = (): Field => bothSides(ellipsoid([9.5, -29, -4], [7.5, 8, 7]))
