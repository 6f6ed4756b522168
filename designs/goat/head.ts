import { blend, ellipsoid, type Field, type Vec3 } from '#solid'

export interface Head {
  readonly field: Field
  readonly bounds: { readonly min: Vec3; readonly max: Vec3 }
  readonly crown: Vec3
  readonly mouth: Vec3
}

export function goatHead(_: { horns: number; beard: boolean }): Head {
  const field = blend(
    6,
    ellipsoid([0, -5, 0], [18, 20, 22]),
    ellipsoid([0, -28, -4], [16, 20, 16]),
    ellipsoid([0, -40, -14], [10, 10, 14]),
  )
  return { field, bounds: { min: [-30, -60, -45], max: [30, 3, 45] }, crown: [0, -25, 12], mouth: [0, -38, -26] }
}
