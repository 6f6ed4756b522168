import { filaments } from '../../check/filaments.ts'
import { figures } from '../../figures.ts'
import type { Session } from '../session/session.ts'
import { fitWords } from './fit-words.ts'

/** What the part measures, what it takes, and whether it can be printed. Changes are spoken elsewhere, once they are over: see `Messages`. */
export function Facts({ session: { report, shown, state, preferences } }: { session: Session }) {
  const { unit, filament, infill, printer } = preferences
  const told = report.value
  const { size, volume, mass, triangles } = told ? figures(told, unit.value) : {}
  const fit = told && fitWords(told.mesh.bounds, printer.value, unit.value)
  const cost = told && (told.print.mass / 1000) * filaments[filament.value].price
  const rows = Object.entries({
    Size: size,
    Volume: volume,
    [`${filament.value}, ${infill.value} % infill`]: cost !== undefined && `${mass}, ≈ ${cost.toFixed(2)} €/$`,
    [printer.value]: fit?.short,
    Triangles: triangles,
    Time: shown.value && `${Math.max(1, Math.round(shown.value.milliseconds))} ms`,
  })
  return (
    <div class="facts" role="status" aria-live="off" aria-busy={state.value === 'working'}>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={value === 'too large' ? 'warning' : undefined}>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
