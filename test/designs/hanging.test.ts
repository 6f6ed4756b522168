import { beforeAll, expect, test } from 'vitest'
import { boardOf, resolveParameters } from '#design'
import { boards, boardSolid, mountStyles, planPlate } from '#pegboard'
import { build, intersect, rotate, type Solid, startKernel, translate } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { poseAlong } from '../../src/preview/scene/hanging.ts'
import { volumeOf } from '../support/volume.ts'

beforeAll(() => startKernel())

const cases = catalogue.flatMap((design) =>
  Object.keys(boards).flatMap((board) =>
    // A design without a choice of mount hangs by pegs of its own.
    ('mount' in design.parameters ? mountStyles : ['its own']).map((mount) => ({
      design,
      name: design.name,
      board,
      mount,
    })),
  ),
)

/** Poses tried along a path; enough that nothing thinner than half a millimetre could slip through between two. */
const STATIONS = 24

test.each(cases)(
  '$name hangs on $board by $mount pegs, touching nothing on its way, and stays',
  ({ design, board, mount }) => {
    const parameters = resolveParameters(design, { board, ...('mount' in design.parameters && { mount }) })
    const on = boardOf(parameters)
    build(() => {
      const pieces = design.main(parameters, 'normal')
      const plate = pieces.find((piece) => piece.plate)?.plate
      expect(plate, 'the design hangs by a plate').toBeDefined()
      const plan = planPlate(plate!, on)
      expect(plan?.held).toBe(true)
      const sheet = boardSolid(on, plate!, () => 96)
      const shared = (pose: { y: number; z: number; tilt: number }) =>
        pieces.reduce((sum, { solid }) => sum + volumeOf(intersect(hung(solid, pose), sheet)), 0)
      for (let i = 0; i <= STATIONS; i++) expect(shared(poseAlong(plan!.path, i / STATIONS))).toBeLessThan(0.05)
      for (const z of [-on.clearance / 2, 0, on.clearance / 2]) {
        expect(shared({ y: -plan!.play - 0.5, z, tilt: 0 })).toBeGreaterThan(0.1)
      }
    })
  },
)

const hung = (solid: Solid, { y, z, tilt }: { y: number; z: number; tilt: number }) =>
  translate([0, y, z], rotate([-tilt, 0, 0], solid))
