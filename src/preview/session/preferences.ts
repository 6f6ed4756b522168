import { effect, type Signal, signal } from '@preact/signals'
import { type FilamentName, filaments } from '../../check/filaments.ts'
import { usualFilling } from '../../check/mass.ts'
import { type PrinterName, printers } from '../../check/printers.ts'

export type LengthUnit = 'mm' | 'in'

/** What a maker sets once for all parts; it stays in the browser, and is no part of an address. */
export interface Preferences {
  /** In which lengths are shown and typed. */
  readonly unit: Signal<LengthUnit>
  /** Headings of the groups of controls that are folded. */
  readonly folded: Signal<readonly string[]>
  readonly filament: Signal<FilamentName>
  /** In percent, one of {@link infills}. */
  readonly infill: Signal<number>
  readonly printer: Signal<PrinterName>
}

/** Infills to choose from, in percent: those that the mass was compared at. */
export const infills: readonly number[] = [10, 15, 20, 30, 40, 50, 70, 100]

const KEY = 'pegsmith'

/** The preferences as they were left; a browser that keeps nothing starts with the defaults each time. */
export function openPreferences(): Preferences {
  const kept = read()
  const preferences: Preferences = {
    unit: signal(kept.unit === 'in' ? 'in' : 'mm'),
    folded: signal(Array.isArray(kept.folded) ? kept.folded.map(String) : []),
    filament: signal(oneOf(keysOf(filaments), kept.filament, usualFilling.filament)),
    infill: signal(oneOf(infills, kept.infill, usualFilling.infill)),
    printer: signal(oneOf(keysOf(printers), kept.printer, 'Creality Ender-3')),
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

const oneOf = <T>(choices: readonly T[], kept: unknown, otherwise: T): T =>
  choices.find((choice) => choice === kept) ?? otherwise

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]

/** Anything may stand there: another version wrote it, or a person. */
function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
