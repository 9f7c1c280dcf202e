import { addressesOf, printAddress } from './address.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from './model.ts'
import { type NumberedProvision, place, printedLabel } from './outline.ts'
import { type LineOf, sourceLines } from './source-lines.ts'

/** A provision as a program is told of it. `irregular` is the label that its position would give it. */
export type ReadNode = {
  kind: ProvisionKind
  address: string
  label: string
  irregular?: string
  line: number | null
  text: string
  children: ReadNode[]
}

export const counted = ['article', 'paragraph', 'subparagraph', 'item', 'table', 'annex'] as const

/** Why a line was not understood: a rule drawn with signs, a list without sentences, a picture, mark-up, a heading mark. */
export type UnreadWhy = 'rule' | 'list' | 'image' | 'markup' | 'heading-mark'
export type UnreadLine = { line: number | null; text: string; why: UnreadWhy }

export type TextReading = {
  title: string
  /** What stands above the body besides the title: number, note under the title, contents, addressees. */
  header: string[]
  nodes: ReadNode[]
  counts: Record<(typeof counted)[number], number>
  unread: UnreadLine[]
}

const reasons: [UnreadWhy, RegExp][] = [
  ['rule', /^[-*_=]{3,}$/],
  ['image', /^!\[/],
  ['markup', /^</],
  ['heading-mark', /^#/],
]
const whyUnread = (words: string): UnreadWhy => reasons.find(([, form]) => form.test(words))?.[0] ?? 'list'

const inHeader: ReadonlySet<ProvisionKind> = new Set(['title', 'note', 'contents', 'addressee'])

/** What the parser read in a source: every node with its address and line, the counts, and the lines not understood. */
export function readingOf(text: LegalText, source: string): TextReading {
  const placed = place(text)
  const addresses = addressesOf(text)
  const lineOf = sourceLines(text, source)
  const byProvision = new Map(placed.map((one) => [one.provision, one]))
  const bodyAt = text.children.findIndex(({ kind }) => !inHeader.has(kind))
  const head = text.children.slice(0, bodyAt === -1 ? text.children.length : bodyAt)
  const isCounted = (kind: ProvisionKind) => placed.filter(({ provision }) => provision.kind === kind).length
  return {
    title: head.find(({ kind }) => kind === 'title')?.text ?? '',
    header: head.flatMap(({ kind, text: words }) => (kind === 'title' ? [] : words.split('\n'))),
    nodes: text.children.slice(head.length).map((one) => nodeOf(one, byProvision, addresses, lineOf)),
    counts: Object.fromEntries(counted.map((kind) => [kind, isCounted(kind)])) as TextReading['counts'],
    unread: placed.flatMap(({ provision }) =>
      provision.kind === 'unrecognised'
        ? [{ line: lineOf(provision.id), text: provision.text, why: whyUnread(provision.text) }]
        : [],
    ),
  }
}

function nodeOf(
  provision: Provision,
  byProvision: ReadonlyMap<Provision, NumberedProvision>,
  addresses: ReturnType<typeof addressesOf>,
  lineOf: LineOf,
): ReadNode {
  const { id, kind, text, children } = provision
  const placed = byProvision.get(provision)!
  const label = printedLabel(placed)
  const line = lineOf(id) ?? firstLine(children, lineOf)
  return {
    kind,
    address: printAddress(addresses.get(id) ?? []),
    label,
    // The names of annexes are as varied as what they hold.
    ...(label === placed.label || kind === 'annex' ? {} : { irregular: placed.label }),
    line,
    text,
    children: children.map((child) => nodeOf(child, byProvision, addresses, lineOf)),
  }
}

/** An enclosed text has no words of its own: it begins with its first provision. */
function firstLine(children: readonly Provision[], lineOf: (id: ProvisionId) => number | null): number | null {
  const first = children[0]
  return first ? (lineOf(first.id) ?? firstLine(first.children, lineOf)) : null
}
