import { Box3, Scene } from 'three'
import type { Drawable } from '../protocol.ts'
import { lightRoom } from './lights.ts'
import { readPalette } from './palette.ts'
import { openRenderer } from './renderer.ts'
import { solidView } from './solid-view.ts'
import { openViewpoint } from './viewpoint.ts'

/** The part on its board, drawn into a canvas whenever something has changed. */
export interface PartScene {
  readonly show: (part: Drawable) => void
  readonly showBoard: (board: Drawable) => void
  /** Looks at the part from the front, so that it fills the picture. */
  readonly fit: () => void
  readonly dispose: () => void
}

/** Milliseconds that a picture is on the screen. */
const FRAME = 16

/** Milliseconds without movement after which the picture is drawn finely. */
const REST = 250

/** What is noted in the browser's performance timeline when a new part has been drawn. */
export const DRAWN = 'pegsmith-part-drawn'

/**
 * Opens the scene, z up, in the hung pose.
 *
 * @throws {Error} if the browser has no WebGL.
 */
export function openScene(canvas: HTMLCanvasElement): PartScene {
  const renderer = openRenderer(canvas)
  const scene = new Scene()
  const part = solidView({ creaseOpacity: 0.4 })
  const board = solidView({ creaseOpacity: 0.16 })
  scene.add(part.object, board.object)
  const lights = lightRoom(scene)
  const viewpoint = openViewpoint(canvas, request)

  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let fresh = false
  let drawn = 0
  function request(): void {
    frame ||= requestAnimationFrame(() => draw(true))
  }
  /** A new shape is drawn without waiting for the screen, unless the last picture has hardly been seen yet. */
  function change(): void {
    renderer.lightAgain()
    if (performance.now() - drawn > FRAME) draw(true)
    else request()
  }
  function draw(moving: boolean): void {
    cancelAnimationFrame(frame)
    clearTimeout(rest)
    frame = 0
    if (viewpoint.glide()) request()
    renderer.render(scene, viewpoint.camera, moving)
    drawn = performance.now()
    if (moving) rest = setTimeout(() => draw(false), REST)
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
    renderer.resize(clientWidth, clientHeight)
    viewpoint.resize(clientWidth, clientHeight)
    // At once, for the canvas has been cleared and would be seen so.
    draw(false)
  }
  const partBounds = () => part.geometry().boundingBox ?? new Box3()

  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', paint)
  const observer = new ResizeObserver(resize)
  observer.observe(canvas)
  resize()
  paint()

  return {
    show(drawable) {
      part.show(drawable)
      lights.aim(partBounds())
      fresh = true
      change()
    },
    showBoard(drawable) {
      board.show(drawable)
      change()
    },
    fit() {
      viewpoint.fit(partBounds())
      request()
    },
    dispose() {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      observer.disconnect()
      dark.removeEventListener('change', paint)
      for (const each of [part, board, lights, viewpoint, renderer]) each.dispose()
    },
  }
}
