import * as THREE from 'three'
import { STLLoader } from 'three/addons/loaders/STLLoader.js'
import { toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js'

/** Draws STL files into the page's canvas. `items`: [{ url, color, opacity }]; `view`: direction from which to look, z up. */
window.draw = async ({ items, view, width, height, up = [0, 0, 1], zoom = 1, background = '#f4f1ea' }) => {
  const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true })
  renderer.setPixelRatio(2)
  renderer.setSize(width, height)
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = THREE.PCFShadowMap
  document.body.replaceChildren(renderer.domElement)
  const scene = new THREE.Scene()
  scene.background = new THREE.Color(background)
  const bounds = new THREE.Box3()
  const loader = new STLLoader()
  for (const { url, color, opacity = 1, framed = true } of items) {
    const geometry = toCreasedNormals(await loader.loadAsync(url), 0.22)
    const material = new THREE.MeshStandardMaterial({ color, roughness: 0.72, transparent: opacity < 1, opacity })
    const mesh = new THREE.Mesh(geometry, material)
    mesh.castShadow = mesh.receiveShadow = true
    scene.add(mesh)
    geometry.computeBoundingBox()
    if (framed) bounds.union(geometry.boundingBox)
    if (opacity === 1) {
      const edges = new THREE.LineSegments(
        new THREE.EdgesGeometry(geometry, 26),
        new THREE.LineBasicMaterial({ color: '#000000', transparent: true, opacity: 0.28 }),
      )
      scene.add(edges)
    }
  }
  const centre = bounds.getCenter(new THREE.Vector3())
  const radius = bounds.getSize(new THREE.Vector3()).length() / 2
  const direction = new THREE.Vector3(...view).normalize()
  const camera = new THREE.PerspectiveCamera(24, width / height, 1, 10000)
  camera.up.set(...up)
  camera.position.copy(centre).addScaledVector(direction, (radius / Math.sin((12 * Math.PI) / 180) / zoom) * 1.0)
  camera.lookAt(centre)
  scene.add(new THREE.HemisphereLight('#ffffff', '#b9b1a4', 2.1))
  const key = new THREE.DirectionalLight('#ffffff', 2.4)
  const side = new THREE.Vector3().crossVectors(camera.up, direction).normalize()
  key.position
    .copy(centre)
    .addScaledVector(direction, radius * 2)
    .addScaledVector(side, -radius * 1.5)
    .addScaledVector(camera.up, radius * 2.2)
  key.target.position.copy(centre)
  key.castShadow = true
  key.shadow.mapSize.set(2048, 2048)
  Object.assign(key.shadow.camera, {
    left: -radius * 2,
    right: radius * 2,
    top: radius * 2,
    bottom: -radius * 2,
    far: radius * 8,
  })
  key.shadow.bias = -0.0006
  key.shadow.normalBias = 0.3
  scene.add(key, key.target)
  renderer.render(scene, camera)
}
