import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Report } from '../../report.ts'
import type { Drawable, HeldDrawable, PartAnswer, Wish } from '../protocol.ts'
import { type Hanging, openHanging } from './hanging.ts'
import type { Workshop } from './workshop.ts'

/** Where the part is cut open. */
export interface Section {
  /** Across which axis of the hung part. */
  readonly axis: 'x' | 'y' | 'z'
  /** How far along the part, from 0 to 1. */
  readonly at: number
}

/** What is to be drawn as the part. */
export interface Drawn {
  readonly design: string
  readonly part: Drawable
  /** Whether it lies on the printer's bed instead of hanging on the board. */
  readonly onBed: boolean
}

/** What is seen of the part, and in which pose. */
export interface View {
  readonly pose: Signal<'hung' | 'print'>
  readonly board: Signal<boolean>
  readonly contents: Signal<boolean>
  readonly size: Signal<boolean>
  readonly wireframe: Signal<boolean>
  readonly section: Signal<Section | undefined>
  /** The part in the pose asked for, once it is there. */
  readonly drawn: ReadonlySignal<Drawn | undefined>
  /** What the part holds; undefined until it is known. */
  readonly held: ReadonlySignal<readonly HeldDrawable[] | undefined>
  readonly hanging: Hanging
}

/** What the view is told of the parts that are made. */
export interface Made {
  readonly shown: ReadonlySignal<(PartAnswer & { readonly wish: Wish }) | undefined>
  readonly report: ReadonlySignal<Report | undefined>
  readonly ask: Workshop['ask']
}

export function openView({ shown, report, ask }: Made): View {
  const pose = signal<'hung' | 'print'>('hung')
  const contents = signal(true)

  /** Something about the part in view, asked for anew for every part that is complete while it is `wanted`. */
  function following<Told>(
    wanted: () => boolean,
    tell: (wish: Wish) => Promise<Told>,
  ): ReadonlySignal<Told | undefined> {
    const known = signal<{ readonly of: PartAnswer; readonly told: Told }>()
    effect(() => {
      const part = shown.peek()
      // Only when its report is there is a part complete, and the worker has time.
      if (!report.value || !part || !wanted() || known.peek()?.of === part) return
      tell(part.wish).then(
        (told) => {
          if (shown.peek() === part) known.value = { of: part, told }
        },
        // Whatever is wrong with a part is told of the part itself.
        () => {},
      )
    })
    // That of the part before is better than none for the moment, but not that of another design.
    return computed(() => (known.value?.of.design === shown.value?.design ? known.value?.told : undefined))
  }

  const held = following(
    () => contents.value && pose.value === 'hung',
    (wish) => ask(wish, { kind: 'held' }).then((reply) => reply.held),
  )
  const printed = following(
    () => pose.value === 'print',
    (wish) => ask(wish, { kind: 'printed' }).then((reply) => reply.part),
  )

  const hanging = openHanging({ shown, ask })
  effect(() => {
    if (pose.value === 'print') hanging.end()
  })

  return {
    pose,
    contents,
    board: signal(true),
    size: signal(false),
    wireframe: signal(false),
    section: signal(undefined),
    drawn: computed(() => {
      const onBed = pose.value === 'print'
      const part = onBed ? printed.value : shown.value?.part
      return part && { design: shown.value!.design, part, onBed }
    }),
    held,
    hanging,
  }
}
