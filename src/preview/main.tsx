import './style.css'
import './page/controls.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { workOffline } from './offline.ts'
import { App } from './page/app.tsx'
import { openSession } from './session/session.ts'

const session = openSession()
effect(() => {
  document.documentElement.dataset.state = session.state.value
})
effect(() => {
  const { design } = session.place.value
  document.title = design === '' ? 'pegsmith' : `${design} · pegsmith`
})
document.body.replaceChildren()
render(<App session={session} />, document.body)
// Once the first part is there: what is kept then is what was loaded, for the most part.
const stop = session.report.subscribe((report) => {
  if (!report) return
  workOffline()
  queueMicrotask(() => stop())
})
