import type { Decision } from '../build/decide.ts'
import type { BuildEvent, Summary } from '../build/event.ts'
import type { Wait } from '../build/persevere.ts'

/** The lines for people that an event is worth; those that are told again and again have none. */
export function linesOf(event: BuildEvent): string[] {
  switch (event.event) {
    case 'planned': {
      const count = event.parts.filter(({ make }) => make).length
      return count === 0 ? [] : [`${count} of ${parts(event.parts.length)} to make`]
    }
    case 'made':
      return [
        `${event.part}: made in ${seconds(event.seconds)} (${reasonText(event)})`,
        ...event.warnings.map((warning) => `pegsmith: ${event.part}: warning: ${warning}`),
      ]
    case 'failed': {
      const tries = event.attempts > 1 ? ` (tried ${event.attempts} times)` : ''
      return event.error.split('\n').map((line) => `pegsmith: ${event.part}: ${line}${tries}`)
    }
    case 'skipped':
      return [`pegsmith: ${event.part}: skipped, for it needs ${event.because}`]
    case 'waiting':
      return [`pegsmith: ${event.part ?? 'build'}: ${event.error}; ${waiting(event)}`]
    case 'orphan': {
      const { part, removed, files } = event
      if (!removed) {
        const what = files.length > 0 ? files.join(', ') : 'what is known of it'
        return [`pegsmith: ${part}: no longer in the project; --prune removes ${what}`]
      }
      const left = files.length > 0 ? `; what was changed by hand stays, and is yours: ${files.join(', ')}` : ''
      return [`${part}: no longer in the project, removed${left}`]
    }
    case 'plates':
      return [...event.lines]
    case 'done':
      return [closing(event.summary)]
    default:
      return []
  }
}

/** `changed: columns 4 → 6`. */
export const reasonText = ({ reason, details }: Pick<Decision, 'reason' | 'details'>) =>
  details.length > 0 ? `${reason}: ${details.join(', ')}` : reason

/** `waiting 10 of 30 s`. */
export const waiting = ({ waited, wait }: Wait) => `waiting ${waited} of ${wait} s`

export const seconds = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} s`

export const parts = (count: number) => `${count} part${count === 1 ? '' : 's'}`

function closing({ made, unchanged, failed, skipped, waited, seconds: time, mass, price, cost }: Summary): string {
  const counts = [
    `${made} made`,
    `${unchanged} unchanged`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  const wait = waited > 0 ? `, ${seconds(waited)} of waiting` : ''
  return `${counts.join(', ')} in ${seconds(time)}${wait}; ${mass.toFixed(0)} g of filament, about ${cost.toFixed(2)} at ${price} a kilogram`
}

/** What is to be done about each part, as it is told before anything is made. */
export const planned = (decisions: ReadonlyMap<string, Decision>): BuildEvent => ({
  event: 'planned',
  parts: [...decisions].map(([part, decision]) => ({ part, ...decision })),
})
