import { nearest } from '../../design/nearest.ts'
import { writeAddress } from '../session/address.ts'
import { addressOf } from '../session/history.ts'
import type { Session } from '../session/session.ts'
import { spoken } from './words.ts'

/** Where an address leads to that names no design: the ways on. */
export function Lost({ session: { cards, place } }: { session: Session }) {
  const { design, given } = place.value
  const names = cards.value.map(({ name }) => name)
  const near = nearest(design.slice(0, LONGEST), names)
  return (
    <main class="lost">
      <div role="alert">
        <h1>There is no such design</h1>
        <p>
          The address asks for “{design.length > LONGEST ? `${design.slice(0, LONGEST)}…` : design}”.
          {near && (
            <>
              {' '}
              Did you mean <a href={addressOf({ design: near, given })}>{spoken(near)}</a>?
            </>
          )}
        </p>
      </div>
      <h2>All designs</h2>
      <ul>
        {cards.value.map(({ name, summary }) => (
          <li key={name}>
            <a href={writeAddress({ design: name, given: {} })}>{spoken(name)}</a>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** Characters of a name that are shown; an address may have a million. */
const LONGEST = 60
