import type { Signal } from '@preact/signals'
import { filaments } from '../../check/filaments.ts'
import { printers } from '../../check/printers.ts'
import { infills } from '../session/preferences.ts'
import type { Session } from '../session/session.ts'

/** What parts are printed on and with: it is chosen once, and so does not stand in the way. */
export const Printing = ({ session: { preferences } }: { session: Session }) => (
  <>
    <button type="button" popovertarget="printing">
      Printer…
    </button>
    <div id="printing" popover="auto" role="group" aria-label="Printer and filament">
      <Chooser label="Printer" chosen={preferences.printer} choices={Object.keys(printers)} />
      <Chooser label="Filament" chosen={preferences.filament} choices={Object.keys(filaments)} />
      <Chooser label="Infill" chosen={preferences.infill} choices={infills} unit=" %" />
    </div>
  </>
)

interface ChooserProps<T> {
  readonly label: string
  readonly chosen: Signal<T>
  readonly choices: readonly (string | number)[]
  readonly unit?: string
}

const Chooser = <T extends string | number>({ label, chosen, choices, unit = '' }: ChooserProps<T>) => (
  <label>
    {label}
    <select
      value={chosen.value}
      onChange={({ currentTarget }) => (chosen.value = choices[currentTarget.selectedIndex] as T)}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
          {unit}
        </option>
      ))}
    </select>
  </label>
)
