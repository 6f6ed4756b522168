import { angle, choice, count, defineDesign, length, text } from '#design'
import { hang, plateBounds } from '#pegboard'
import { sinkPockets, union } from '#solid'
import { type BitName, bits, type FitName, fits } from './hex-bit-rack/bits.ts'
import { checkRack } from './hex-bit-rack/check.ts'
import { labelsOf, labelSolids } from './hex-bit-rack/labels.ts'
import { thirtyPieces } from './hex-bit-rack/thirty-pieces.ts'
import { mouthsOf, socket, stairs } from './hex-bit-rack/stairs.ts'
import { defaultDepth, defaultSpacing, defaultStep, FARTHEST } from './hex-bit-rack/defaults.ts'
import { plateFor } from './hex-bit-rack/plate.ts'
import { layTiers } from './hex-bit-rack/tiers.ts'
import { heldBits } from './hex-bit-rack/held-bits.ts'

/** Tiers of hexagonal sockets, like stairs: every bit stands in sight, its tip towards the viewer, with room around it for fingers. */
export default defineDesign({
  name: 'hex-bit-rack',
  summary: 'Tiers of hexagonal sockets that keep every bit in sight.',
  parameters: {
    columns: count('Sockets side by side', { default: 10, min: 1, max: 100 }),
    rows: count('Tiers, one behind and above the other', { default: 3, min: 1, max: 100 }),
    bit: choice('Drive of the bits', Object.keys(bits) as BitName[], { default: 'quarter-inch' }),
    fit: choice('How closely a socket holds its bit', Object.keys(fits) as FitName[], { default: 'easy' }),
    lean: angle('How far the bits lean out of the board, tips towards the viewer', { default: 15, min: 0, max: 30 }),
    labels: text('Names of the bits, comma separated, row by row from the top left; blank ones are left out', {
      default: '',
      maxLength: 20_000,
    }),
    depth: length('Depth of a socket', { default: ({ bit }) => defaultDepth(bit as BitName), min: 8, max: 20 }),
    spacing: length('Distance from bit to bit', {
      default: ({ bit, labels }) => defaultSpacing(bit as BitName, labels as string),
      min: 7,
      max: FARTHEST,
    }),
    step: length('Rise from one tier to the next', {
      default: ({ spacing, lean, labels }) => defaultStep(spacing as number, lean as number, labels as string),
      min: 2,
      max: 60,
    }),
    mouthChamfer: length('Chamfer around the mouth of a socket', { default: 0.5, min: 0, max: 2 }),
  },
  groups: { Sockets: ['depth', 'spacing', 'step', 'mouthChamfer'] },
  presets: { '30-piece': { columns: 10, rows: 3, labels: thirtyPieces } },
  mount: 'slide-in',
  check: checkRack,
  main(values, context) {
    const tiers = layTiers(values)
    const plate = plateFor(tiers, context)
    const stand = { plate: -plate.thickness, bed: plateBounds(plate, context.board).bottom }
    const [rack, ...pegs] = hang({ plate, body: stairs(values, tiers, stand), laid: 'upright' }, context)
    const pockets = { pocket: socket(values, tiers), mouths: mouthsOf(values, tiers, stand), lean: values.lean }
    const labels = labelSolids(labelsOf(values.labels), values, tiers, stand)
    return [{ ...rack, solid: union(sinkPockets(rack.solid, pockets), ...labels) }, ...pegs]
  },
  held: heldBits,
})
