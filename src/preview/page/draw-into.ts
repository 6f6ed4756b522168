import { effect } from '@preact/signals'
import { printers } from '../../check/printers.ts'
import { lengthText } from '../../figures.ts'
import { poseAlong } from '../scene/hanging.ts'
import type { PartScene } from '../scene/scene.ts'
import type { Session } from '../session/session.ts'

/**
 * Draws what the session shows, as soon as it changes: the interface's own effects wait for the next frame, which is one too many while a slider moves.
 *
 * @returns Ends that.
 */
export function drawInto(scene: PartScene, { shown, board, view, preferences }: Session): () => void {
  let fitted = ''
  const stops = [
    effect(() => {
      if (board.value) scene.showBoard(board.value)
    }),
    effect(() => {
      if (!shown.value) scene.clear()
    }),
    effect(() => {
      if (!view.drawn.value) return
      const { part, design, onBed } = view.drawn.value
      const { x, y } = printers[preferences.printer.value]
      scene.show(part, onBed ? { x, y, text: lengthText([x, y], preferences.unit.value, 0) } : undefined)
      const look = `${design} ${onBed}`
      if (fitted === look) return
      scene.look('home', fitted.startsWith(`${design} `))
      fitted = look
    }),
    effect(() => scene.hold(view.held.value ?? [])),
    effect(() => {
      const unit = preferences.unit.value
      scene.set({
        board: view.board.value,
        contents: view.contents.value,
        wireframe: view.wireframe.value,
        section: view.section.value,
        size: view.size.value ? (length) => lengthText([length], unit) : undefined,
      })
    }),
    effect(() => {
      const { path, at } = view.hanging
      scene.move(path.value ? poseAlong(path.value, at.value) : { y: 0, z: 0, tilt: 0 })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
