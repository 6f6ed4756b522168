import type { Session } from '../session/session.ts'

/** Plays how the part is hung; where it stands on its way can be pulled by hand, too. */
export function HangIt({ session, disabled }: { session: Session; disabled: boolean }) {
  const { path, at, playing, play, pause } = session.view.hanging
  async function press(): Promise<void> {
    if (playing.value) return pause()
    try {
      if (!(await play())) session.say('There is no way to hang this part.')
    } catch {
      session.say('The way to hang this part could not be planned.')
    }
  }
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => void press()}>
        {playing.value ? 'Stop' : 'Hang it'}
      </button>
      {path.value && (
        <input
          type="range"
          aria-label="On its way into the holes"
          min={0}
          max={100}
          step={1}
          value={at.value * 100}
          aria-valuetext={at.value === 1 ? 'seated' : `${Math.round(at.value * 100)} %`}
          onInput={({ currentTarget }) => {
            pause()
            at.value = Number(currentTarget.value) / 100
          }}
        />
      )}
    </>
  )
}
