import type { ReadonlySignal, Signal } from '@preact/signals'
import type { PartScene } from '../scene/scene.ts'
import type { Session } from '../session/session.ts'

const poses = { hung: 'Hung', print: 'On the bed' } as const
const sides = { home: 'Home', front: 'Front', side: 'Side', top: 'Top' } as const

/** What is seen of the part, and from where. */
export function Views({ session, scene }: { session: Session; scene: ReadonlySignal<PartScene | undefined> }) {
  const { view, shown } = session
  const hung = view.pose.value === 'hung'
  const none = !scene.value || !shown.value
  return (
    <div class="views">
      <div role="group" aria-label="Pose">
        {(['hung', 'print'] as const).map((pose) => (
          <button
            key={pose}
            type="button"
            aria-pressed={view.pose.value === pose}
            onClick={() => (view.pose.value = pose)}
          >
            {poses[pose]}
          </button>
        ))}
      </div>
      <div role="group" aria-label="Look from">
        {(['home', 'front', 'side', 'top'] as const).map((side) => (
          <button key={side} type="button" disabled={none} onClick={() => scene.value!.look(side, true)}>
            {sides[side]}
          </button>
        ))}
      </div>
      <div role="group" aria-label="Shown">
        <Switch name="Board" on={view.board} disabled={!hung} />
        <Switch name="Contents" on={view.contents} disabled={!hung || view.held.value?.length === 0} />
        <Switch name="Size" on={view.size} />
        <button
          type="button"
          aria-pressed={view.section.value !== undefined}
          onClick={() => (view.section.value = view.section.value ? undefined : { axis: 'x', at: 0.5 })}
        >
          Section
        </button>
        <Switch name="Wireframe" on={view.wireframe} />
      </div>
    </div>
  )
}

const Switch = ({ name, on, disabled }: { name: string; on: Signal<boolean>; disabled?: boolean }) => (
  <button type="button" aria-pressed={on.value} disabled={disabled} onClick={() => (on.value = !on.value)}>
    {name}
  </button>
)
