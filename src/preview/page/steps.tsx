import { useEffect } from 'preact/hooks'
import type { Session } from '../session/session.ts'

/** Steps back and forth through what was changed, and the one back to the defaults. */
export function Steps({ session }: { session: Session }) {
  const { undoable, redoable, undo, redo } = session.history
  useEffect(() => {
    const press = (event: KeyboardEvent) => stepBy(event, session)
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <div class="steps">
      <Step name="Undo" keys={['Control+Z']} possible={undoable.value} go={undo} />
      <Step name="Redo" keys={['Control+Shift+Z', 'Control+Y']} possible={redoable.value} go={redo} />
      <button type="button" onClick={() => session.reset()}>
        Reset
      </button>
    </div>
  )
}

/** While something is typed, the keys are the text field's own. */
function stepBy(event: KeyboardEvent, { changing, history }: Session): void {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return
  const key = event.key.toLowerCase()
  const back = key === 'z' && !event.shiftKey
  if (!back && key !== 'z' && key !== 'y') return
  if (changing.value !== undefined && event.target instanceof HTMLInputElement && event.target.type === 'text') return
  event.preventDefault()
  if (back && history.undoable.value) history.undo()
  if (!back && history.redoable.value) history.redo()
}

interface StepProps {
  readonly name: 'Undo' | 'Redo'
  readonly keys: readonly string[]
  readonly possible: boolean
  readonly go: () => void
}

const Step = ({ name, keys, possible, go }: StepProps) => (
  <button
    type="button"
    class="icon"
    aria-label={name}
    aria-keyshortcuts={keys.join(' ')}
    title={`${name} (${keys[0].replace('Control', 'Ctrl')})`}
    disabled={!possible}
    onClick={go}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true" style={name === 'Redo' ? { transform: 'scaleX(-1)' } : undefined}>
      <path d="M6 2.5 2.5 6 6 9.5M2.5 6h6.7a4 4 0 0 1 0 8H6" />
    </svg>
  </button>
)
