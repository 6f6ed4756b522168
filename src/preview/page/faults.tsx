import type { Session } from '../session/session.ts'

/** What is wrong, but for what is said beside a control. */
export function Faults({ session: { card, failure, problems } }: { session: Session }) {
  const controlled = (card.value?.controls ?? []).map(({ name }) => name)
  const general = problems.value.filter(({ parameters }) => !parameters.some((name) => controlled.includes(name)))
  const failed = failure.value
  if (general.length === 0 && !failed) return null
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
        </>
      )}
    </div>
  )
}
