import type { InputProps } from './field.tsx'
import { sliderStep } from './slider-step.ts'

type Changed = Event & { readonly currentTarget: HTMLInputElement | HTMLSelectElement }

/** Tells every change while it is made, and once more when it is complete. */
const telling = (change: InputProps['change']) => ({
  onInput: ({ currentTarget }: Changed) => change(currentTarget.value, false),
  onChange: ({ currentTarget }: Changed) => change(currentTarget.value, true),
})

/** A slider, and beside it the number itself, which may be typed with a unit. */
export function NumberWithSlider({ control, label, value, attributes, change }: InputProps) {
  const { min, max, unit } = control
  return (
    <span class="number">
      {min !== undefined && max !== undefined && (
        <input
          type="range"
          aria-label={`${label}, slider`}
          aria-describedby={attributes['aria-describedby']}
          min={min}
          max={max}
          step={sliderStep(control)}
          value={value}
          {...telling(change)}
        />
      )}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellcheck={false}
        value={value}
        {...attributes}
        {...telling(change)}
      />
      <span class="unit">{unit}</span>
    </span>
  )
}

export const Choice = ({ control, value, attributes, change }: InputProps) => (
  <select value={value} {...attributes} onChange={({ currentTarget }) => change(currentTarget.value, true)}>
    {control.choices?.map(String).map((each) => (
      <option key={each} value={each}>
        {each}
      </option>
    ))}
    {/* What an address may say, so that it is seen along with what is wrong with it. */}
    {!control.choices?.map(String).includes(value) && <option value={value}>{value}</option>}
  </select>
)

export const Flag = ({ value, attributes, change }: InputProps) => (
  <input
    type="checkbox"
    checked={value === 'true'}
    {...attributes}
    onChange={({ currentTarget }) => change(String(currentTarget.checked), true)}
  />
)

export const Text = ({ control, value, attributes, change }: InputProps) => (
  <span class="text">
    <input
      type="text"
      autoComplete="off"
      value={value}
      maxLength={control.maxLength}
      {...attributes}
      {...telling(change)}
    />
    <span class="unit">{control.unit}</span>
  </span>
)

export const FilePicker = ({ control: { name }, attributes, session: { files, choose } }: InputProps) => (
  <span class="file">
    <input
      type="file"
      accept=".stl,.obj,.3mf"
      {...attributes}
      onChange={({ currentTarget }) => choose(name, currentTarget.files?.[0])}
    />
    {files.value[name] && (
      <button type="button" onClick={() => choose(name, undefined)}>
        Take away
      </button>
    )}
  </span>
)
