import type { FileKind } from '../protocol.ts'
import type { Session } from '../session/session.ts'
import { copy } from './copy.ts'
import { save } from './save.ts'

/** What leaves the page: files, a command line, a link. */
export function Outputs({ session }: { session: Session }) {
  const { fileKinds, shown } = session
  const nothing = !shown.value
  return (
    <div class="outputs">
      {fileKinds.value.map((kind, i) => (
        <button
          key={kind.ending}
          type="button"
          class={i === 0 ? 'first' : undefined}
          disabled={nothing}
          onClick={() => void download(session, kind)}
        >
          Download {kind.ending.slice(1).toUpperCase()}
        </button>
      ))}
      <button type="button" disabled={nothing} onClick={() => void copy(session, session.command())}>
        Copy command
      </button>
      <button type="button" disabled={nothing} onClick={() => void copy(session, session.link())}>
        Copy link
      </button>
    </div>
  )
}

async function download(session: Session, { format, ending }: FileKind): Promise<void> {
  const name = `${session.shown.value!.design}${ending}`
  try {
    save(await session.file(format), name)
    session.say(`${name} was downloaded.`)
  } catch (error) {
    session.say(`${name} could not be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
