import { useEffect, useRef } from 'preact/hooks'
import type { InputProps } from './field.tsx'

type Changed = Event & { readonly currentTarget: HTMLInputElement | HTMLSelectElement }

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

/** Letters that are still free when they begin to be counted. */
const SOON_FULL = 100

export const Text = ({ control: { maxLength }, value, attributes, change }: InputProps) => (
  <span class="text">
    <input
      type="text"
      autoComplete="off"
      value={value}
      maxLength={maxLength}
      {...attributes}
      onInput={({ currentTarget }: Changed) => change(currentTarget.value, false)}
      onChange={({ currentTarget }: Changed) => change(currentTarget.value, true)}
    />
    {maxLength !== undefined && maxLength - value.length < SOON_FULL && (
      <span class="left">{maxLength - value.length} left</span>
    )}
  </span>
)

/** A file that is chosen, or dropped onto it. */
export function FilePicker({ control: { name }, attributes, change, session: { place } }: InputProps) {
  const given = place.value.given[name]
  const input = useRef<HTMLInputElement>(null)
  const choose = (file: File | undefined) => file && change(file, true)
  // The browser's own field shows what was chosen in it last; undo and reset choose, too.
  useEffect(() => {
    const chosen = new DataTransfer()
    if (given instanceof File) chosen.items.add(given)
    input.current!.files = chosen.files
  }, [given])
  return (
    <input
      type="file"
      ref={input}
      accept=".stl,.obj,.3mf"
      {...attributes}
      onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        choose(event.dataTransfer?.files[0])
      }}
    />
  )
}
