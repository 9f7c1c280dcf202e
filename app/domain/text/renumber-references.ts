import { diffChars } from 'diff'
import { formatLabel } from './label.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from './model.ts'
import { toChinese } from './numeral.ts'
import { type NumberedProvision, place } from './outline.ts'
import { type Reference, type ReferenceReader, referenceReader } from './references.ts'
import type { WrittenStep } from './reference-words.ts'

/** A reference whose words were changed so that it goes on naming what it named. */
export type FollowedReference = { in: ProvisionId; from: string; to: string; targets: ProvisionId[] }

/**
 * A reference whose words stayed although they no longer say what they said. `target-gone`: what it named is
 * deleted. `no-words`: no wording in its place names the same provisions for certain. `names-new`: it named nothing
 * and names a provision now.
 */
export type LeftReference = {
  in: ProvisionId
  words: string
  why: 'target-gone' | 'no-words' | 'names-new'
  targets: ProvisionId[]
}

/** A range that now holds provisions that it did not hold, or lacks some: 第五条至第八条 behind an insertion. */
export type ChangedRange = { in: ProvisionId; words: string; added: ProvisionId[]; removed: ProvisionId[] }

export type Renumbered = {
  text: LegalText
  followed: FollowedReference[]
  left: LeftReference[]
  ranges: ChangedRange[]
}

export type RenumberOptions = {
  /** Provisions whose words were written for the new numbering: their references stay. */
  rewritten?: ReadonlySet<ProvisionId>
}

type Side = {
  at: ReadonlyMap<ProvisionId, NumberedProvision>
  reader: ReferenceReader
  order: ReadonlyMap<ProvisionId, number>
}

function sideOf(text: LegalText): Side {
  const placed = place(text)
  return {
    at: new Map(placed.map((one) => [one.provision.id, one])),
    order: new Map(placed.map(({ provision }, index) => [provision.id, index])),
    reader: referenceReader(placed),
  }
}

/** A provision and what it stands in, from the inside out. */
function chainOf({ at }: Side, id: ProvisionId): NumberedProvision[] {
  const chain: NumberedProvision[] = []
  for (let one = at.get(id); one; one = one.parent ? at.get(one.parent.id) : undefined) chain.push(one)
  return chain
}

type Count = { number: number; after: number }

function countOf({ provision, parent, number }: NumberedProvision): Count | null {
  if (provision.kind !== 'paragraph') return number
  if (parent?.kind !== 'article') return null
  const paragraphs = parent.children.filter(({ kind }) => kind === 'paragraph')
  return { number: paragraphs.indexOf(provision) + 1, after: 0 }
}

const asWritten = (number: number, like: string): string => {
  if (/^[0-9]/.test(like)) return String(number)
  if (/^[０-９]/.test(like))
    return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  return toChinese(number)
}

/** The step as it is written, brackets and kind of numeral included, with another number in it. */
function rewriteStep(words: string, { start, from, to, end }: WrittenStep, { number, after }: Count): string {
  const unit = words.slice(to, end).replace(/之[^之]+$/, '')
  const numeral = asWritten(number, words.slice(from, to))
  return `${words.slice(start, from)}${numeral}${unit}${after ? `之${toChinese(after)}` : ''}`
}

type Wording = (reference: Reference, words: string, targets: ProvisionId[], after: Side, before: Side) => string | null

/** The article in which a 款 stands alone: it is cited as the article (立法技术规范). */
function soleIn({ at }: Side, id: ProvisionId): NumberedProvision | null {
  const parent = at.get(id)?.parent
  const isSole = parent?.kind === 'article' && parent.children.length === 1 && parent.children[0]!.id === id
  return isSole ? (at.get(parent.id) ?? null) : null
}

/** 第三条第三款 that became an article by itself is 第六条. */
const asArticle: Wording = ({ start, short, steps }, words, [target], after, before) => {
  const own = steps.filter(({ written }) => written.start >= start)
  const article = target === undefined ? null : soleIn(after, target)
  if (short || own.length !== 2 || own[1]!.written.kind !== 'paragraph' || !article || soleIn(before, target!))
    return null
  return rewriteStep(words, own[0]!.written, article.number!)
}

/** The same words with the numbers of today. */
const sameForm: Wording = ({ start, end, steps }, words, [target], after) => {
  const chain = target === undefined ? [] : chainOf(after, target)
  // In 第三条第一、三项 the second number stands behind the 条 that it shares with the first.
  const own = steps.filter(({ written }) => written.start >= start)
  let rewritten = words.slice(start, own[0]?.written.start ?? end)
  for (const { written, target: held } of own) {
    // 第二条 of an outline names what is not an article.
    const holder =
      chain.find(({ provision }) => provision.id === held) ??
      chain.find(({ provision }) => provision.kind === written.kind)
    const count = holder && countOf(holder)
    if (!count) return null
    rewritten += rewriteStep(words, written, count)
  }
  return rewritten
}

const suffix: Partial<Record<ProvisionKind, string>> = { paragraph: '款', subparagraph: '项', item: '目' }

function stepWords(placed: NumberedProvision): string | null {
  const { kind } = placed.provision
  const count = countOf(placed)
  if (!count) return null
  return suffix[kind] ? `第${toChinese(count.number)}${suffix[kind]}` : formatLabel(kind, count)
}

const divisions: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section']
const belowArticle: readonly ProvisionKind[] = ['paragraph', 'subparagraph', 'item']

function joined(placed: NumberedProvision[]): string | null {
  const steps = placed.map(stepWords)
  return steps.includes(null) ? null : steps.join('')
}

function belowOf(chain: NumberedProvision[]): NumberedProvision[] {
  return chain.filter(({ provision }) => belowArticle.includes(provision.kind)).reverse()
}

const articleOf = (chain: NumberedProvision[]) => chain.find(({ provision }) => provision.kind === 'article')

/** 本条第二款: in the article where the reference stands. */
const inOwnArticle: Naming = (chains, own) =>
  own && chains.every((chain) => articleOf(chain)?.provision === own.provision)
    ? prefixed(
        '本条',
        chains.map((chain) => joined(belowOf(chain))),
      )
    : null

/** 第三条第二款, 第二编第三章: the whole way from the text down. */
const inFull: Naming = (chains) =>
  prefixed(
    '',
    chains.map((chain) => {
      const article = articleOf(chain)
      if (article) return joined([article, ...belowOf(chain)])
      return joined(chain.filter(({ provision }) => divisions.includes(provision.kind)).reverse())
    }),
  )

type Naming = (chains: NumberedProvision[][], own: NumberedProvision | undefined) => string | null

const prefixed = (prefix: string, named: (string | null)[]) =>
  named.some((words) => !words) ? null : prefix + named.join('、')

/** In 前款第一、三项 the first number alone can say what stands above all of them. */
const anew =
  (naming: Naming): Wording =>
  (reference, words, targets, after, before) => {
    const { short, steps, in: holder } = reference
    if (short && short !== 'first') return sameForm(reference, words, targets, after, before)
    const own = articleOf(chainOf(after, holder))
    const chains = targets.map((id) => chainOf(after, id))
    if (!short) return naming(chains, own)
    const [target, ...above] = chains[0] ?? []
    const count = target && countOf(target)
    const named = naming([above], own)
    return count && named ? named + rewriteStep(words, steps.at(-1)!.written, count) : null
  }

const wordings: readonly Wording[] = [asArticle, sameForm, anew(inOwnArticle), anew(inFull)]

/** Where the characters of one text stand in the other; null for those that went away. */
function carriedPlaces(before: string, after: string): (number | null)[] {
  const places: (number | null)[] = []
  let at = 0
  for (const { added, removed, value } of diffChars(before, after)) {
    if (added) at += value.length
    else for (const _ of value.split('')) places.push(removed ? null : at++)
  }
  return places
}

/** The references of a provision that an edit of its words left as they were, at their new places. */
function carried(references: Reference[], before: string, after: string): Reference[] {
  if (before === after || !references.length) return references
  const places = carriedPlaces(before, after)
  return references.flatMap((one) => {
    const start = places[one.start]
    const whole = before.slice(one.start, one.end)
    if (start === null || start === undefined || after.slice(start, start + whole.length) !== whole) return []
    if (places[one.end - 1] !== start + whole.length - 1) return []
    const moved = (at: number) => at - one.start + start
    return [
      {
        ...one,
        start,
        end: moved(one.end),
        steps: one.steps.map(({ written, target }) => ({ target, written: shifted(written, moved) })),
      },
    ]
  })
}

const shifted = (step: WrittenStep, moved: (at: number) => number): WrittenStep => ({
  ...step,
  start: moved(step.start),
  end: moved(step.end),
  from: moved(step.from),
  to: moved(step.to),
})

/** References that named nothing before and would name something now. */
function namingNew(provision: Provision, references: readonly Reference[], after: Side): LeftReference[] {
  const absent = references.filter(({ state }) => state === 'absent')
  if (!absent.length) return []
  const now = after.reader.read(provision)
  return absent.flatMap(({ start, end }) => {
    const found = now.find((one) => one.start === start && one.end === end && one.state === 'found')
    if (!found) return []
    return [{ in: provision.id, words: provision.text.slice(start, end), why: 'names-new', targets: found.targets }]
  })
}

type Pending = { reference: Reference; targets: ProvisionId[]; wording: number; words: string }

/** The same provisions, an article and the one 款 in it being the same. */
function sameTargets({ at }: Side, one: readonly ProvisionId[], other: readonly ProvisionId[]): boolean {
  const inner = (id: ProvisionId) => {
    const { kind, children } = at.get(id)?.provision ?? {}
    return kind === 'article' && children?.length === 1 ? children[0]!.id : id
  }
  const [ours, theirs] = [new Set(one.map(inner)), new Set(other.map(inner))]
  return ours.size === theirs.size && [...ours].every((id) => theirs.has(id))
}

/** Puts the words of the references into the text; `places` is where each then stands. */
function written(words: string, pending: readonly Pending[]): { text: string; places: [number, number][] } {
  let text = ''
  let from = 0
  const places = pending.map(({ reference, words: own }): [number, number] => {
    text += words.slice(from, reference.start) + own
    from = reference.end
    return [text.length - own.length, text.length]
  })
  return { text: text + words.slice(from), places }
}

/** Tries one wording after the other until the reader, asked again, finds what each reference named. */
function settle(provision: Provision, pending: Pending[], before: Side, after: Side): string {
  const { text: original } = provision
  const next = (one: Pending): void => {
    for (; one.wording < wordings.length; one.wording++) {
      const words = wordings[one.wording]!(one.reference, original, one.targets, after, before)
      if (words === null) continue
      one.words = words
      return
    }
    one.words = original.slice(one.reference.start, one.reference.end)
  }
  pending.forEach(next)
  for (;;) {
    const { text, places } = written(original, pending)
    const read = after.reader.read(provision, text)
    const wrong = pending.filter((one, index) => {
      const [start, end] = places[index]!
      const here = read.filter((found) => found.start < end && found.end > start && found.state === 'found')
      return (
        one.wording < wordings.length &&
        !sameTargets(
          after,
          here.flatMap(({ targets }) => targets),
          one.targets,
        )
      )
    })
    if (!wrong.length) return text
    for (const one of wrong) {
      one.wording++
      next(one)
    }
  }
}

/** What stands between the ends of a range, the ends left out. */
function between(side: Side, first: ProvisionId, last: ProvisionId): ProvisionId[] {
  const [from, to] = [side.order.get(first), side.order.get(last)]
  const kind = side.at.get(first)?.provision.kind
  if (from === undefined || to === undefined) return []
  return [...side.at.values()]
    .slice(from + 1, to)
    .flatMap(({ provision }) => (provision.kind === kind ? [provision.id] : []))
}

function changedRange(words: string, first: Pending, last: Pending, before: Side, after: Side): ChangedRange[] {
  const then = between(before, first.reference.targets[0]!, last.reference.targets[0]!)
  const now = between(after, first.targets[0]!, last.targets[0]!)
  const added = now.filter((id) => !then.includes(id))
  const removed = then.filter((id) => !now.includes(id))
  if (!added.length && !removed.length) return []
  return [{ in: first.reference.in, words: words.slice(first.reference.start, last.reference.end), added, removed }]
}

/**
 * Lets the references of a text follow their targets through an edit of its structure: `after` holds the
 * provisions of `before` by their ids, moved, inserted, deleted or put together, with their words as they were or
 * as somebody has since changed them. Each reference moves once, from the numbers of `before` to those of
 * `after`; what stood in changed words and new provisions is left as it was written. 前款 and the like become
 * explicit where they would name another provision. Nothing is guessed: the reader has to find the same targets
 * again in the new words, and what cannot be said is listed.
 */
export function renumberReferences(
  before: LegalText,
  after: LegalText,
  { rewritten }: RenumberOptions = {},
): Renumbered {
  const [old, next] = [sideOf(before), sideOf(after)]
  const heirs = new Map<ProvisionId, ProvisionId>()
  for (const { provision } of next.at.values()) {
    for (const id of provision.merged ?? []) heirs.set(id, provision.id)
    heirs.set(provision.id, provision.id)
  }
  const texts = new Map<ProvisionId, string>()
  const result: Omit<Renumbered, 'text'> = { followed: [], left: [], ranges: [] }
  for (const { provision } of next.at.values()) {
    const origin = old.at.get(provision.id)?.provision
    if (!origin || rewritten?.has(provision.id) || !provision.text) continue
    const references = carried(old.reader.read(origin), origin.text, provision.text)
    const pending = references.flatMap((reference): Pending[] => {
      if (reference.state !== 'found') return []
      const targets = reference.targets.map((id) => heirs.get(id))
      const words = provision.text.slice(reference.start, reference.end)
      if (!targets.includes(undefined)) return [{ reference, targets: targets as ProvisionId[], wording: 0, words }]
      result.left.push({ in: provision.id, words, why: 'target-gone', targets: reference.targets })
      return []
    })
    result.left.push(...namingNew(provision, references, next))
    if (!pending.length) continue
    const text = settle(provision, pending, old, next)
    if (text !== provision.text) texts.set(provision.id, text)
    pending.forEach(({ reference, targets, wording, words }, index) => {
      const from = provision.text.slice(reference.start, reference.end)
      if (wording >= wordings.length) result.left.push({ in: provision.id, words: from, why: 'no-words', targets })
      else if (words !== from) result.followed.push({ in: provision.id, from, to: words, targets })
      const first = pending[index - 1]
      if (reference.endsRange && first && first.reference.end + 1 >= reference.start - 1)
        result.ranges.push(...changedRange(provision.text, first, pending[index]!, old, next))
    })
  }
  return { text: texts.size ? withTexts(after, texts) : after, ...result }
}

function withTexts(text: LegalText, texts: ReadonlyMap<ProvisionId, string>): LegalText {
  const change = (provision: Provision): Provision => ({
    ...provision,
    text: texts.get(provision.id) ?? provision.text,
    children: provision.children.map(change),
  })
  return { format: text.format, children: text.children.map(change) }
}
