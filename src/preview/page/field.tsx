import type { ComponentChildren } from 'preact'
import type { Control } from '../protocol.ts'
import type { Session } from '../session/session.ts'
import { Choice, FilePicker, Flag, Text } from './inputs.tsx'
import { measureOf } from './measure.ts'
import { Coordinates, NumberWithSlider } from './number.tsx'
import { spoken } from './words.ts'

/** What an input of any kind is given. */
export interface InputProps {
  readonly control: Control
  readonly label: string
  /** The value as it is kept: as it is typed on a command line. */
  readonly value: string
  /** What the form element that carries the value has, so that it is named, described and found. */
  readonly attributes: {
    readonly id: string
    readonly name: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid'?: true
  }
  readonly change: (value: string | File, settled: boolean) => void
  /** The change is complete as it stands. */
  readonly settle: () => void
  readonly session: Session
}

const inputs: Record<Control['kind'], (props: InputProps) => ComponentChildren> = {
  count: NumberWithSlider,
  length: NumberWithSlider,
  angle: NumberWithSlider,
  number: NumberWithSlider,
  choice: Choice,
  flag: Flag,
  text: Text,
  path: Text,
  point: Coordinates,
  turn: Coordinates,
  model: FilePicker,
}

/** A parameter: its label, its input, what it does, and what is wrong with it. */
export function Field({ control, session }: { readonly control: Control; readonly session: Session }) {
  const { name, kind } = control
  const { shown, place, problems, card } = session
  const Input = inputs[kind]
  const label = spoken(name)
  const made = shown.value?.design === card.value?.name ? shown.value : undefined
  const given = place.value.given[name]
  const wrong = problems.value.filter(({ parameters }) => parameters.includes(name))
  const differs = given !== undefined && (problems.value.length > 0 || made?.changed.includes(name) === true)
  const id = `parameter-${name}`
  // The buttons beside it vanish when they are pressed: whoever uses the keyboard goes on with the control.
  const press = (change: () => void) => {
    change()
    document.getElementById(id)?.focus()
  }
  return (
    <div class="field" onFocusOut={session.settle}>
      <label for={id}>{label}</label>
      <Input
        control={control}
        label={label}
        value={typeof given === 'string' ? given : (made?.values[name] ?? String(control.default))}
        attributes={{
          id,
          name,
          'aria-describedby': `${id}-about ${id}-wrong`,
          ...(wrong.length > 0 && { 'aria-invalid': true as const }),
        }}
        change={(value, settled) => session.change(name, value, settled)}
        settle={session.settle}
        session={session}
      />
      <button
        type="button"
        class="restore"
        aria-label={`Restore ${label}`}
        title="Back to its default"
        disabled={!differs}
        onClick={() => press(() => session.reset(name))}
      >
        ↺
      </button>
      <p class="about" id={`${id}-about`}>
        {about(control, session)}
      </p>
      <div class="wrong" id={`${id}-wrong`} role="alert">
        {wrong.map(({ text, suggestion, parameters }) => (
          <p key={text}>
            {text}{' '}
            {suggestion !== undefined && parameters[0] === name && (
              <button type="button" onClick={() => press(() => session.change(name, suggestion, true))}>
                Take {measured(suggestion, control, session)}
              </button>
            )}
          </p>
        ))}
      </div>
    </div>
  )
}

/** What it does, and the range of a number. */
function about(control: Control, session: Session): string {
  const { description, min, max } = control
  if (min === undefined || max === undefined) return description
  const { show, tell } = measureOf(control, session.preferences.unit.value)
  return `${description}; ${show(String(min))} to ${tell(String(max))}`
}

/** A value of a control in the unit that it is shown in. */
function measured(value: string, control: Control, session: Session): string {
  if (control.kind === 'text') return value
  return value.split(',').map(measureOf(control, session.preferences.unit.value).tell).join(', ')
}
