import type { Session } from '../session/session.ts'
import { Field } from './field.tsx'
import { Group } from './group.tsx'
import { Steps } from './steps.tsx'
import { spoken } from './words.ts'

/** The knobs of the design: the main ones, then groups that fold. */
export function Controls({ session }: { session: Session }) {
  const card = session.card.value
  if (!card) return null
  const groups = new Set(card.controls.map(({ group }) => group))
  const fields = (heading?: string) =>
    card.controls
      .filter(({ group }) => group === heading)
      .map((control) => <Field key={`${card.name} ${control.name}`} control={control} session={session} />)
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <div class="title">
        <h1>{spoken(card.name)}</h1>
        <Steps session={session} />
      </div>
      <p class="summary">{card.summary}</p>
      <div class="choices">
        <Presets session={session} />
        <Lengths session={session} />
      </div>
      {fields()}
      {[...groups].map(
        (heading) =>
          heading !== undefined && (
            <Group key={heading} heading={heading} session={session}>
              {fields(heading)}
            </Group>
          ),
      )}
    </form>
  )
}

/** Values that belong together; pressed while all of them hold. */
function Presets({ session: { card, shown, apply } }: { session: Session }) {
  const presets = card.value?.presets ?? []
  const made = shown.value?.design === card.value?.name ? shown.value?.values : undefined
  if (presets.length === 0) return null
  return (
    <div class="choice-of" role="group" aria-label="Presets">
      <span aria-hidden="true">{presets.length > 1 ? 'Presets' : 'Preset'}</span>
      {presets.map(({ name, given }) => (
        <button
          key={name}
          type="button"
          aria-pressed={Object.entries(given).every(([parameter, value]) => made?.[parameter] === value)}
          onClick={() => apply(given)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** In which unit lengths are shown and typed. */
const Lengths = ({ session: { preferences } }: { session: Session }) => (
  <div class="choice-of" role="group" aria-label="Lengths in">
    {(['mm', 'in'] as const).map((unit) => (
      <button
        key={unit}
        type="button"
        aria-pressed={preferences.unit.value === unit}
        aria-label={unit === 'mm' ? 'mm, millimetres' : 'in, inches'}
        onClick={() => (preferences.unit.value = unit)}
      >
        {unit}
      </button>
    ))}
  </div>
)
