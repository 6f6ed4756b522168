import type { Session } from '../session/session.ts'
import { Catalogue } from './catalogue.tsx'
import { Controls } from './controls.tsx'
import { Facts } from './facts.tsx'
import { Faults } from './faults.tsx'
import { Lost } from './lost.tsx'
import { Outputs } from './outputs.tsx'
import { Printing } from './printing.tsx'
import { Stage } from './stage.tsx'

/** The whole page. */
export const App = ({ session }: { session: Session }) => (
  <>
    <header>
      <p class="brand">pegsmith</p>
      <Catalogue session={session} />
    </header>
    {session.lost.value ? <Lost session={session} /> : <Workbench session={session} />}
  </>
)

const Workbench = ({ session }: { session: Session }) => (
  <main>
    <Stage session={session} />
    <Bar session={session} />
    <section class="panel" aria-label="Parameters">
      <Faults session={session} />
      <Controls session={session} />
    </section>
  </main>
)

/** It comes at once with all its buttons, so that none is moved by another. */
const Bar = ({ session }: { session: Session }) =>
  session.fileKinds.value.length > 0 && (
    <section class="bar" aria-label="The part">
      <Facts session={session} />
      <Outputs session={session} />
      <Printing session={session} />
    </section>
  )
