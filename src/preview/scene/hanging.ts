import type { Pose } from '#design'

/** How far a millimetre's move is when it is a turn of one degree: the pegs of a part of usual height move about as much. */
const DEGREE = 1

/** Where a part stands at a fraction of its path, between whose poses it moves straight, at even speed. */
export function poseAlong(path: readonly Pose[], at: number): Pose {
  const lengths = path.slice(1).map((to, i) => {
    const from = path[i]
    return Math.hypot(to.y - from.y, to.z - from.z, (to.tilt - from.tilt) * DEGREE)
  })
  let left = at * lengths.reduce((sum, length) => sum + length, 0)
  for (const [i, length] of lengths.entries()) {
    if (left < length) return between(path[i], path[i + 1], left / length)
    left -= length
  }
  return path[path.length - 1]
}

const between = (from: Pose, to: Pose, part: number): Pose => ({
  y: from.y + (to.y - from.y) * part,
  z: from.z + (to.z - from.z) * part,
  tilt: from.tilt + (to.tilt - from.tilt) * part,
})
