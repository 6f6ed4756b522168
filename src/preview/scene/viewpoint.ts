import { type Box3, MathUtils, PerspectiveCamera, Sphere, Spherical, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'

/** From where the scene is seen. */
export interface Viewpoint {
  readonly camera: PerspectiveCamera
  /** Looks at a box from a side, so that it fills the picture; `gently` by a short move, if moves are wanted. */
  readonly look: (side: Side | 'bed', bounds: Box3, gently: boolean) => void
  /** Goes round what is looked at, by degrees. */
  readonly orbit: (right: number, up: number) => void
  /** Comes nearer by a factor. */
  readonly approach: (factor: number) => void
  readonly resize: (width: number, height: number) => void
  /** Goes on with a movement that the hand has let go of, or that was asked for. @returns Whether there is any. */
  readonly glide: () => boolean
  readonly dispose: () => void
}

/** From where the scene can be asked to be shown. */
export type Side = 'home' | 'front' | 'side' | 'top'

/** Where that is: out of the room, where y is negative. Home is a little from the right and above; over the bed, more from above. */
const sides: Record<Side | 'bed', Vector3> = {
  home: new Vector3(0.5, -1, 0.36),
  bed: new Vector3(0.5, -1, 0.75),
  front: new Vector3(0, -1, 0),
  side: new Vector3(1, 0, 0),
  // A little from the front, so that there is a below and an above in the picture.
  top: new Vector3(0, -1e-3, 1),
}

/** Vertical field of view in degrees: narrow, as a maker looks at a thing on the table. */
const FIELD = 26

/** Milliseconds that a move takes. */
const MOVE = 350

/** A place to look from: around a target, at azimuth, elevation and distance. */
interface Stand {
  readonly target: Vector3
  readonly around: Spherical
}

/** @param moved Is told whenever it is moved. */
export function openViewpoint(canvas: HTMLCanvasElement, moved: () => void): Viewpoint {
  const camera = new PerspectiveCamera(FIELD, 1, 1, 10_000)
  // The controls read which way is up once, when they are made.
  camera.up.set(0, 0, 1)
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const controls = new OrbitControls(camera, canvas)
  controls.enableDamping = !still.matches
  controls.dampingFactor = 0.12
  let move: { readonly from: Stand; readonly to: Stand; readonly begun: number; readonly done: () => void } | undefined
  controls.addEventListener('change', moved)
  controls.addEventListener('start', () => (move = undefined))

  function stand({ target, around }: Stand): void {
    controls.target.copy(target)
    camera.position.copy(zUp(new Vector3().setFromSpherical(around))).add(target)
    controls.update()
  }

  return {
    camera,
    look(side, bounds, gently) {
      const { center, radius } = bounds.getBoundingSphere(new Sphere())
      const half = MathUtils.degToRad(FIELD / 2)
      const narrower = Math.min(half, Math.atan(Math.tan(half) * camera.aspect))
      const distance = (1.12 * radius) / Math.sin(narrower)
      const to = { target: center, around: sphericalOf(sides[side].clone().setLength(distance)) }
      const from = {
        target: controls.target.clone(),
        around: sphericalOf(camera.position.clone().sub(controls.target)),
      }
      // The shorter way round.
      from.around.theta -= 2 * Math.PI * Math.round((from.around.theta - to.around.theta) / (2 * Math.PI))
      Object.assign(controls, { minDistance: 0, maxDistance: Infinity })
      const done = () => {
        stand(to)
        Object.assign(controls, { minDistance: radius / 4, maxDistance: distance * 5 })
        Object.assign(camera, { near: distance / 100, far: distance * 20 }).updateProjectionMatrix()
      }
      move = undefined
      if (gently && !still.matches) move = { from, to, begun: performance.now(), done }
      else done()
      moved()
    },
    orbit(right, up) {
      move = undefined
      controls.rotateLeft(-MathUtils.degToRad(right))
      controls.rotateUp(-MathUtils.degToRad(up))
    },
    approach(factor) {
      move = undefined
      controls.dollyIn(factor)
    },
    resize(width, height) {
      camera.aspect = width / Math.max(1, height)
      camera.updateProjectionMatrix()
    },
    glide() {
      if (!move) return controls.update()
      const { from, to, begun, done } = move
      const gone = (performance.now() - begun) / MOVE
      if (gone >= 1) {
        move = undefined
        done()
        return false
      }
      stand(between(from, to, 1 - (1 - gone) ** 3))
      return true
    },
    dispose: () => controls.dispose(),
  }
}

/** three.js measures elevation from y. */
const yUp = (v: Vector3) => v.set(v.x, v.z, -v.y)
const zUp = (v: Vector3) => v.set(v.x, -v.z, v.y)
const sphericalOf = (offset: Vector3) => new Spherical().setFromVector3(yUp(offset))

const between = (from: Stand, to: Stand, part: number): Stand => {
  const mix = (name: 'radius' | 'phi' | 'theta') => MathUtils.lerp(from.around[name], to.around[name], part)
  return {
    target: from.target.clone().lerp(to.target, part),
    around: new Spherical(mix('radius'), mix('phi'), mix('theta')),
  }
}
