import type { ComponentChildren } from 'preact'
import type { Control } from '../protocol.ts'
import type { Session } from '../session/session.ts'
import { Choice, FilePicker, Flag, NumberWithSlider, Text } from './inputs.tsx'
import { spoken } from './words.ts'

/** What an input of any kind is given. */
export interface InputProps {
  readonly control: Control
  readonly label: string
  /** The value as it is typed. */
  readonly value: string
  /** What every form element of it carries, so that it is named, described and found. */
  readonly attributes: {
    readonly id: string
    readonly name: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid'?: true
  }
  readonly change: (value: string, settled: boolean) => void
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
  point: Text,
  turn: Text,
  model: FilePicker,
}

/** A parameter: its label, its input, what it does, and what is wrong with it. */
export function Field({ control, session }: { readonly control: Control; readonly session: Session }) {
  const { name, kind, description } = control
  const { shown, place, problems, card } = session
  const Input = inputs[kind]
  const wrong = problems.value.filter(({ parameters }) => parameters.includes(name))
  const made = shown.value?.design === card.value?.name ? shown.value?.values[name] : undefined
  const id = `parameter-${name}`
  return (
    <div class={kind === 'flag' ? 'field beside' : 'field'}>
      <label for={id}>{spoken(name)}</label>
      <Input
        control={control}
        label={spoken(name)}
        value={place.value.given[name] ?? made ?? String(control.default)}
        attributes={{
          id,
          name,
          'aria-describedby': `${id}-about ${id}-wrong`,
          ...(wrong.length > 0 && { 'aria-invalid': true as const }),
        }}
        change={(value, settled) => session.change(name, value, settled)}
        session={session}
      />
      <p class="about" id={`${id}-about`}>
        {description}
      </p>
      <p class="wrong" id={`${id}-wrong`} role="alert">
        {wrong.map(({ text }) => text).join('; ')}
      </p>
    </div>
  )
}
