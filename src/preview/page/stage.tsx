import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { PartScene } from '../scene/scene.ts'
import type { Session } from '../session/session.ts'
import { Doings } from './doings.tsx'
import { drawInto } from './draw-into.ts'
import { Messages } from './messages.tsx'
import { Views } from './views.tsx'
import { spoken } from './words.ts'

const NO_WEBGL = 'This browser cannot draw in 3D: WebGL is missing or switched off. Downloads work all the same.'
const NO_FILE = 'The part cannot be drawn, for a file of this page is missing. Downloads work all the same.'
const LOST =
  'The graphics card has given up drawing. The part comes back as soon as the browser has it again; downloads work all the same.'

/** The part as it hangs on its board, or lies on a printer's bed. */
export function Stage({ session }: { session: Session }) {
  const { shown, view } = session
  const canvas = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const scene = useSignal<PartScene | undefined>(undefined)
  const fault = useSignal('')
  const lost = useSignal(false)

  useEffect(() => {
    let gone = false
    let unfollow = () => {}
    // Drawing is by far the largest part of the page: it is loaded while the worker starts.
    import('../scene/scene.ts').then(
      ({ openScene }) => {
        if (gone) return
        try {
          scene.value = openScene(canvas.current!, overlay.current!, (gone) => (lost.value = gone))
          unfollow = drawInto(scene.value, session)
        } catch {
          fault.value = NO_WEBGL
        }
      },
      () => (fault.value = NO_FILE),
    )
    return () => {
      gone = true
      unfollow()
      scene.peek()?.dispose()
    }
  }, [])

  if (fault.value !== '') {
    return (
      <figure class="stage">
        <div class="room">
          <p class="fault">{fault.value}</p>
          <div class="over">
            <Messages session={session} />
          </div>
        </div>
      </figure>
    )
  }
  const name = shown.value ? spoken(shown.value.design) : 'The part'
  const where = view.pose.value === 'print' ? 'on the bed of a printer' : 'hung on its board'
  return (
    <figure class="stage">
      <Views session={session} scene={scene} />
      <div class="room">
        <canvas
          ref={canvas}
          tabIndex={0}
          role="application"
          aria-roledescription="3D view"
          aria-label={`${name}, ${where}`}
          aria-describedby="stage-keys"
        />
        <p id="stage-keys" class="unseen">
          Arrow keys turn the view, plus and minus come nearer and go away, 0 or Home looks from home, 1 from the front,
          2 from the side, 3 from the top.
        </p>
        <div ref={overlay} class="labels" />
        {lost.value && (
          <p class="lost fault" role="alert">
            {LOST}
          </p>
        )}
        <div class="over">
          <Messages session={session} />
          <Doings session={session} scene={scene} />
        </div>
      </div>
    </figure>
  )
}
