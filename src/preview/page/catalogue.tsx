import type { Session } from '../session/session.ts'
import { writeAddress } from '../session/address.ts'
import { spoken } from './words.ts'

/** The designs to choose from. */
export const Catalogue = ({ session: { cards, place } }: { session: Session }) => (
  <nav aria-label="Designs">
    {cards.value.map(({ name, summary }) => (
      <a
        key={name}
        href={writeAddress({ design: name, given: {} })}
        aria-current={name === place.value.design ? 'page' : undefined}
        title={summary}
      >
        {spoken(name)}
      </a>
    ))}
  </nav>
)
