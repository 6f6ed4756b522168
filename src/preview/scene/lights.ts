import { type Box3, DirectionalLight, HemisphereLight, type Scene, Sphere } from 'three'

/** The light in the room: daylight all round, and a lamp from the upper left that casts the shadows. */
export function lightRoom(scene: Scene): {
  readonly aim: (bounds: Box3) => void
  readonly cast: (shadows: boolean) => void
  readonly dispose: () => void
} {
  const lamp = new DirectionalLight('#fff8ee', 2.2)
  lamp.castShadow = true
  lamp.shadow.mapSize.set(1024, 1024)
  lamp.shadow.radius = 5
  lamp.shadow.intensity = 0.7
  lamp.shadow.bias = -0.0004
  scene.add(new HemisphereLight('#ffffff', '#b0a799', 2.3), lamp, lamp.target)
  const sphere = new Sphere()
  return {
    /** Lets the shadows be as sharp as the room that the part takes up allows. */
    aim(bounds) {
      const { center, radius } = bounds.getBoundingSphere(sphere)
      const reach = radius * 1.6
      lamp.target.position.copy(center)
      lamp.position.set(center.x - 1.1 * reach, center.y - 2 * reach, center.z + 1.9 * reach)
      Object.assign(lamp.shadow.camera, {
        left: -reach,
        right: reach,
        top: reach,
        bottom: -reach,
        near: 0.1 * reach,
        far: 5 * reach,
      })
      lamp.shadow.camera.updateProjectionMatrix()
      lamp.shadow.normalBias = reach / 400
    },
    cast: (shadows) => (lamp.castShadow = shadows),
    dispose: () => lamp.dispose(),
  }
}
