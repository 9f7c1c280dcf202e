import type { Hash, NewId } from '../base/identity.ts'
import { canon, fingerprint } from '../text/canonical.ts'
import { fold } from '../text/fold.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { place, printedLabel } from '../text/outline.ts'
import { applyInstructions } from './apply.ts'
import { readDecision } from './read.ts'

/** Fingerprints that bind a decision to the text before it and the text it gives. */
export type Certificate = { canon: string; old: string; decision: string; new: string }

/** Where the decision, read and carried out, leaves the intended text. Labels are those of the new text. */
export type Difference = { label: string; expected: string; given: string; about: ProvisionId[] }

const outside: ReadonlySet<ProvisionKind> = new Set(['note', 'contents', 'addressee', 'signature', 'date'])

type Record = { id: ProvisionId; label: string; words: string; article: ProvisionId | null }

const opensBody = ({ kind }: Provision) => ['part', 'subpart', 'chapter', 'section', 'article', 'point1'].includes(kind)

/** What is told by itself: an article, a part of an outline, an annex apart from these. */
const isUnit = ({ kind }: Provision) => kind === 'article' || kind === 'point1' || kind === 'annex'
const opensUnit = (one: Provision) => opensBody(one) || one.kind === 'annex'

/** What a decision has to give: the title and everything from the first 编, 章, 条 or 一、 on, node by node. */
function records(text: LegalText): Record[] {
  const body = text.children.findIndex(opensBody)
  const kept = text.children.filter((one, at) => at >= body || one.kind === 'title')
  const roots = new Set(kept.filter(({ kind }) => !outside.has(kind)).map(({ id }) => id))
  let article: ProvisionId | null = null
  let annex = ''
  let isKept = false
  return place(text).flatMap((placed) => {
    const { provision, depth } = placed
    if (depth === 0) isKept = roots.has(provision.id)
    if (depth === 0) annex = provision.kind === 'annex' ? printedLabel(placed) : ''
    if (opensUnit(provision)) article = isUnit(provision) ? provision.id : null
    if (!isKept) return []
    const label = annex && provision.kind !== 'annex' ? annex + printedLabel(placed) : printedLabel(placed)
    const words = [depth, provision.kind, fold(label), fold(provision.text)].join('\t')
    return [{ id: provision.id, label, words, article }]
  })
}

/** The provisions of the intended text that a given one does not have in the same words at the same place. */
export function differences(given: LegalText, intended: LegalText): Difference[] {
  const [ours, theirs] = [records(given), records(intended)]
  const blocks = (list: Record[]) => {
    const found: Record[][] = []
    for (const one of list) {
      const last = found.at(-1)
      if (last && one.article && last[0]!.article === one.article) last.push(one)
      else found.push([one])
    }
    return found
  }
  const [left, right] = [blocks(ours), blocks(theirs)]
  const key = (block: Record[] | undefined) => block?.map(({ words }) => words).join('\n') ?? ''
  const byLabel = new Map(left.map((block) => [block[0]!.label, block]))
  const found = right.flatMap((block, at) => {
    const other = left[at] && left[at][0]!.label === block[0]!.label ? left[at] : byLabel.get(block[0]!.label)
    if (key(other) === key(block)) return []
    return [
      { label: block[0]!.label, expected: key(block), given: key(other), about: [block[0]!.article ?? block[0]!.id] },
    ]
  })
  if (found.length || left.map(key).join('\n') === right.map(key).join('\n')) return found
  const at = left.findIndex((block, index) => key(block) !== key(right[index]))
  const [block, other] = [right[at], left[at]]
  return [
    {
      label: (block ?? other)?.[0]?.label ?? '',
      expected: key(block),
      given: key(other),
      about: block ? [block[0]!.article ?? block[0]!.id] : [],
    },
  ]
}

/** What the words of a decision give when they are read and carried out as anyone would. */
export type Proof = { differences: Difference[]; residue: string[] }

export function prove(old: LegalText, decision: string, intended: LegalText, newId: NewId, document?: string): Proof {
  const read = readDecision(decision)
  const chosen = read.documents.find(({ title }) => fold(title) === fold(document ?? title))
  const { text, outcomes } = applyInstructions(old, chosen?.instructions ?? [], { newId })
  const open = new Set(
    outcomes.filter(({ state }) => state !== 'applied' && state !== 'already-done').map(({ no }) => no),
  )
  const residue = (chosen?.instructions ?? []).filter(({ no }) => open.has(no)).map(({ quote }) => quote)
  return { differences: differences(text, intended), residue: [...residue, ...read.unread.map(({ quote }) => quote)] }
}

export const certify = (old: LegalText, decision: string, next: LegalText, hash: Hash): Certificate => ({
  canon,
  old: fingerprint(old, hash),
  decision: hash(fold(decision)),
  new: fingerprint(next, hash),
})
