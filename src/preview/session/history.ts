import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Given, GivenText, Wish } from '../protocol.ts'
import { readAddress, writeAddress } from './address.ts'

/** The browser's own history, and where in it the page stands: undo and redo are back and forward that never leave the page. */
export interface PageHistory {
  readonly undoable: ReadonlySignal<boolean>
  readonly redoable: ReadonlySignal<boolean>
  /** Adds an entry after the present one, and forgets those that came after it. */
  readonly enter: (wish: Wish) => void
  /** Writes over the present entry; while something is dragged, not at every step of it. */
  readonly write: (wish: Wish, dragged?: boolean) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** Milliseconds between writings of the address while something is dragged: browsers ignore more than some twenty a second. */
const ADDRESS_PAUSE = 250

/**
 * Takes hold of the history.
 *
 * @param arrive Is told what the entry says that was gone to: by undo and redo, the browser's own buttons, a link, or by hand.
 */
export function openHistory(arrive: (wish: Wish) => void): PageHistory {
  // Entries are numbered, so that those of the page are told from what the tab showed before it.
  const at = signal(numberOf(history.state) ?? 0)
  const last = signal(at.value)
  /** Addresses carry no files: as long as the page is open they are known by their entries. */
  const wishes = new Map<number, Wish>()
  let written = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function write(wish: Wish): void {
    clearTimeout(timer)
    written = performance.now()
    wishes.set(at.value, wish)
    history.replaceState({ number: at.value }, '', addressOf(wish))
  }

  const stand = (number: number, end: number) =>
    batch(() => {
      at.value = number
      last.value = end
    })

  history.replaceState({ number: at.value }, '', location.href)
  addEventListener('popstate', ({ state }) => {
    clearTimeout(timer)
    const number = numberOf(state)
    if (number === undefined) {
      // A link was followed, or an address typed: that is an entry without a number.
      stand(at.value + 1, at.value + 1)
      write(readAddress(location.hash))
    } else stand(number, Math.max(last.value, number))
    arrive(wishes.get(at.value) ?? readAddress(location.hash))
  })
  // Who left for another page and came back has that one ahead.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) last.value = at.value
  })

  return {
    // Browsers keep some fifty entries: of a longer history, the oldest are gone.
    undoable: computed(() => at.value > Math.max(0, last.value - history.length + 1)),
    redoable: computed(() => at.value < last.value),
    enter(wish) {
      history.pushState({ number: at.value + 1 }, '', addressOf(wish))
      stand(at.value + 1, at.value + 1)
      write(wish)
    },
    write(wish, dragged = false) {
      const pause = dragged ? written + ADDRESS_PAUSE - performance.now() : 0
      clearTimeout(timer)
      if (pause > 0) timer = setTimeout(() => write(wish), pause)
      else write(wish)
    },
    undo: () => history.back(),
    redo: () => history.forward(),
  }
}

/** The number of one of the page's own entries. */
function numberOf(state: unknown): number | undefined {
  const { number } = (state ?? {}) as { readonly number?: unknown }
  return typeof number === 'number' ? number : undefined
}

export const addressOf = ({ design, given }: Wish): string => writeAddress({ design, given: textsOf(given) })

/** What an address can carry: all but files. */
const textsOf = (given: Given): GivenText =>
  Object.fromEntries(Object.entries(given).filter((each): each is [string, string] => typeof each[1] === 'string'))
