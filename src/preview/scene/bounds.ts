import { type Box3, type Camera, Group, LineBasicMaterial, LineSegments, Vector3 } from 'three'
import { geometryOf } from './geometry.ts'
import type { Label, Labels } from './labels.ts'

/** The box around the part, with its three sizes on lines that stand where they are seen best. */
export interface BoundsView {
  readonly object: Group
  /** @param text Writes a length in millimetres for people. @param onBed Whether there is a bed below, which the lines then stay above. */
  readonly measure: (box: Box3, text: (length: number) => string, onBed: boolean) => void
  readonly hide: () => void
  /** Turns the sizes to the viewer. */
  readonly face: (camera: Camera) => void
  readonly paint: (line: string) => void
  readonly dispose: () => void
}

/** How far from the box a line stands, by the box's diagonal. */
const AWAY = 0.06
/** How much longer the lines are that lead out to it. */
const BEYOND = 1.35
/** Cosines of angles to the line of sight from which on a line is seen from its end, and a side of the box from its front. */
const [END_ON, FACING] = [0.97, 0.85]

export function boundsView(labels: Labels): BoundsView {
  const faint = new LineBasicMaterial({ transparent: true, opacity: 0.35 })
  const strong = new LineBasicMaterial({ transparent: true, opacity: 0.9, depthTest: false })
  const frame = new LineSegments(geometryOf(new Float32Array()), faint)
  const lines = new LineSegments(geometryOf(new Float32Array(9 * 6)), strong)
  lines.frustumCulled = false
  lines.renderOrder = 5
  const object = new Group().add(frame, lines)
  object.visible = false
  const texts: Label[] = [0, 1, 2].map(() => labels.add('size'))
  let measured: { readonly box: Box3; readonly onBed: boolean } | undefined

  return {
    object,
    measure(box, text, onBed) {
      measured = { box, onBed }
      frame.geometry.dispose()
      frame.geometry = geometryOf(Float32Array.from(edges(box)))
      box
        .getSize(new Vector3())
        .toArray()
        .forEach((size, axis) => texts[axis].write(text(size)))
      object.visible = true
    },
    hide() {
      object.visible = false
      for (const text of texts) text.place(undefined)
    },
    face(camera) {
      if (!object.visible || !measured) return
      const { box, onBed } = measured
      const eye = object.worldToLocal(camera.position.clone())
      const away = AWAY * box.min.distanceTo(box.max)
      const positions = lines.geometry.getAttribute('position')
      for (const [axis, { from, to, out }] of dimensions(box, eye, onBed).entries()) {
        const [start, end] = [from, to].map((corner) => corner.clone().addScaledVector(out, away))
        // A line that is seen from its end has no length to read.
        const view = eye.clone().sub(from).normalize()
        const endOn = Math.abs(to.clone().sub(from).normalize().dot(view)) > END_ON
        const tip = (corner: Vector3) => corner.clone().addScaledVector(out, away * BEYOND)
        const points = endOn ? Array(6).fill(from) : [start, end, from, tip(from), to, tip(to)]
        points.forEach(({ x, y, z }: Vector3, i) => positions.setXYZ(axis * 6 + i, x, y, z))
        texts[axis].place(endOn ? undefined : object.localToWorld(start.lerp(end, 0.5)))
      }
      positions.needsUpdate = true
    },
    paint(colour) {
      faint.color.set(colour)
      strong.color.set(colour)
    },
    dispose() {
      for (const each of [frame.geometry, lines.geometry, faint, strong]) each.dispose()
    },
  }
}

interface Dimension {
  readonly from: Vector3
  readonly to: Vector3
  /** Away from the box, of length 1. */
  readonly out: Vector3
}

/** For each axis the edge of the box that stands at its outline, as it is seen from `eye`. */
function dimensions({ min, max }: Box3, eye: Vector3, onBed: boolean): Dimension[] {
  const middle = min.clone().add(max).divideScalar(2)
  const view = eye.clone().sub(middle).normalize()
  const right = view.x > 0
  const front = view.y < 0
  const [nearX, farX] = right ? [max.x, min.x] : [min.x, max.x]
  const nearY = front ? min.y : max.y
  const [outX, outY] = [new Vector3(right ? 1 : -1, 0, 0), new Vector3(0, front ? -1 : 1, 0)]
  // What looks at the viewer is nearer than all else, and its edges are the outline.
  const [edgeX, edgeZ] = [Math.abs(view.x) > FACING ? nearX : farX, view.z > FACING ? max.z : min.z]
  const down = new Vector3(0, 0, -1)
  /** Whichever points less at the viewer: there is the more to see of it. */
  const aside = (one: Vector3, other: Vector3) => (Math.abs(view.dot(one)) < Math.abs(view.dot(other)) ? one : other)
  const below = (out: Vector3) => (onBed ? out : aside(down, out))
  return [
    { from: new Vector3(min.x, nearY, edgeZ), to: new Vector3(max.x, nearY, edgeZ), out: below(outY) },
    { from: new Vector3(nearX, min.y, edgeZ), to: new Vector3(nearX, max.y, edgeZ), out: below(outX) },
    {
      from: new Vector3(edgeX, nearY, min.z),
      to: new Vector3(edgeX, nearY, max.z),
      out: aside(outX.clone().negate(), outY),
    },
  ]
}

/** The twelve edges of a box, as pairs of points. */
function edges({ min, max }: Box3): number[] {
  const corner = (i: number) => [i & 1 ? max.x : min.x, i & 2 ? max.y : min.y, i & 4 ? max.z : min.z]
  return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) =>
    [1, 2, 4].filter((axis) => !(i & axis)).flatMap((axis) => [...corner(i), ...corner(i | axis)]),
  )
}
