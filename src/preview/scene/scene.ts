import { Box3, PCFShadowMap, Scene, WebGLRenderer } from 'three'
import type { Drawable } from '../protocol.ts'
import { lightRoom } from './lights.ts'
import { readPalette } from './palette.ts'
import { solidView } from './solid-view.ts'
import { openViewpoint } from './viewpoint.ts'

/** The part on its board, drawn into a canvas whenever something has changed. */
export interface PartScene {
  /** @param board The board behind it, if it is another one. */
  readonly show: (part: Drawable, board: Drawable | undefined) => void
  /** Looks at the part from the front, so that it fills the picture. */
  readonly fit: () => void
  readonly dispose: () => void
}

/** What is noted in the browser's performance timeline when a new part has been drawn. */
export const DRAWN = 'pegsmith-part-drawn'

/**
 * Opens the scene, z up, in the hung pose.
 *
 * @throws {Error} if the browser has no WebGL.
 */
export function openScene(canvas: HTMLCanvasElement): PartScene {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, powerPreference: 'high-performance' })
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  // What is lit moves only when the part changes, not when somebody looks from elsewhere.
  renderer.shadowMap.autoUpdate = false
  const scene = new Scene()
  const part = solidView({ creaseOpacity: 0.4 })
  const board = solidView({ creaseOpacity: 0.16 })
  scene.add(part.object, board.object)
  const lights = lightRoom(scene)
  const viewpoint = openViewpoint(canvas, request)

  let frame = 0
  let fresh = false
  function request(): void {
    frame ||= requestAnimationFrame(draw)
  }
  function draw(): void {
    frame = 0
    if (viewpoint.glide()) request()
    renderer.render(scene, viewpoint.camera)
    if (!fresh) return
    fresh = false
    performance.clearMarks(DRAWN)
    performance.mark(DRAWN)
  }

  function paint(): void {
    const palette = readPalette()
    part.paint(palette.part, palette.crease)
    board.paint(palette.board, palette.crease)
    request()
  }
  function resize(): void {
    const { clientWidth, clientHeight } = canvas
    renderer.setPixelRatio(devicePixelRatio)
    renderer.setSize(clientWidth, clientHeight, false)
    viewpoint.resize(clientWidth, clientHeight)
    // At once, for the canvas has been cleared and would be seen so.
    draw()
  }
  const partBounds = () => part.geometry().boundingBox ?? new Box3()

  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', paint)
  const observer = new ResizeObserver(resize)
  observer.observe(canvas)
  resize()
  paint()

  return {
    show(drawable, boardDrawable) {
      part.show(drawable)
      if (boardDrawable) board.show(boardDrawable)
      lights.aim(partBounds())
      renderer.shadowMap.needsUpdate = true
      fresh = true
      request()
    },
    fit() {
      viewpoint.fit(partBounds())
      request()
    },
    dispose() {
      cancelAnimationFrame(frame)
      observer.disconnect()
      dark.removeEventListener('change', paint)
      for (const each of [part, board, lights, viewpoint, renderer]) each.dispose()
      renderer.forceContextLoss()
    },
  }
}
