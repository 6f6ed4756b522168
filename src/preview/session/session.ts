import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Filling } from '../../check/mass.ts'
import type { Report } from '../../report.ts'
import type { Card, Changed, Drawable, FileKind, GivenText, ToldProblem, Wish } from '../protocol.ts'
import { readAddress } from './address.ts'
import { commandLine } from './command-line.ts'
import { servedDesign } from './file-maker.ts'
import { addressOf, openHistory, type PageHistory } from './history.ts'
import { openPreferences, type Preferences } from './preferences.ts'
import { essence, type Shown } from './shown.ts'
import { standInFor } from './stand-in.ts'
import { openView, type View } from './view.ts'
import { type News, openWorkshop } from './workshop.ts'

/** What went wrong while a part was made. */
export interface Failure {
  readonly message: string
  /** A command line that shows the same. */
  readonly command: string
}

/** What the page knows, and what can be done to it. */
export interface Session {
  readonly cards: ReadonlySignal<readonly Card[]>
  readonly fileKinds: ReadonlySignal<readonly FileKind[]>
  /** The card of the design in the address. */
  readonly card: ReadonlySignal<Card | undefined>
  /** Whether there is no design of that name; a file that is broken is one, without a card. */
  readonly lost: ReadonlySignal<boolean>
  /** What the address says, and the files that were chosen for parameters, which an address cannot carry. */
  readonly place: ReadonlySignal<Wish>
  readonly preferences: Preferences
  readonly history: PageHistory
  /** The last good part. */
  readonly shown: ReadonlySignal<Shown | undefined>
  /** Whether that is but a stand-in for one that was refused before there was any. */
  readonly standsIn: ReadonlySignal<boolean>
  /** The board behind it. */
  readonly board: ReadonlySignal<Drawable | undefined>
  /** Its report, once it is written. */
  readonly report: ReadonlySignal<Report | undefined>
  readonly problems: ReadonlySignal<readonly ToldProblem[]>
  readonly failure: ReadonlySignal<Failure | undefined>
  readonly state: ReadonlySignal<'working' | 'ready' | 'error'>
  /** What is seen of the part. */
  readonly view: View
  /** What was done last, for people. */
  readonly notice: ReadonlySignal<string>
  /** The parameter that is being changed, until that is settled. */
  readonly changing: ReadonlySignal<string | undefined>
  /** Changes a parameter; `settled` when the change is complete and not one of many while a slider is dragged. */
  readonly change: (name: string, value: string | File, settled: boolean) => void
  /** What is being changed is complete as it stands: a hand has let go. Browsers tell of no change where it ended at the value at which it began. */
  readonly settle: () => void
  /** Changes parameters at once, as a preset does. */
  readonly apply: (given: GivenText) => void
  /** A parameter, or all of them, back to the default. */
  readonly reset: (name?: string) => void
  readonly say: (notice: string) => void
  readonly file: (format: FileKind['format']) => Promise<Blob>
  /** The command line and the address that make the part in view. */
  readonly command: () => string
  readonly link: () => string
}

/** Opens the page's session: what the address says is made, and what is changed is written to it. */
export function openSession(): Session {
  const catalogue = signal<readonly Card[]>([])
  const fileCard = signal<Card>()
  const cards = computed(() => {
    const first = fileCard.value
    return first ? [first, ...catalogue.value.filter(({ name }) => name !== first.name)] : catalogue.value
  })
  const fileKinds = signal<readonly FileKind[]>([])
  const place = signal<Wish>(readAddress(location.hash))
  const shown = signal<Shown>()
  const board = signal<Drawable>()
  const report = signal<Report>()
  const problems = signal<readonly ToldProblem[]>([])
  const failure = signal<Failure>()
  const working = signal(true)
  const notice = signal('')
  const changing = signal<string>()
  /** What is made in place of a wish that was not met, and whether people are told so: not of what they have in view already. */
  const standIn = signal<{ readonly wish: Wish; readonly told: boolean }>()
  /** What the report in view is about. */
  let reported: { readonly wish: Wish; readonly filling: Filling } | undefined
  const card = computed(() => cards.value.find(({ name }) => name === place.value.design))
  const state = computed(() =>
    working.value ? 'working' : problems.value.length > 0 || failure.value ? 'error' : 'ready',
  )

  const preferences = openPreferences()
  const filling = computed<Filling>(() => ({
    filament: preferences.filament.value,
    infill: preferences.infill.value,
  }))
  const workshop = openWorkshop(hear, () => filling.peek())
  const history = openHistory((next) =>
    batch(() => {
      changing.value = undefined
      notice.value = ''
      if (next.design !== place.value.design) tell([], undefined)
      place.value = next
    }),
  )

  function hear(news: News): void {
    batch(() => {
      switch (news.kind) {
        case 'catalogue':
          return learn(news)
        case 'changed':
          return renew(news)
        case 'restarted':
          notice.value = 'The kernel stopped and was started again.'
          return
        case 'part':
          // Of another design than the one that was chosen meanwhile.
          if (news.design !== place.value.design) return
          shown.value = news
          if (news.wish !== standIn.value?.wish) tell([], undefined)
          return
        case 'board':
          board.value = news.drawable
          return
        case 'report':
          report.value = news.report
          reported = { wish: shown.value!.wish, filling: filling.peek() }
          working.value = false
          if (changing.value === undefined && !standIn.value) history.write(essence(shown.value!))
          return
        case 'refused':
          if (!standIn.value) tell(news.problems, undefined)
          // What is wrong with an address may be known before the catalogue.
          if (catalogue.value.length > 0) standBy(news.problems)
          return
        case 'failed':
          if (!standIn.value) tell([], { message: news.message, command: commandOf(place.value) })
          return standBy([])
      }
    })
  }

  function learn({ cards: all, files }: Extract<News, { readonly kind: 'catalogue' }>): void {
    const early = catalogue.value.length === 0 ? problems.value : []
    catalogue.value = all
    fileKinds.value = files
    if (place.value.design === '') place.value = { ...place.value, design: cards.value[0].name }
    if (early.length > 0) standBy(early)
  }

  function tell(wrong: readonly ToldProblem[], failed: Failure | undefined): void {
    problems.value = wrong
    failure.value = failed
  }

  /** The last good part stays in view, but not as a draft or with the facts of another; where there is none of this design, one is made. */
  function standBy(refused: readonly ToldProblem[]): void {
    const good = shown.value?.design === place.value.design ? shown.value.wish : undefined
    const known = good ? undefined : card.value
    const next = good ? unreported(good) : known && standInFor(standIn.value?.wish ?? place.value, known, refused)
    if (next) {
      standIn.value = { wish: next, told: !good }
      workshop.make(next, changing.peek() !== undefined)
    } else {
      // A part of another design would be taken for one of this.
      if (!good) shown.value = report.value = undefined
      working.value = false
    }
  }

  /** The wish, if it has no report as things are, and none was tried for. */
  const unreported = (wish: Wish) =>
    wish === standIn.value?.wish || (wish === reported?.wish && filling.peek() === reported.filling) ? undefined : wish

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
    if (place.value.design === '') return
    standIn.value = undefined
    // The worker has kept the part: when another filament is chosen, only its report is new.
    void filling.value
    working.value = true
    workshop.make(place.value, changing.peek() !== undefined)
  })

  /** A change is one entry in the history, be it one step or the many of a drag. */
  function travel(given: Wish['given'], name: string, settled = true): void {
    const next = { design: place.value.design, given }
    if (changing.value !== name) history.enter(next)
    history.write(next, !settled)
    batch(() => {
      notice.value = ''
      changing.value = settled ? undefined : name
      place.value = next
    })
  }

  const commandOf = ({ design, given }: Wish) => {
    const made = cards.value.find(({ name }) => name === design)
    return commandLine({ design: made?.file ?? design, given }, made?.controls ?? [])
  }

  return {
    cards,
    fileKinds,
    card,
    lost: computed(() => catalogue.value.length > 0 && !card.value && place.value.design !== servedDesign()),
    place,
    preferences,
    history,
    shown,
    standsIn: computed(() => standIn.value?.told === true && shown.value?.wish === standIn.value.wish),
    board,
    report,
    problems,
    failure,
    state,
    view: openView({ shown, report, ask: workshop.ask }),
    notice,
    changing,
    change(name, value, settled) {
      if (changing.value === undefined && place.value.given[name] === value) return
      travel({ ...place.value.given, [name]: value }, name, settled)
    },
    settle() {
      if (changing.value !== undefined) travel(place.value.given, changing.value)
    },
    apply: (given) => travel({ ...place.value.given, ...given }, ''),
    reset(name) {
      const others = Object.entries(place.value.given).filter(([other]) => name !== undefined && other !== name)
      travel(Object.fromEntries(others), '')
    },
    say: (words) => (notice.value = words),
    async file(format) {
      const { bytes, mediaType } = await workshop.ask(shown.value!.wish, { kind: 'file', format })
      return new Blob([bytes], { type: mediaType })
    },
    command: () => commandOf(essence(shown.value!)),
    link: () => new URL(addressOf(essence(shown.value!)), location.href).href,
  }
}
