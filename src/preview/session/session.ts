import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Report } from '../../report.ts'
import type { Card, Changed, Drawable, FileKind, Given, GivenText, PartAnswer, ToldProblem, Wish } from '../protocol.ts'
import { type Place, readAddress, writeAddress } from './address.ts'
import { commandLine } from './command-line.ts'
import { openPreferences, type Preferences } from './preferences.ts'
import { type News, openWorkshop } from './workshop.ts'

/** What went wrong while a part was made. */
export interface Failure {
  readonly message: string
  /** A command line that shows the same. */
  readonly command: string
}

/** A part in view, and the wish that it meets: all that goes out of the page is about this one. */
export interface Shown extends PartAnswer {
  readonly wish: Wish
}

/** What the page knows, and what can be done to it. */
export interface Session {
  readonly cards: ReadonlySignal<readonly Card[]>
  readonly fileKinds: ReadonlySignal<readonly FileKind[]>
  /** The card of the design in the address. */
  readonly card: ReadonlySignal<Card | undefined>
  readonly place: ReadonlySignal<Place>
  readonly preferences: Preferences
  /** Files that were chosen for parameters; an address cannot carry them. */
  readonly files: ReadonlySignal<Readonly<Record<string, File>>>
  /** The last good part. */
  readonly shown: ReadonlySignal<Shown | undefined>
  /** The board behind it. */
  readonly board: ReadonlySignal<Drawable | undefined>
  /** Its report, once it is written. */
  readonly report: ReadonlySignal<Report | undefined>
  readonly problems: ReadonlySignal<readonly ToldProblem[]>
  readonly failure: ReadonlySignal<Failure | undefined>
  readonly state: ReadonlySignal<'working' | 'ready' | 'error'>
  /** What was done last, for people. */
  readonly notice: ReadonlySignal<string>
  /** Changes a parameter; `settled` when the change is complete and not one of many while a slider is dragged. */
  readonly change: (name: string, value: string, settled: boolean) => void
  readonly choose: (name: string, file: File | undefined) => void
  /** All parameters back to their defaults. */
  readonly reset: () => void
  readonly say: (notice: string) => void
  readonly file: (format: FileKind['format']) => Promise<Blob>
  /** The command line and the address that make the part in view. */
  readonly command: () => string
  readonly link: () => string
}

/** Milliseconds between writings of the address while a slider is dragged: browsers ignore more than some twenty a second. */
const ADDRESS_PAUSE = 250

/** Opens the page's session: what the address says is made, and what is changed is written to it. */
export function openSession(): Session {
  const catalogue = signal<readonly Card[]>([])
  const fileCard = signal<Card>()
  const cards = computed(() => {
    const first = fileCard.value
    return first ? [first, ...catalogue.value.filter(({ name }) => name !== first.name)] : catalogue.value
  })
  const fileKinds = signal<readonly FileKind[]>([])
  const place = signal(readAddress(location.hash))
  const files = signal<Readonly<Record<string, File>>>({})
  const shown = signal<Shown>()
  const board = signal<Drawable>()
  const report = signal<Report>()
  const problems = signal<readonly ToldProblem[]>([])
  const failure = signal<Failure>()
  const working = signal(true)
  const notice = signal('')
  const card = computed(() => cards.value.find(({ name }) => name === place.value.design))
  const state = computed(() =>
    working.value ? 'working' : problems.value.length > 0 || failure.value ? 'error' : 'ready',
  )

  const wish = computed<Wish>(() => ({
    design: place.value.design,
    given: { ...place.value.given, ...files.value },
  }))
  const workshop = openWorkshop(hear)

  function hear(news: News): void {
    batch(() => {
      switch (news.kind) {
        case 'catalogue':
          catalogue.value = news.cards
          fileKinds.value = news.files
          if (place.value.design === '') place.value = { design: cards.value[0].name, given: {} }
          return
        case 'changed':
          return renew(news)
        case 'restarted':
          notice.value = 'The kernel stopped and was started again.'
          return
        case 'part':
          // Of another design than the one that was chosen meanwhile.
          if (news.design !== place.value.design) return
          shown.value = news
          problems.value = []
          failure.value = undefined
          return
        case 'board':
          board.value = news.drawable
          return
        case 'report':
          report.value = news.report
          working.value = false
          if (dragged === undefined) write(essence(shown.value!))
          return
        case 'refused':
          problems.value = news.problems
          failure.value = undefined
          working.value = false
          return
        case 'failed':
          failure.value = { message: news.message, command: commandOf(wish.value) }
          problems.value = []
          working.value = false
      }
    })
  }

  /** The parameter that is being changed and not settled yet. */
  let dragged: string | undefined

  /** Makes the part of a design file anew, with the values of the parameters that it still has. */
  function renew({ design, card: fresh = fileCard.value }: Changed): void {
    const underWay = working.value && !fileCard.value && !shown.value
    fileCard.value = fresh
    if (underWay || design !== place.value.design) return
    const given = Object.entries(place.value.given)
    const [kept, gone] = [true, false].map((known) =>
      given.filter(([name]) => known === (fresh?.controls.some((control) => control.name === name) ?? true)),
    )
    notice.value = gone.map(([name]) => `${name} is no parameter any more.`).join(' ')
    place.value = { design, given: Object.fromEntries(kept) }
  }

  effect(() => {
    if (wish.value.design === '') return
    working.value = true
    workshop.make(wish.value, dragged !== undefined)
  })

  let written = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function write(what: Wish): void {
    clearTimeout(timer)
    written = performance.now()
    history.replaceState(null, '', writeAddress({ design: what.design, given: textsOf(what.given) }))
  }

  /** A change is one entry in the history, be it one step or the many of a drag. */
  function travel(given: GivenText, name: string, settled: boolean): void {
    if (dragged !== name) history.pushState(null, '', location.href)
    notice.value = ''
    dragged = settled ? undefined : name
    place.value = { design: place.value.design, given }
    const pause = settled ? 0 : written + ADDRESS_PAUSE - performance.now()
    clearTimeout(timer)
    if (pause > 0) timer = setTimeout(() => write(wish.value), pause)
    else write(wish.value)
  }

  addEventListener('popstate', () => {
    clearTimeout(timer)
    dragged = undefined
    const next = readAddress(location.hash)
    batch(() => {
      if (next.design !== place.value.design) {
        files.value = {}
        problems.value = []
      }
      place.value = next
    })
  })

  const commandOf = ({ design, given }: Wish) => {
    const texts = Object.entries(given).map(([name, value]) => [name, value instanceof File ? value.name : value])
    const made = cards.value.find(({ name }) => name === design)
    return commandLine(made?.file ?? design, Object.fromEntries(texts) as GivenText, made?.controls ?? [])
  }
  /** What was wished for, without what is at its default. */
  const essence = ({ wish, changed }: Shown): Wish => ({
    design: wish.design,
    given: Object.fromEntries(Object.entries(wish.given).filter(([name]) => changed.includes(name))),
  })

  return {
    cards,
    fileKinds,
    card,
    place,
    preferences: openPreferences(),
    files,
    shown,
    board,
    report,
    problems,
    failure,
    state,
    notice,
    change(name, value, settled) {
      travel({ ...place.value.given, [name]: value }, name, settled)
    },
    choose(name, file) {
      const others = Object.entries(files.value).filter(([other]) => other !== name)
      files.value = Object.fromEntries(file ? [...others, [name, file]] : others)
    },
    reset() {
      batch(() => {
        files.value = {}
        travel({}, '', true)
      })
    },
    say: (words) => (notice.value = words),
    file: (format) => workshop.file(shown.value!.wish, format),
    command: () => commandOf(essence(shown.value!)),
    link() {
      const { design, given } = essence(shown.value!)
      return new URL(writeAddress({ design, given: textsOf(given) }), location.href).href
    },
  }
}

/** What an address can carry: all but files. */
const textsOf = (given: Given): GivenText =>
  Object.fromEntries(Object.entries(given).filter((each): each is [string, string] => typeof each[1] === 'string'))
