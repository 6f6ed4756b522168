import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Pose } from '#design'
import type { Made } from './view.ts'

/** The part on its way into the holes. */
export interface Hanging {
  /** From clear outside to seated, as the planner found it; none while the part simply hangs. */
  readonly path: ReadonlySignal<readonly Pose[] | undefined>
  /** How far along the path, from 0 to 1. */
  readonly at: Signal<number>
  readonly playing: ReadonlySignal<boolean>
  /** Puts the part outside, and moves it in unless motion is not wanted. @returns Whether there is a way. */
  readonly play: () => Promise<boolean>
  readonly pause: () => void
  /** Lets the part hang. */
  readonly end: () => void
}

/** Milliseconds from outside to seated: slow enough to follow by eye. */
const DURATION = 2500

const eased = (at: number) => at * at * (3 - 2 * at)

export function openHanging({ shown, ask }: Pick<Made, 'shown' | 'ask'>): Hanging {
  const path = signal<readonly Pose[]>()
  const at = signal(1)
  const playing = signal(false)
  let frame = 0
  /** Of presses: a way that comes when another was asked for meanwhile, or none is wanted any more, is not gone. */
  let asked = 0

  function pause(): void {
    cancelAnimationFrame(frame)
    playing.value = false
  }
  function end(): void {
    asked++
    batch(() => {
      pause()
      path.value = undefined
      at.value = 1
    })
  }
  function run(): void {
    let begun: number | undefined
    const step = (now: number) => {
      begun ??= now
      const gone = Math.min(1, (now - begun) / DURATION)
      at.value = eased(gone)
      if (gone < 1) frame = requestAnimationFrame(step)
      else playing.value = false
    }
    playing.value = true
    frame = requestAnimationFrame(step)
  }
  // The way belongs to the part that it was planned for.
  effect(() => {
    if (shown.value) end()
  })

  return {
    path,
    at,
    playing,
    async play() {
      pause()
      const part = shown.peek()
      if (!part) return false
      if (!path.peek()) {
        const own = ++asked
        const way = await ask(part.wish, { kind: 'hanging' })
        if (own !== asked) return true
        if (way.path.length === 0) return false
        path.value = way.path
      }
      at.value = 0
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) run()
      return true
    },
    pause,
    end,
  }
}
