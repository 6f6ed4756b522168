import './style.css'
import './page/controls.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
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
render(<App session={session} />, document.body)
