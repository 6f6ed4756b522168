import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { PartScene } from '../scene/scene.ts'
import type { Session } from '../session/session.ts'
import { spoken } from './words.ts'

/** The part as it hangs on its board. */
export function Stage({ session: { shown, board } }: { session: Session }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scene = useSignal<PartScene | undefined>(undefined)
  const fault = useSignal('')
  const fitted = useRef('')

  useEffect(() => {
    let gone = false
    // Drawing is by far the largest part of the page: it is loaded while the worker starts.
    import('../scene/scene.ts').then(
      ({ openScene }) => {
        if (gone) return
        try {
          scene.value = openScene(canvas.current!)
        } catch {
          fault.value = 'This browser cannot draw in 3D: WebGL is missing or switched off. Downloads work all the same.'
        }
      },
      () =>
        (fault.value = 'The part cannot be drawn, for a file of this page is missing. Downloads work all the same.'),
    )
    return () => {
      gone = true
      scene.peek()?.dispose()
    }
  }, [])

  useSignalEffect(() => {
    if (!scene.value || !shown.value) return
    const { part, design } = shown.value
    scene.value.show(part)
    if (fitted.current === design) return
    fitted.current = design
    scene.value.fit()
  })

  useSignalEffect(() => {
    if (board.value) scene.value?.showBoard(board.value)
  })

  const name = shown.value ? spoken(shown.value.design) : 'The part'
  return (
    <figure class="stage">
      {fault.value === '' ? (
        <canvas ref={canvas} role="img" aria-label={`${name}, hung on its board`} />
      ) : (
        <p class="fault">{fault.value}</p>
      )}
    </figure>
  )
}
