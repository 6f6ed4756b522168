import { boardOf, type Chosen, count, defineDesign, flag, length, model, number, point, turn } from '#design'
import { hang, type MountStyle } from '#pegboard'
import { cellsUnder, checkGoatHook } from './goat-hook/check.ts'
import { goats, holeOf, sculptures } from './goat-hook/goat-hook.ts'
import { holeSolids } from './goat-hook/hole.ts'
import { LARGEST } from './goat-hook/judge-hole.ts'
import { plateOf, type Setup, usualHole, type Wanted } from './goat-hook/place.ts'
import { sculptureSolid } from './goat-hook/sculpture.ts'
import { heldScrewdriver } from './goat-hook/screwdriver.ts'

/**
 * A goat's head, or any other sculpture, with a funnel-shaped hole through the top of the head that comes out of the mouth: a screwdriver stands in it.
 *
 * It prints on its back. What the goat is made of leans no flatter than 45° over the bed, and its hole has a gable where it would have a ceiling.
 */
export default defineDesign({
  name: 'goat-hook',
  summary: "A goat's head to stand a screwdriver in: in at the crown, out of the mouth. Or any sculpture of yours.",
  parameters: {
    scale: number('Size of the goat; 1 is some 70 mm high', { default: goats.scale, min: 0.5, max: LARGEST }),
    shankDiameter: length('Diameter of the hole; take half a millimetre more than the shank that hangs in it', {
      default: 7,
      min: 2,
      max: 30,
    }),
    funnelDiameter: length('Diameter of the funnel where the hole begins', {
      default: ({ shankDiameter }) => Math.max(20, shankDiameter as number),
      min: 2,
      max: 60,
    }),
    funnelDepth: length('Depth of the funnel; 0: none', { default: 11, min: 0, max: 60 }),
    columns: count('Cells of the board that the plate covers, across', {
      default: (chosen) => cells(chosen).columns,
      min: 1,
      max: 12,
    }),
    rows: count('Cells of the board that the plate covers, down', {
      default: (chosen) => cells(chosen).rows,
      min: 1,
      max: 12,
    }),
    horns: length('How far the horns rise above the crown; 0: mere buds', { default: goats.horns, min: 0, max: 18 }),
    beard: flag('Whether the goat has a beard', { default: goats.beard }),
    detail: length('Length of the triangles that the sculpture is made of; 0: as fine as the quality asks', {
      default: 0,
      min: 0,
      max: 4,
    }),
    sculpture: model('Another sculpture in place of the goat'),
    sculptureScale: number('How many times larger than in its file the sculpture becomes', {
      default: sculptures.sculptureScale,
      min: 0.001,
      max: 1000,
    }),
    sculptureHeight: length('Height of the sculpture, in place of its scale; 0: by --sculpture-scale', {
      default: sculptures.sculptureHeight,
      min: 0,
      max: 500,
    }),
    sculptureTurn: turn('Turns about the axes, in this order, that let the sculpture look to -y', {
      default: sculptures.sculptureTurn,
    }),
    sculptureSink: length('How deep the sculpture melts into the plate', {
      default: sculptures.sculptureSink,
      min: 0.2,
      max: 200,
    }),
    holeFrom: point(
      'Where the hole begins: right of the middle, behind (-: before) the face of the board, above the top holes',
      {
        default: (chosen) => hole(chosen).from,
        min: -500,
        max: 500,
      },
    ),
    holeTo: point('Where the hole is out again, told like its beginning', {
      default: (chosen) => hole(chosen).to,
      min: -500,
      max: 500,
    }),
  },
  groups: {
    'Hole and plate': ['funnelDiameter', 'funnelDepth', 'holeFrom', 'holeTo', 'columns', 'rows'],
    'Sculpture from a file': ['sculpture', 'sculptureScale', 'sculptureHeight', 'sculptureTurn', 'sculptureSink'],
  },
  presets: { kid: { scale: 0.85, horns: 6, beard: false } },
  mount: 'slide-in',
  check: checkGoatHook,
  main: (values, context) => {
    const { columns, rows } = values
    return hang(
      {
        plate: { columns, rows, thickness: plateOf(values, context).thickness, cornerRadius: 3 },
        body: sculptureSolid(values, context),
        cut: holeSolids(holeOf(values), context.arc),
        laid: 'on its back',
      },
      context,
    )
  },
  held: (values) => heldScrewdriver(holeOf(values)),
})

const setupOf = (chosen: Chosen): Setup => ({ board: boardOf(chosen), mount: chosen.mount as MountStyle })

const cells = (chosen: Chosen) => cellsUnder(chosen.scale as number, setupOf(chosen))

const hole = (chosen: Chosen) => usualHole(chosen as unknown as Wanted, setupOf(chosen))
