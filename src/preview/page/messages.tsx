import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { figures } from '../../figures.ts'
import type { Session } from '../session/session.ts'
import { fitWords } from './fit-words.ts'

/** Milliseconds without a change after which the part is spoken of: whoever drags a slider is not talked at. */
const PAUSE = 1000

/** What is told over the picture, where it pushes nothing away: warnings, what was done last; and what a screen reader says of a new part. */
export function Messages({ session: { report, notice, state, preferences } }: { session: Session }) {
  const warnings = useComputed(() => {
    if (!report.value) return []
    const { warning } = fitWords(report.value.mesh.bounds, preferences.printer.value, preferences.unit.value)
    return [...report.value.warnings, ...(warning ? [warning] : [])]
  })
  const said = useSignal('')
  useSignalEffect(() => {
    if (!report.value || state.value !== 'ready') return
    const { size, mass } = figures(report.value, preferences.unit.value)
    const words = [`${size}, ${mass}`, ...warnings.value].join('. ')
    const timer = setTimeout(() => (said.value = words), PAUSE)
    return () => clearTimeout(timer)
  })
  return (
    <div class="messages">
      {warnings.value.map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
      <p class="notice" aria-live="polite">
        {notice.value}
      </p>
      <p class="unseen" aria-live="polite">
        {said.value}
      </p>
    </div>
  )
}
