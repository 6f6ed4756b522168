import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Card } from '../protocol.ts'
import type { Session } from '../session/session.ts'
import { writeAddress } from '../session/address.ts'
import { THUMBNAIL } from './thumbnail-size.ts'
import { thumbnailOf } from './thumbnails.ts'
import { spoken } from './words.ts'

/** The designs to choose from, and a search among them. */
export function Catalogue({ session: { cards, place } }: { session: Session }) {
  const sought = useSignal('')
  const found = useComputed(() => cards.value.filter((card) => matches(card, sought.value)))
  const list = useRef<HTMLElement>(null)
  const design = place.value.design

  // The strip may be longer than the screen is wide.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [design, cards.value])

  return (
    <>
      <input
        type="search"
        class="search"
        aria-label="Search designs"
        placeholder="Search"
        autoComplete="off"
        spellcheck={false}
        value={sought.value}
        onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'ArrowDown') list.current?.querySelector('a')?.focus()
          if (key !== 'Enter' || found.value.length === 0) return
          location.hash = addressOf(found.value[0])
          sought.value = ''
        }}
      />
      <nav aria-label="Designs" ref={list} onKeyDown={walk}>
        {found.value.map((card) => (
          <DesignLink key={card.name} card={card} current={card.name === design} />
        ))}
      </nav>
      <p class="found" aria-live="polite">
        {sought.value !== '' && counted(found.value.length)}
      </p>
    </>
  )
}

const DesignLink = ({ card, current }: { readonly card: Card; readonly current: boolean }) => (
  <a href={addressOf(card)} aria-current={current ? 'page' : undefined} title={card.summary}>
    {/* The name says it to those who do not see it. */}
    <img src={thumbnailOf(card.name)} alt="" {...THUMBNAIL} draggable={false} />
    {spoken(card.name)}
  </a>
)

const addressOf = ({ name }: Card) => writeAddress({ design: name, given: {} })

/** Whether the name or the summary of a design has every word that was typed, or its beginning. */
function matches({ name, summary }: Card, sought: string): boolean {
  const words = `${name} ${summary}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const typed = sought.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return typed.every((beginning) => words.some((word) => word.startsWith(beginning)))
}

const counted = (count: number) =>
  count === 0 ? 'No design has these words' : count === 1 ? 'One design' : `${count} designs`

/** Arrows go from design to design, as in any list. */
function walk(event: KeyboardEvent): void {
  const { key, currentTarget, target } = event
  const links = [...(currentTarget as HTMLElement).querySelectorAll('a')]
  const at = links.indexOf(target as HTMLAnchorElement)
  const next = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: links.length - 1,
  }
  if (!Object.hasOwn(next, key)) return
  event.preventDefault()
  links[next[key as keyof typeof next]]?.focus()
}
