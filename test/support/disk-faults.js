/**
 * Makes calls that change the disk go wrong, in any program: `node --import ./test/support/disk-faults.js program.js`.
 *
 * `DISK_FAULT=kind:number` says what happens at which of these calls, counted from 1:
 * - `kill-before`, `kill-after`: the process is killed before or after it; `kill-half`: after half of its bytes, where it writes any;
 * - any other kind is the code of an error, which it throws: `ENOSPC:7` once, `ENOSPC:7+` from then on. Half of the bytes are written before.
 * Several faults are parted by commas.
 *
 * `DISK_LOG=file` gets a line for each call: its name and the paths that it is about.
 * `DISK_THREAD=workers` means calls of worker threads, instead of those of the main thread; they count for themselves.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const NAMES = [
  'appendFile chmod copyFile cp fchmod fdatasync fsync ftruncate link mkdir mkdtemp open rename rm rmdir symlink',
  'truncate unlink utimes write writeFile writev',
].flatMap((line) => line.split(' '))
const HANDLE_NAMES = ['appendFile', 'chmod', 'datasync', 'sync', 'truncate', 'write', 'writeFile', 'writev']

const faults = (process.env.DISK_FAULT ?? '').split(',').map((fault) => fault.split(':'))
const { openSync, writeSync, closeSync } = fs
const log = process.env.DISK_LOG && openSync(process.env.DISK_LOG, 'a')
const paths = new Map()
let calls = 0

/** Whether a call only reads: opening a file for that, or telling people something. */
const changesNothing = (name, args) =>
  (name === 'open' && [undefined, 'r', fs.constants.O_RDONLY].includes(args[1])) ||
  (typeof args[0] === 'number' && args[0] < 3)

/** What is to happen at a call: undefined for nothing. */
function faultAt(name, args, fd) {
  if (changesNothing(name, args)) return undefined
  calls++
  const about = [fd ?? args[0], args[1]].filter((each) => ['string', 'number'].includes(typeof each))
  if (log !== undefined) writeSync(log, `${name} ${about.map((each) => paths.get(each) ?? each).join(' ')}\n`)
  const due = ([, at = '']) => (at.endsWith('+') ? calls >= parseInt(at) : calls === Number(at))
  return faults.find(due)?.[0]
}

function kill() {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

function writeHalf(name, args, fd) {
  const data = fd === undefined ? args[1] : args[0]
  if (!/^(write|append)/.test(name) || (typeof data !== 'string' && !ArrayBuffer.isView(data))) return
  const bytes = Buffer.from(data)
  const half = bytes.subarray(0, bytes.length >> 1)
  const file = fd ?? (typeof args[0] === 'number' ? args[0] : openSync(args[0], name === 'appendFile' ? 'a' : 'w'))
  writeSync(file, half)
  if (typeof (fd ?? args[0]) === 'string') closeSync(file)
}

/** What goes wrong instead of a call, or before it. */
function goWrong(fault, name, args, fd) {
  if (fault === undefined || fault === 'kill-after') return
  if (fault !== 'kill-before') writeHalf(name, args, fd)
  if (fault.startsWith('kill')) kill()
  const path = typeof args[0] === 'string' && { path: args[0] }
  const dest = ['rename', 'link'].includes(name) && { dest: args[1] }
  throw Object.assign(new Error(`${fault}: injected, ${name}`), { code: fault, syscall: name, ...path, ...dest })
}

const like = (original, wrapper) => Object.defineProperties(wrapper, Object.getOwnPropertyDescriptors(original))

function remember(name, args, result) {
  if (name === 'open') paths.set(result.fd ?? result, args[0])
}

const inSync = (name, original) =>
  like(original, function (...args) {
    const fault = faultAt(name, args)
    goWrong(fault, name, args)
    try {
      const result = original.apply(this, args)
      remember(name, args, result)
      return result
    } finally {
      if (fault === 'kill-after') kill()
    }
  })

const withCallback = (name, original) =>
  like(original, function (...args) {
    const done = args.at(-1)
    const fault = faultAt(name, args)
    try {
      goWrong(fault, name, args)
    } catch (error) {
      setImmediate(done, error)
      return
    }
    original.call(this, ...args.slice(0, -1), (error, ...results) => {
      if (fault === 'kill-after') kill()
      if (!error) remember(name, args, results[0])
      done(error, ...results)
    })
  })

const asPromise = (name, original) =>
  like(original, async function (...args) {
    const fault = faultAt(name, args, this?.fd)
    goWrong(fault, name, args, this?.fd)
    try {
      const result = await original.apply(this, args)
      remember(name, args, result)
      return result
    } finally {
      if (fault === 'kill-after') kill()
    }
  })

if (isMainThread === (process.env.DISK_THREAD !== 'workers')) {
  const handle = await fs.promises.open(import.meta.filename)
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  for (const name of HANDLE_NAMES) prototype[name] = asPromise(name, prototype[name])
  for (const name of NAMES) {
    if (fs[`${name}Sync`]) fs[`${name}Sync`] = inSync(name, fs[`${name}Sync`])
    if (fs[name]) fs[name] = withCallback(name, fs[name])
    if (fs.promises[name]) fs.promises[name] = asPromise(name, fs.promises[name])
  }
  syncBuiltinESMExports()
}
