import type { ReadonlySignal } from '@preact/signals'
import type { PartScene } from '../scene/scene.ts'
import type { Session } from '../session/session.ts'
import { HangIt } from './hang-it.tsx'
import { save } from './save.ts'
import { SectionControls } from './section.tsx'

/** What can be done with what is seen. */
export function Doings({ session, scene }: { session: Session; scene: ReadonlySignal<PartScene | undefined> }) {
  const { view, shown } = session
  const none = !scene.value || !shown.value
  return (
    <div class="doings">
      {view.section.value && <SectionControls view={view} section={view.section.value} />}
      <div class="row">
        <HangIt session={session} disabled={none || view.pose.value === 'print'} />
        <button type="button" disabled={none} onClick={() => void savePicture(session, scene.value!)}>
          Save picture
        </button>
      </div>
    </div>
  )
}

async function savePicture(session: Session, scene: PartScene): Promise<void> {
  const name = `${session.shown.value!.design}.png`
  try {
    save(await scene.picture(), name)
    session.say(`${name} was downloaded.`)
  } catch {
    session.say(`${name} could not be drawn.`)
  }
}
