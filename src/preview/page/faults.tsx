import { version } from '../../../package.json'
import type { Failure, Session } from '../session/session.ts'
import { copy } from './copy.ts'

/** What is wrong, but for what is said beside a control. */
export function Faults({ session }: { session: Session }) {
  const { card, failure, problems, standsIn } = session
  const controlled = (card.value?.controls ?? []).map(({ name }) => name)
  const general = problems.value.filter(({ parameters }) => !parameters.some((name) => controlled.includes(name)))
  const failed = failure.value
  if (general.length === 0 && !failed && !standsIn.value) return null
  return (
    <div class="fault" role="alert">
      {general.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {failed && (
        <>
          <p>The part could not be made: {failed.message}</p>
          <p>
            This tells of it: <code>{failed.command}</code>
          </p>
          <button type="button" onClick={() => void copy(session, detailsOf(failed))}>
            Copy details
          </button>
        </>
      )}
      {standsIn.value && <p>In view is the part without what is wrong.</p>}
    </div>
  )
}

/** What somebody who shall mend it needs to know. */
const detailsOf = ({ message, command }: Failure) =>
  [`pegsmith ${version}: ${message}`, command, navigator.userAgent].join('\n')
