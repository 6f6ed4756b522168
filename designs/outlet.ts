import { choice, count, defineDesign, length, type Problem, problem } from '#design'
import { hang } from '#pegboard'
import { type Carving, sinkPockets } from '#solid'
import { plateOnCore } from './outlet/body.ts'
import { dummyMark } from './outlet/dummy-mark.ts'
import { receptacleAt, screwHeadAt } from './outlet/face.ts'
import { breaksOut, layOut } from './outlet/layout.ts'
import { type Receptacle, type ReceptacleName, receptacles } from './outlet/receptacles.ts'
import { heldTester } from './outlet/held-tester.ts'

/**
 * A wall plate that leads nowhere, to park what plugs in: mission "the circuit tester and the grounding adapter are plugged in where they are seen".
 *
 * It prints on its back, with faces and openings upwards: a core as large as the cells behind it flares by 45° to the wall plate, so nothing hangs in the
 * air. The body is as deep as the longest pin needs. On the back it says that it is a dummy.
 */
export default defineDesign({
  name: 'outlet',
  summary: 'A fake electrical outlet: the circuit tester and the grounding adapter are plugged in where they are seen.',
  parameters: {
    receptacle: choice('Which plugs it takes', Object.keys(receptacles) as ReceptacleName[], { default: 'nema-5-15' }),
    receptacles: count('Receptacles in a gang, one above the other', {
      default: ({ receptacle }) => ((receptacles[receptacle as ReceptacleName] as Receptacle).apart ? 2 : 1),
      min: 1,
      max: 2,
    }),
    gangs: count('Gangs side by side', { default: 1, min: 1, max: 3 }),
    play: length('How much wider an opening is than the standard asks', { default: 0.3, min: 0, max: 1 }),
  },
  mount: 'slide-in',
  check: ({ receptacle, receptacles: perGang, gangs }, context) => {
    const kind: Receptacle = receptacles[receptacle]
    const problems: Problem[] = []
    if (perGang === 2 && !kind.apart) {
      problems.push(
        problem(
          ['receptacles', 'receptacle'],
          `do not go together: a ${receptacle} plate has 1 in a gang; set --gangs for more`,
          1,
        ),
      )
    }
    const layout = layOut(kind, { receptacles: perGang, gangs }, context)
    if (breaksOut(kind, layout)) {
      problems.push(
        problem(
          ['gangs', 'pitch'],
          'do not go together: so few cells fit behind the plate that its openings would break out of the body',
          1,
        ),
      )
    }
    return problems
  },
  main: ({ receptacle, receptacles: perGang, gangs, play }, context) => {
    const { arc } = context
    const kind: Receptacle = receptacles[receptacle]
    const layout = layOut(kind, { receptacles: perGang, gangs }, context)
    const { columns, rows, middle, foot, bare } = layout
    const [blank, ...strips] = hang(
      { plate: { columns, rows, thickness: foot, cornerRadius: 1 }, laid: 'on its back' },
      context,
    )
    const front: Carving = {
      rings: plateOnCore(layout, arc),
      carvings: [
        ...layout.receptacles.flatMap((at) => receptacleAt(at, kind, layout, play, arc)),
        ...layout.screws.map((at) => screwHeadAt(at, layout, arc)),
      ],
    }
    const outlet = sinkPockets(
      blank.solid,
      { pocket: [lowered(front, foot)], mouths: [[0, -foot, middle]], lean: 90 },
      { pocket: dummyMark(layout), mouths: [[bare.x, 0, bare.z]], lean: -90 },
    )
    return [{ ...blank, solid: outlet }, ...strips]
  },
  held: ({ receptacle, receptacles: perGang, gangs }, context) =>
    heldTester(layOut(receptacles[receptacle], { receptacles: perGang, gangs }, context)),
})

/** A carving whose heights were measured from below the face that it is carved in. */
const lowered = ({ rings, carvings = [] }: Carving, by: number): Carving => ({
  rings: rings.map(({ z, points }) => ({ z: z - by, points })),
  carvings: carvings.map((each) => lowered(each, by)),
})
