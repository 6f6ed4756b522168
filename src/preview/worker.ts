import wasm from 'manifold-3d/manifold.wasm?url'
import { startKernel } from '#solid'
import { catalogue } from '../../designs/index.ts'
import { findDesign } from '../make.ts'
import type { Answer, Request } from './protocol.ts'
import { buffersOf, openAnswers } from './worker/answer.ts'
import { cardOf, fileKinds } from './worker/cards.ts'
import { openMaker } from './worker/maker.ts'

/*
 * Makes parts beside the page's own thread, with the designs and the kernel that the command line has.
 */

const kernel =
  typeof WebAssembly === 'undefined'
    ? Promise.reject(new Error('this browser has no WebAssembly, or it is switched off; parts are computed with it'))
    : startKernel(() => wasm)
// Whoever waits for it is told; until somebody does, it is no error.
kernel.then(
  () => post({ kind: 'started' }),
  () => {},
)
const answerTo = openAnswers(openMaker(kernel, findDesign))

function post(answer: Answer): void {
  self.postMessage(answer, { transfer: buffersOf(answer) })
}

self.onmessage = ({ data }: MessageEvent<Request>) => void answerTo(data).then(post)

/** The lock is let go of when the worker ends, however it does: that is how the page learns of it. */
function announce(): void {
  post({ kind: 'catalogue', cards: catalogue.map(cardOf), files: fileKinds() })
}
if (self.name !== '' && 'locks' in navigator) {
  void navigator.locks.request(self.name, () => {
    announce()
    return new Promise(() => {})
  })
} else announce()
