import type { Answer } from './protocol.ts'

/** Arrays of numbers that an answer may hold. */
const arrays = { Float32Array, Uint8Array }

/** Stands in the text for an array of numbers. */
interface Placeholder {
  readonly array: keyof typeof arrays
  readonly buffer: number
}

const BUFFERS = 'buffers'
const TEXT = 'text'

/** An answer as HTTP can carry it: a form with its text, and its buffers as they are. */
export function packAnswer(answer: Answer): FormData {
  const form = new FormData()
  let buffers = 0
  const text = JSON.stringify(answer, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    form.append(BUFFERS, new Blob([value as Uint8Array<ArrayBuffer>]))
    return { array: value.constructor.name, buffer: buffers++ }
  })
  form.append(TEXT, text)
  return form
}

/** The reverse of {@link packAnswer}. */
export async function unpackAnswer(form: FormData): Promise<Answer> {
  const buffers = await Promise.all(form.getAll(BUFFERS).map((each) => (each as File).arrayBuffer()))
  return JSON.parse(form.get(TEXT) as string, (_, value: unknown) =>
    isPlaceholder(value) ? new arrays[value.array](buffers[value.buffer]) : value,
  ) as Answer
}

const isPlaceholder = (value: unknown): value is Placeholder =>
  typeof value === 'object' && value !== null && 'array' in value && 'buffer' in value
