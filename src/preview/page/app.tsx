import type { Session } from '../session/session.ts'
import { Catalogue } from './catalogue.tsx'
import { Controls } from './controls.tsx'
import { Facts } from './facts.tsx'
import { Faults } from './faults.tsx'
import { Outputs } from './outputs.tsx'
import { Stage } from './stage.tsx'

/** The whole page. */
export const App = ({ session }: { session: Session }) => (
  <>
    <header>
      <p class="brand">pegsmith</p>
      <Catalogue session={session} />
    </header>
    <main>
      <Stage session={session} />
      <section class="bar" aria-label="The part">
        <Facts session={session} />
        <Outputs session={session} />
      </section>
      <section class="panel" aria-label="Parameters">
        <Faults session={session} />
        <Controls session={session} />
      </section>
    </main>
  </>
)
