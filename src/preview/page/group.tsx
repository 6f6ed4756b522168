import type { ComponentChildren } from 'preact'
import type { Session } from '../session/session.ts'

interface GroupProps {
  readonly heading: string
  readonly session: Session
  readonly children: ComponentChildren
}

/** Controls under a heading; it stays folded as it was left. */
export function Group({ heading, session, children }: GroupProps) {
  const { folded } = session.preferences
  return (
    <details
      open={!folded.value.includes(heading)}
      onToggle={({ currentTarget: { open } }) => {
        const others = folded.peek().filter((each) => each !== heading)
        if (open === folded.peek().includes(heading)) folded.value = open ? others : [...others, heading]
      }}
    >
      <summary>
        <h2>{heading}</h2>
      </summary>
      {children}
    </details>
  )
}
