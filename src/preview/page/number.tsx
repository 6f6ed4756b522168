import { useSignal } from '@preact/signals'
import type { Control } from '../protocol.ts'
import type { InputProps } from './field.tsx'
import { type Measure, measureOf } from './measure.ts'

type Changed = Event & { readonly currentTarget: HTMLInputElement }

interface NumberFieldProps {
  readonly control: Control
  readonly measure: Measure
  /** As it is kept. */
  readonly value: string
  readonly attributes: object
  readonly change: InputProps['change']
  readonly settle: InputProps['settle']
}

/** A number that is typed, with a unit or without; arrow keys step it as the slider does, and with Shift ten times as far. */
function NumberField({ control, measure, value, attributes, change, settle }: NumberFieldProps) {
  // What is typed stays as it is until it is complete.
  const typed = useSignal<string | undefined>(undefined)
  const bound = (limit: number | undefined) => (limit === undefined ? undefined : Number(measure.show(String(limit))))

  function step(event: KeyboardEvent): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    typed.value = undefined
    change(measure.stepped(value, direction * (event.shiftKey ? 10 : 1)), false)
  }

  return (
    <input
      type="text"
      role="spinbutton"
      inputMode="decimal"
      autoComplete="off"
      spellcheck={false}
      value={typed.value ?? measure.show(value)}
      aria-valuenow={measure.number(value)}
      aria-valuetext={measure.tell(value)}
      aria-valuemin={bound(control.min)}
      aria-valuemax={bound(control.max)}
      {...attributes}
      onKeyDown={step}
      onKeyUp={() => typed.value === undefined && settle()}
      onBlur={() => (typed.value = undefined)}
      onInput={({ currentTarget }: Changed) => {
        typed.value = currentTarget.value
        change(measure.read(currentTarget.value), false)
      }}
      onChange={({ currentTarget }: Changed) => {
        typed.value = undefined
        change(measure.read(currentTarget.value), true)
      }}
    />
  )
}

/** A slider, and beside it the number itself. */
export function NumberWithSlider({ control, label, value, attributes, change, settle, session }: InputProps) {
  const measure = measureOf(control, session.preferences.unit.value)
  const [from, to] = measure.ends
  const slide = (settled: boolean) => (event: Changed) =>
    change(measure.keep(Number(event.currentTarget.value)), settled)
  return (
    <span class="number">
      {Number.isFinite(from) && Number.isFinite(to) ? (
        <input
          type="range"
          aria-label={`${label}, slider`}
          aria-describedby={attributes['aria-describedby']}
          aria-valuetext={measure.tell(value)}
          min={from}
          max={to}
          step={measure.step}
          value={measure.number(value)}
          onInput={slide(false)}
          onChange={slide(true)}
          onPointerUp={settle}
        />
      ) : (
        <span class="slack" />
      )}
      <NumberField {...{ control, measure, value, attributes, change, settle }} />
      <span class="unit">{measure.unit}</span>
    </span>
  )
}

/**
 * Three numbers. What they are together stands in one field, which is seen when it has the focus: the label leads there, and there a whole
 * point is copied and pasted.
 */
export function Coordinates({ control, label, value, attributes, change, settle, session }: InputProps) {
  const measure = measureOf(control, session.preferences.unit.value)
  const parts = partsOf(value)
  const each = (text: string, turn: (part: string) => string) => text.split(',').map(turn).join(',')
  return (
    <span class="coordinates">
      <input
        type="text"
        class="together"
        tabIndex={-1}
        autoComplete="off"
        spellcheck={false}
        value={each(parts.join(','), measure.show)}
        {...attributes}
        onChange={({ currentTarget }: Changed) => change(each(currentTarget.value, measure.read), true)}
      />
      {['x', 'y', 'z'].map((axis, i) => (
        <label key={axis}>
          <span aria-hidden="true">{axis}</span>
          <NumberField
            control={control}
            measure={measure}
            value={parts[i] ?? ''}
            attributes={{
              'aria-label': `${label} ${axis}`,
              'aria-describedby': attributes['aria-describedby'],
              'aria-invalid': attributes['aria-invalid'],
            }}
            change={(part, settled) =>
              change([0, 1, 2].map((at) => (at === i ? part : (parts[at] ?? '0'))).join(','), settled)
            }
            settle={settle}
          />
        </label>
      ))}
      <span class="unit">{measure.unit}</span>
    </span>
  )
}

/** The numbers in the text of a point; brackets around it are those of a report. */
const partsOf = (text: string) =>
  text
    .replace(/^\s*\[(.*)\]\s*$/s, '$1')
    .split(',')
    .map((part) => part.trim())
