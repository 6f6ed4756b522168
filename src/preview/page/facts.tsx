import { figures } from '../../figures.ts'
import type { Session } from '../session/session.ts'

/** What the part measures, and what its maker should know of it. */
export function Facts({ session: { report, shown, state } }: { session: Session }) {
  const told = report.value
  const { size, volume, mass, triangles } = told ? figures(told) : {}
  const time = shown.value && `${Math.max(1, Math.round(shown.value.milliseconds))} ms`
  const rows = Object.entries({
    Size: size,
    Volume: volume,
    'PLA, 15 % infill': mass,
    Triangles: triangles,
    Time: time,
  })
  return (
    <div class="facts" role="status" aria-busy={state.value === 'working'}>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
      {told?.warnings.map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
    </div>
  )
}
