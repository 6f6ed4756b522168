import { Box3, Group, MathUtils, Scene } from 'three'
import type { Pose } from '#design'
import type { Drawable, HeldDrawable } from '../protocol.ts'
import { type Bed, bedView } from './bed.ts'
import { boundsView } from './bounds.ts'
import { ghostsView } from './ghosts.ts'
import { steerByKeys } from './keys.ts'
import { openLabels } from './labels.ts'
import { lightRoom } from './lights.ts'
import { readPalette } from './palette.ts'
import { paintPicture } from './picture.ts'
import { openRenderer } from './renderer.ts'
import { sectionView } from './section.ts'
import { solidView } from './solid-view.ts'
import { openViewpoint, type Side } from './viewpoint.ts'

/** What is switched on. */
export interface Switches {
  readonly board: boolean
  readonly contents: boolean
  readonly wireframe: boolean
  /** Cuts the part open across an axis, at a fraction of its size. */
  readonly section: { readonly axis: 'x' | 'y' | 'z'; readonly at: number } | undefined
  /** Writes a length for people, where the part is to be measured. */
  readonly size: ((length: number) => string) | undefined
}

/** The part on its board or on a printer's bed, drawn into a canvas whenever something has changed. */
export interface PartScene {
  /** @param bed The bed that it lies on; without one it hangs. */
  readonly show: (part: Drawable, bed: (Bed & { readonly text: string }) | undefined) => void
  /** Takes the part away. */
  readonly clear: () => void
  readonly showBoard: (board: Drawable) => void
  readonly hold: (held: readonly HeldDrawable[]) => void
  readonly set: (switches: Switches) => void
  /** Puts the part, with what it holds, somewhere on its way into the holes. */
  readonly move: (pose: Pose) => void
  /** Looks at the part from a side, so that it fills the picture; `gently` by a short move. */
  readonly look: (side: Side, gently: boolean) => void
  /** The view as a PNG. */
  readonly picture: () => Promise<Blob>
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
 * @param overlay Takes the texts that belong to places in the scene; as large as the canvas.
 * @param onLost Is told when the graphics card stops drawing, and when it goes on.
 * @throws {Error} if the browser has no WebGL.
 */
export function openScene(canvas: HTMLCanvasElement, overlay: HTMLElement, onLost: (lost: boolean) => void): PartScene {
  const scene = new Scene()
  const lights = lightRoom(scene)
  const renderer = openRenderer(canvas, lights.cast)
  const labels = openLabels(overlay)
  const part = solidView({ creaseOpacity: 0.4 })
  const board = solidView({ creaseOpacity: 0.16 })
  const ghosts = ghostsView()
  const bounds = boundsView(labels)
  const bed = bedView(labels.add('bed'))
  const section = sectionView([part, board])
  /** All that is moved when the part is hung. */
  const carried = new Group().add(part.object, ghosts.object, bounds.object)
  scene.add(carried, board.object, bed.object, section.object)
  const viewpoint = openViewpoint(canvas, request)
  const release = steerByKeys(canvas, viewpoint, (side) => look(side, true))
  let switches: Switches = { board: true, contents: true, wireframe: false, section: undefined, size: undefined }
  let onBed = false

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
    bounds.face(viewpoint.camera)
    renderer.render(scene, viewpoint.camera, moving)
    labels.follow(viewpoint.camera, canvas.clientWidth, canvas.clientHeight)
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
    section.paint([palette.cut, palette.boardCut])
    bed.paint(palette.bed, palette.bedLine)
    bounds.paint(palette.measure)
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

  /** What follows from the switches and the part together. */
  function arrange(): void {
    const { size, wireframe } = switches
    board.object.visible = switches.board && !onBed
    ghosts.object.visible = switches.contents && !onBed
    bed.visible(onBed)
    part.wire(wireframe)
    if (size && carried.visible) bounds.measure(partBounds(), size, onBed)
    else bounds.hide()
    const plane = switches.section && section.place(switches.section.axis, switches.section.at, partBounds())
    if (!plane) section.hide()
    for (const each of [part, board, ghosts]) each.cut(plane)
  }
  function relight(): void {
    renderer.lightAgain()
    request()
  }
  function look(side: Side, gently: boolean): void {
    const whole = onBed ? partBounds().clone().union(new Box3().setFromObject(bed.object)) : partBounds()
    viewpoint.look(onBed && side === 'home' ? 'bed' : side, whole, gently)
  }
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', paint)
  const onContext = ({ type }: Event) => {
    onLost(type === 'webglcontextlost')
    relight()
  }
  canvas.addEventListener('webglcontextlost', onContext)
  canvas.addEventListener('webglcontextrestored', onContext)
  const observer = new ResizeObserver(resize)
  observer.observe(canvas)
  resize()
  paint()

  return {
    show(drawable, on) {
      carried.visible = true
      part.show(drawable)
      onBed = on !== undefined
      if (on) bed.show(on, on.text)
      section.follow()
      lights.aim(partBounds())
      fresh = true
      arrange()
      change()
    },
    clear() {
      carried.visible = false
      arrange()
      relight()
    },
    showBoard(drawable) {
      board.show(drawable)
      section.follow()
      change()
    },
    hold(held) {
      ghosts.show(held)
      request()
    },
    set(next) {
      switches = next
      arrange()
      relight()
    },
    move({ y, z, tilt }) {
      carried.position.set(0, y, z)
      carried.rotation.x = -MathUtils.degToRad(tilt)
      relight()
    },
    look,
    picture() {
      const drawn = renderer.renderLarge(scene, viewpoint.camera)
      const picture = paintPicture(canvas, drawn, labels, readPalette().paper)
      resize()
      return picture
    },
    dispose() {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      observer.disconnect()
      release()
      dark.removeEventListener('change', paint)
      canvas.removeEventListener('webglcontextlost', onContext)
      canvas.removeEventListener('webglcontextrestored', onContext)
      for (const each of [part, board, ghosts, bounds, bed, section, labels, lights, viewpoint, renderer])
        each.dispose()
    },
  }
}
