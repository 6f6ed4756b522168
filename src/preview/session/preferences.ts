import { effect, type Signal, signal } from '@preact/signals'

export type LengthUnit = 'mm' | 'in'

/** What a maker sets once for all parts; it stays in the browser, and is no part of an address. */
export interface Preferences {
  /** In which lengths are shown and typed. */
  readonly unit: Signal<LengthUnit>
  /** Headings of the groups of controls that are folded. */
  readonly folded: Signal<readonly string[]>
}

const KEY = 'pegsmith'

/** The preferences as they were left; a browser that keeps nothing starts with the defaults each time. */
export function openPreferences(): Preferences {
  const kept = read()
  const preferences: Preferences = {
    unit: signal(kept.unit === 'in' ? 'in' : 'mm'),
    folded: signal(Array.isArray(kept.folded) ? kept.folded.map(String) : []),
  }
  effect(() => {
    const values = Object.entries(preferences).map(([name, { value }]: [string, Signal<unknown>]) => [name, value])
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(values)))
    } catch {
      // Private windows and full disks: they hold for this visit.
    }
  })
  return preferences
}

/** Anything may stand there: another version wrote it, or a person. */
function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
