import { boardOf, type Chosen, count, defineDesign, length, problem } from '#design'
import { hang, leastPlate, type MountStyle } from '#pegboard'

/** The pegboard blank: a bare plate with pegs. The base that all others stand on, and a thing to screw, glue or print anything onto. */
export default defineDesign({
  name: 'blank',
  summary: 'A bare plate that hangs on the board: glue, screw or model anything onto it.',
  parameters: {
    columns: count('Cells of the board that it covers, across', { default: 2, min: 1, max: 12 }),
    rows: count('Cells of the board that it covers, down', { default: 2, min: 1, max: 12 }),
    plateThickness: length('Thickness of the plate', { default: usualThickness, min: 2.4, max: 20 }),
    cornerRadius: length('Radius of the corners, seen from the front', { default: 3, min: 0, max: 10 }),
  },
  mount: 'slide-in',
  check: ({ plateThickness }, { board, mount }) => {
    const least = leastPlate({ board, mount }, 'on its front')
    return plateThickness < least
      ? [problem('plateThickness', `is too thin to hold --mount ${mount}: at least ${least}`, least)]
      : []
  },
  main: ({ columns, rows, plateThickness, cornerRadius }, context) =>
    hang({ plate: { columns, rows, thickness: plateThickness, cornerRadius }, laid: 'on its front' }, context),
})

/** Six millimetres, or what the pegs of a large hole ask for. */
function usualThickness(chosen: Chosen): number {
  return Math.max(6, leastPlate({ board: boardOf(chosen), mount: chosen.mount as MountStyle }, 'on its front'))
}
