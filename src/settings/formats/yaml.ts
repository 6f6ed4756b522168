import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import { type GrowingTable, type Held, put, SyntaxProblem, type Table } from '../table.ts'
import type { ConfFormat } from './format.ts'
import { type LineFormat, placeSection, type Section } from './section.ts'

/** Values in a file, those that aliases repeat among them, beyond which somebody means harm. */
const MOST = 50_000

/** Reads YAML 1.2. */
function readYaml(text: string): Table {
  const { contents, lineOf } = parse(text)
  const targets = aliasTargets(contents.document)
  let count = 0
  const held = (node: Node | null, around: readonly Node[]): Held => {
    const line = node ? lineOf(node) : 1
    if (++count > MOST)
      throw new SyntaxProblem(`holds more than ${MOST} values, counting those that its aliases repeat`, line)
    if (isAlias(node)) {
      const meant = targets.get(node)
      if (!meant) throw new SyntaxProblem(`there is no anchor &${node.source} before *${node.source}`, line)
      if (around.includes(meant)) throw new SyntaxProblem(`*${node.source} leads back to itself`, line)
      return held(meant, around)
    }
    if (isSeq<Node>(node)) return node.items.map((each) => held(each, [...around, node]))
    if (!isMap<Node, Node>(node)) return isScalar(node) ? scalarOf(node.value) : null
    const table: GrowingTable = new Map()
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : text.slice(key.range![0], key.range![1]))
      put(table, name, { value: held(value, [...around, node]), line: lineOf(key) })
    }
    return table
  }
  const value = held(contents.root, [])
  if (value === null) return new Map()
  if (value instanceof Map) return value
  throw new SyntaxProblem('expected key: value', 1, 1)
}

/** What aliases stand for. The library would look through the whole text for each of them. */
function aliasTargets(document: Document<Node>): ReadonlyMap<Node, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Node, Node>()
  visit(document, {
    Node(_, node) {
      const target = isAlias(node) ? anchors.get(node.source) : undefined
      if (target) targets.set(node, target)
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

const scalarOf = (value: unknown): Held =>
  typeof value === 'bigint'
    ? Number(value)
    : ['string', 'number', 'boolean'].includes(typeof value)
      ? (value as Held)
      : null

function parse(text: string) {
  const lineCounter = new LineCounter()
  // Keys that are there twice are found by whoever puts them into a table; the library compares each with each.
  const document = parseDocument<Node>(text, { lineCounter, prettyErrors: false, uniqueKeys: false })
  const place = (offset: number) => lineCounter.linePos(offset)
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong?.code === 'RESOURCE_EXHAUSTION') throw new RangeError()
  if (wrong) {
    const { line, col } = place(wrong.pos[0])
    const reason = wrong.message.replace(/; please use YAML.*/, '')
    throw new SyntaxProblem(reason.charAt(0).toLowerCase() + reason.slice(1), line, col)
  }
  const lineOf = (node: Node) => place(node.range?.[0] ?? 0).line
  return { contents: { root: document.contents, document }, lineOf }
}

const keyOf = (name: string) => (/^[a-z][\w-]*$/i.test(name) ? name : JSON.stringify(name))

const layout: LineFormat = {
  comment: '#',
  indent: '  ',
  separator: ': ',
  header: (name) => `${keyOf(name)}:`,
  key: keyOf,
  // JSON's texts, numbers and lists are YAML's, too.
  value: (value) => JSON.stringify(value),
  sections: (text) => {
    const { contents, lineOf } = parse(text)
    if (contents.root === null || (isScalar(contents.root) && contents.root.value === null)) return []
    if (!isMap(contents.root) || contents.root.flow) throw new SyntaxProblem('expected a line for each key', 1, 1)
    const heads = (contents.root.items as Pair<Node>[]).map(({ key }) => ({
      name: isScalar(key) ? String(key.value) : undefined,
      from: lineOf(key),
    }))
    return heads.map((head, i): Section => ({ ...head, to: heads[i + 1]?.from }))
  },
}

export const yaml: ConfFormat = {
  read: readYaml,
  place: (text, name, lines) => placeSection(layout, text, name, lines),
}
