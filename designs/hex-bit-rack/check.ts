import { type Problem, problem } from '#design'
import { bits } from './bits.ts'
import { FARTHEST } from './defaults.ts'
import { CAPITAL, labelsOf, riserFor, spacingFor } from './labels.ts'
import { type Choice, layTiers, leastSpacing } from './tiers.ts'

/** Least shank above a socket, for two fingertips. */
const GRIP = 8
/** Least that is seen of a riser: below it a tier hardly rises. */
const LEAST_RISER = 2
/** Largest rack: what is larger fits no printer and was hardly meant. */
const LARGEST = 1000

/** Up to the tenth, so that what is suggested can be typed. */
const upToTenth = (least: number) => Math.ceil(least * 10 - 1e-6) / 10

/** What cannot go together in a rack, each with what would work. */
export function checkRack(choice: Choice & { readonly labels: string }): Problem[] {
  const labels = labelsOf(choice.labels)
  return [
    ...checkDepth(choice),
    ...checkSpacing(choice),
    ...checkLabels(choice, labels),
    ...checkStep(choice, labels.some(Boolean)),
    ...checkSize(choice),
  ]
}

function checkDepth({ bit, depth }: Choice): Problem[] {
  const { length } = bits[bit]
  const most = length - GRIP
  if (depth <= most) return []
  return [problem(['depth', 'bit'], `leave too little to grip: a bit ${length} long must stand ${GRIP} proud`, most)]
}

function checkSpacing(choice: Choice): Problem[] {
  const least = upToTenth(leastSpacing(choice))
  if (choice.spacing >= least) return []
  return [problem(['spacing', 'bit', 'mouthChamfer'], `leave no wall between sockets: ${least} apart at least`, least)]
}

function checkLabels(choice: Choice, labels: readonly string[]): Problem[] {
  const { columns, rows, spacing } = choice
  const sockets = columns * rows
  const tooMany =
    labels.length > sockets
      ? [problem(['labels', 'columns', 'rows'], `do not go together: ${labels.length} labels for ${sockets} sockets`)]
      : []
  const needs = labels.map((label) => (label === '' ? 0 : upToTenth(spacingFor(label, CAPITAL.least))))
  const least = Math.max(0, ...needs)
  const widest = `"${labels[needs.indexOf(least)]}"`
  if (least > FARTHEST) return [...tooMany, problem('labels', `cannot be met: ${widest} is too long for any spacing`)]
  if (spacing >= least) return tooMany
  const suggested = Math.max(least, upToTenth(leastSpacing(choice)))
  const reason = `leave no room for ${widest} in capitals ${CAPITAL.least} high: ${least} apart at least`
  return [...tooMany, problem(['spacing', 'labels'], reason, suggested)]
}

function checkStep(choice: Choice, labelled: boolean): Problem[] {
  const { rows, step, spacing } = choice
  const { slope } = layTiers(choice)
  const riser = labelled ? riserFor(CAPITAL.least) : LEAST_RISER
  const least = upToTenth(spacing * slope + riser)
  if (rows === 1 || step >= least) return []
  return [
    problem(
      ['step', 'lean', 'spacing', ...(labelled ? ['labels'] : [])],
      `leave too little of each riser, ${labelled ? 'which carries a label' : `of which ${LEAST_RISER} must show`}: step at least ${least}`,
      least,
    ),
  ]
}

function checkSize(choice: Choice): Problem[] {
  const { columns, rows, spacing, step } = choice
  const { width, depth, height } = layTiers(choice).size
  const too = (long: number, how: string) => `make a rack ${Math.round(long)} ${how}: ${LARGEST} at most`
  const fewer = (count: number, excess: number, each: number) => count - Math.ceil(excess / each)
  return [
    ...(width > LARGEST
      ? [problem(['columns', 'spacing'], too(width, 'wide'), fewer(columns, width - LARGEST, spacing))]
      : []),
    ...(depth > LARGEST
      ? [problem(['rows', 'spacing'], too(depth, 'deep'), fewer(rows, depth - LARGEST, spacing))]
      : []),
    ...(height > LARGEST ? [problem(['rows', 'step'], too(height, 'high'), fewer(rows, height - LARGEST, step))] : []),
  ]
}
