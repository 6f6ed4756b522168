/**
 * The labels of a usual box of thirty 25 mm bits, three rows of ten: cross and slotted, six-lobed, hexagonal and square. Boxes differ in which sizes
 * are doubled (unverified: no standard says).
 */
export const thirtyPieces = [
  ['PH1', 'PH2', 'PH2', 'PH3', 'PZ1', 'PZ2', 'PZ2', 'PZ3', 'SL4', 'SL6'],
  ['T10', 'T15', 'T20', 'T20', 'T25', 'T25', 'T27', 'T30', 'T40', 'T45'],
  ['H2', 'H2.5', 'H3', 'H4', 'H5', 'H6', 'H8', 'S1', 'S2', 'S3'],
]
  .flat()
  .join(',')
