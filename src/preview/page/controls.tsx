import type { Session } from '../session/session.ts'
import { Field } from './field.tsx'
import { spoken } from './words.ts'

/** The knobs of the design: its own, then those that tell of the board. */
export function Controls({ session }: { session: Session }) {
  const card = session.card.value
  if (!card) return null
  const fields = (ofBoard: boolean) =>
    card.controls
      .filter((control) => control.ofBoard === ofBoard)
      .map((control) => <Field key={`${card.name} ${control.name}`} control={control} session={session} />)
  const [own, board] = [fields(false), fields(true)]
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div class="title">
        <h1>{spoken(card.name)}</h1>
        <button type="button" onClick={session.reset}>
          Reset
        </button>
      </div>
      <p class="summary">{card.summary}</p>
      {own}
      {board.length > 0 && (
        <details open>
          <summary>Board and pegs</summary>
          {board}
        </details>
      )}
    </form>
  )
}
