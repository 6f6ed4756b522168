/** A solid or profile that the kernel cannot work with; the message names the operation, the position in its list, and the reason. */
export class GeometryProblem extends Error {
  override readonly name = 'GeometryProblem'
}
