import { Parser } from 'htmlparser2'
import { UnreadableModel } from './facets.ts'

/** What to do with the elements of an XML text; names are without their prefixes. */
export interface Elements {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
}

/** Bytes that become a string at a time. */
const CHUNK = 1 << 18

/**
 * Walks through an XML text of any size, in pieces.
 *
 * @param root The name of its outermost element, which must be closed at the end.
 * @throws {UnreadableModel} if it is not.
 */
export function readXml(bytes: Uint8Array, root: string, { open, close }: Elements): void {
  let complete = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      onclosetag: (name, implied) => {
        if (local(name) === root && !implied) complete = true
        close?.(local(name))
      },
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8')
  for (let i = 0; i < bytes.length; i += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(i, i + CHUNK), { stream: true }))
  }
  parser.end(decoder.decode())
  if (!complete) throw new UnreadableModel(`is cut short or damaged: its XML has no end of <${root}>; export it again`)
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
