import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Wish } from '../../src/preview/protocol.ts'

/** As much of a browser as keeps a history: entries, of which the oldest are dropped beyond fifty; the first is another page's. */
function fakeBrowser() {
  const entries: { hash: string; state: unknown }[] = [
    { hash: 'elsewhere', state: null },
    { hash: '', state: null },
  ]
  let at = 1
  let arrived: (event: { readonly state: unknown }) => void = () => {}
  const add = (hash: string, state: unknown) => {
    entries.splice(at + 1, Infinity, { hash, state })
    if (entries.length > 50) entries.shift()
    at = entries.length - 1
  }
  const go = (steps: number) => {
    at += steps
    if (entries[at].hash === 'elsewhere') throw new Error('the page was left')
    arrived({ state: entries[at].state })
  }
  return {
    location: {
      get hash() {
        return entries[at].hash
      },
      get href() {
        return entries[at].hash
      },
    },
    history: {
      get state() {
        return entries[at].state
      },
      get length() {
        return entries.length
      },
      pushState: (state: unknown, _: string, hash: string) => add(hash, state),
      replaceState: (state: unknown, _: string, hash: string) => (entries[at] = { hash, state }),
      back: () => go(-1),
      forward: () => go(1),
    },
    addEventListener(kind: string, listener: typeof arrived) {
      if (kind === 'popstate') arrived = listener
    },
    follow(hash: string) {
      add(hash, null)
      arrived({ state: null })
    },
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), value: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
  fc.record({ kind: fc.constant('drag' as const), value: fc.nat(99) }),
  fc.record({ kind: fc.constant('file' as const), value: fc.nat(99) }),
  fc.record({ kind: fc.constant('link' as const), value: fc.nat(99) }),
)

test('undo and redo lead through what was changed, files too, and never beyond', async () => {
  const { openHistory } = await import('../../src/preview/session/history.ts')
  vi.useFakeTimers()
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const browser = fakeBrowser()
      for (const name of ['location', 'history', 'addEventListener'] as const) vi.stubGlobal(name, browser[name])
      let now: Wish = { design: '', given: {} }
      const history = openHistory((wish) => (now = wish))
      // All that there was, and where in it one is.
      let model: Wish[] = [now]
      let place = 0
      const enter = (wish: Wish) => {
        model = [...model.slice(0, place + 1), wish].slice(-50)
        place = model.length - 1
      }
      for (const { kind, ...rest } of steps) {
        const value = 'value' in rest ? rest.value : 0
        const wish: Wish = {
          design: 'blank',
          given: { columns: kind === 'file' ? new File([], `${value}.stl`) : String(value) },
        }
        if (kind === 'change' || kind === 'file') {
          enter(wish)
          history.enter((now = wish))
        } else if (kind === 'drag') {
          enter(wish)
          history.enter({ design: 'blank', given: {} })
          history.write({ design: 'blank', given: { columns: '100' } }, true)
          history.write((now = wish), true)
          vi.runAllTimers()
        } else if (kind === 'link') {
          enter(wish)
          browser.follow(`#/blank?columns=${value}`)
        } else {
          const next = kind === 'undo' ? place - 1 : place + 1
          expect(history[kind === 'undo' ? 'undoable' : 'redoable'].value).toBe(model[next] !== undefined)
          if (model[next] === undefined) continue
          place = next
          history[kind]()
        }
        expect(now).toEqual(model[place])
        expect(now.given.columns).toBe(model[place].given.columns)
      }
    }),
    { numRuns: 300 },
  )
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
