import type { Side, Viewpoint } from './viewpoint.ts'

/** Degrees that a press turns by, and how much nearer one comes. */
const TURN = 10
const ZOOM = 1.15

/** Lets the keyboard do on the canvas what a hand can. @returns A function that ends it. */
export function steerByKeys(canvas: HTMLCanvasElement, viewpoint: Viewpoint, look: (side: Side) => void): () => void {
  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => viewpoint.orbit(-TURN, 0),
    ArrowRight: () => viewpoint.orbit(TURN, 0),
    ArrowUp: () => viewpoint.orbit(0, TURN),
    ArrowDown: () => viewpoint.orbit(0, -TURN),
    '+': () => viewpoint.approach(ZOOM),
    '=': () => viewpoint.approach(ZOOM),
    '-': () => viewpoint.approach(1 / ZOOM),
    '0': () => look('home'),
    Home: () => look('home'),
    '1': () => look('front'),
    '2': () => look('side'),
    '3': () => look('top'),
  }
  function press(event: KeyboardEvent): void {
    // The browser's own shortcuts stay what they are.
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(actions, event.key)) return
    event.preventDefault()
    actions[event.key]()
  }
  canvas.addEventListener('keydown', press)
  return () => canvas.removeEventListener('keydown', press)
}
