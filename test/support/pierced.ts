import { defineDesign, model, type Model, point, problem, turn } from '#design'
import { boundsOf, cuboid, rotate, subtract, translate, type Mesh, type Vec3 } from '#solid'

/** A cube, 10 wide, around the origin. */
export const cube: Mesh = {
  points: Float32Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? 5 : -5)),
  triangles: Uint32Array.of(
    ...[0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5],
  ),
}

/** As if it had been read from a file. */
export const cubeModel: Model = {
  name: 'scans/my cube.stl',
  mesh: cube,
  mended: ['closed 3 holes', 'turned inside out'],
}

/** A block as large as a sculpture, with a cubic hole in it: a design with every kind of parameter that holds more than a number or a word. */
export const pierced = defineDesign({
  name: 'pierced',
  summary: 'A block with a hole in it.',
  parameters: {
    sculpture: model('What the block is as large as'),
    holeFrom: point('Corner of the hole', {
      default: ({ sculpture }): Vec3 => (sculpture ? [0, 0, 0] : [0, -2.5, 1]),
      min: -500,
      max: 500,
    }),
    sculptureTurn: turn('How the hole is turned', { default: [0, 0, 0] }),
  },
  check: ({ sculpture, holeFrom: [x] }) =>
    sculpture && x > 20 ? [problem(['holeFrom', 'sculpture'], 'do not meet')] : [],
  main: ({ sculpture, holeFrom, sculptureTurn }) => {
    const size = sculpture ? sizeOf(sculpture.mesh) : ([20, 20, 20] as const)
    const hole = translate(holeFrom, rotate(sculptureTurn, cuboid([30, 30, 30], [15, 15, 15])))
    return [{ solid: subtract(cuboid(size), hole), laid: 'upright' }]
  },
})

function sizeOf({ points }: Mesh): Vec3 {
  const { min, max } = boundsOf(points)
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
}
