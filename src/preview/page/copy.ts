import type { Session } from '../session/session.ts'

/** Pages that are served from another machine without encryption may not write to the clipboard: then it is shown, to be copied by hand. */
export async function copy(session: Session, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    session.say(`Copied: ${text}`)
  } catch {
    session.say(text)
  }
}
