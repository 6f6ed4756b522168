import { type Box3, MathUtils, PerspectiveCamera, Sphere, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'

/** From where the scene is seen. */
export interface Viewpoint {
  readonly camera: PerspectiveCamera
  /** Looks at a box from the front, a little from the right and above, so that it fills the picture. */
  readonly fit: (bounds: Box3) => void
  readonly resize: (width: number, height: number) => void
  /** Goes on with a movement that the hand has let go of. @returns Whether there is any. */
  readonly glide: () => boolean
  readonly dispose: () => void
}

/** Where a part is looked at from: out of the room, where y is negative. */
const HOME = new Vector3(0.5, -1, 0.36).normalize()

/** Vertical field of view in degrees: narrow, as a maker looks at a thing on the table. */
const FIELD = 26

/** @param moved Is told whenever it is moved by hand. */
export function openViewpoint(canvas: HTMLCanvasElement, moved: () => void): Viewpoint {
  const camera = new PerspectiveCamera(FIELD, 1, 1, 10_000)
  // The controls read which way is up once, when they are made.
  camera.up.set(0, 0, 1)
  const controls = new OrbitControls(camera, canvas)
  controls.enableDamping = !matchMedia('(prefers-reduced-motion: reduce)').matches
  controls.dampingFactor = 0.12
  controls.addEventListener('change', moved)
  return {
    camera,
    fit(bounds) {
      const { center, radius } = bounds.getBoundingSphere(new Sphere())
      const half = MathUtils.degToRad(FIELD / 2)
      const narrower = Math.min(half, Math.atan(Math.tan(half) * camera.aspect))
      const distance = (1.12 * radius) / Math.sin(narrower)
      camera.near = distance / 100
      camera.far = distance * 20
      camera.updateProjectionMatrix()
      controls.target.copy(center)
      controls.minDistance = radius / 4
      controls.maxDistance = distance * 5
      camera.position.copy(center).addScaledVector(HOME, distance)
      controls.update()
    },
    resize(width, height) {
      camera.aspect = width / Math.max(1, height)
      camera.updateProjectionMatrix()
    },
    glide: () => controls.update(),
    dispose: () => controls.dispose(),
  }
}
