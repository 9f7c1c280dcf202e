import type { Hash, NewId } from '../base/identity.ts'
import type { Result } from '../base/result.ts'
import { type Comparison, compare } from '../comparison/changes.ts'
import { fold } from '../text/fold.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { addressOfInstruction } from './apply-decision.ts'
import { type Certificate, certify, prove } from './certificate.ts'
import { type ChangeSet, changeSet } from './change-set.ts'
import { type DecidedDocument, type DecisionFacts, printDecision } from './decision.ts'
import type { Operation } from './instruction.ts'
import { readDecision } from './read.ts'
import { levels } from './write-article.ts'
import { annexesById, annexOrders } from './write-annexes.ts'
import { headOrders, isRenumbered, type Order, ordersOf } from './write-orders.ts'
import { attachmentOrders, textOutlineOrders } from './write-outline.ts'
import { sharedOrders, withoutShared } from './write-shared.ts'

export type WrittenInstruction = { no: number; op: Operation['op']; address: string; text: string }

export type WrittenDecision = {
  decision: string
  /** Its orders before they were printed, so that one decision can hold those on several texts. */
  document: DecidedDocument
  instructions: WrittenInstruction[]
  certificate: Certificate
  changes: ChangeSet
}

/**
 * `no-change`: there is nothing to decide. `not-proved`: the decision, read and carried out, does not give the new
 * text; `address` is the first provision that differs.
 */
export type WriteError = { code: 'no-change' } | NotProved
export type NotProved = { code: 'not-proved'; address: string; expected: string; given: string; residue: string[] }

export type WriteOptions = DecisionFacts & {
  title?: string
  newId: NewId
  hash: Hash
  /** Told before each of the rounds in which a decision is written and proved, with how many there are at most. */
  onRound?: (round: number, most: number) => void
}

const titleOf = ({ children }: LegalText) => children.find(({ kind }) => kind === 'title')?.text ?? '××'

/** How closely each article of the new text is told; those that are not named are told as a drafter would. */
type Steps = Map<ProvisionId, number>

/** A text is told in wider words this often before its decision is refused. */
const mostRounds = 8

type Draft = {
  set: ChangeSet /** Articles of the new text that an order on several speaks of. */
  grouped: Set<ProvisionId>
  document: DecidedDocument
}

type Told = { title: string; steps: Steps; regroup: boolean; alone: ReadonlySet<ProvisionId> }

function draft(old: LegalText, next: LegalText, comparison: Comparison, { title, steps, regroup, alone }: Told): Draft {
  const atLeast = (level: number) => new Set([...steps].flatMap(([id, step]) => (step >= level ? [id] : [])))
  const options = { whole: atLeast(1), apart: atLeast(levels.length - 1), regroup }
  const set = changeSet(old, next, comparison, options)
  const levelOf = ({ id }: Provision) => levels[Math.min(steps.get(id) ?? 0, levels.length - 1)]!
  const shared = sharedOrders(set, alone)
  const withLevel = (id: ProvisionId) => levels[Math.min(steps.get(id) ?? 0, levels.length - 1)]!
  const orders = [
    ...headOrders(set),
    ...ordersOf(withoutShared(set, shared), levelOf),
    ...shared.orders,
    ...textOutlineOrders(set, withLevel),
    ...attachmentOrders(set),
    ...annexOrders({ set, comparison, options, levelOf: withLevel }),
  ]
  const grouped = new Set(shared.orders.flatMap(({ about }) => about))
  return { set, grouped, document: { title, orders, renumbered: isRenumbered(set) } }
}

const plain = (words: string) => fold(words).replace(/[“”]/g, '')

/** Does a heading stand elsewhere than it should, or an article on the other side of one? */
const speaksOfDivision = (records: string) => /\d\t(?:part|subpart|chapter|section)\t/.test(records)

/** What is told in wider words: the article or part of an outline, then the annex that it stands in. */
function widerThan(set: ChangeSet, id: ProvisionId, steps: Steps): ProvisionId[] {
  const most: Partial<Record<ProvisionKind, number>> = {
    article: levels.length - 1,
    point1: levels.indexOf('article'),
    paragraph: levels.indexOf('article'),
    annex: 1,
  }
  const annex = annexesById(set).get(id)
  const chain = [id, ...(annex && annex !== id ? [annex] : [])]
  const found = chain.find((one) => {
    const kind = set.next.placed.get(one)?.provision.kind
    return kind && (steps.get(one) ?? 0) < (most[kind] ?? 0)
  })
  return found ? [found] : []
}

/** The articles that the orders with these words speak of. */
function spokenOf(orders: readonly Order[], residue: readonly string[]): ProvisionId[] {
  return residue.flatMap((words) =>
    orders.flatMap(({ sentences, about }) => (plain(sentences.join('')).includes(plain(words)) ? about : [])),
  )
}

/**
 * Writes the decision that turns one text into another, in the standard wording. Each article is told as closely as
 * a drafter would; where those words, read by themselves, would not give the new text for certain, it is told in
 * wider ones, up to deleting and adding it. The decision is proved by reading and carrying it out before it is
 * given: what cannot be proved is an error and no decision.
 */
export function write(old: LegalText, next: LegalText, options: WriteOptions): Result<WrittenDecision, WriteError> {
  const title = options.title ?? titleOf(old)
  const steps: Steps = new Map()
  const comparison = compare(old, next)
  let regroup = false
  const alone = new Set<ProvisionId>()
  for (let round = 1; ; round++) {
    options.onRound?.(round, mostRounds)
    const { set, grouped, document } = draft(old, next, comparison, { title, steps, regroup, alone })
    if (!document.orders.length && !steps.size) {
      const proof = prove(old, '', next, options.newId)
      if (!proof.differences.length) return { ok: false, error: { code: 'no-change' } }
    }
    const decision = printDecision([document], options)
    const proof = prove(old, decision, next, options.newId)
    if (!proof.differences.length && !proof.residue.length)
      return {
        ok: true,
        value: {
          decision,
          document,
          instructions: instructionsOf(decision),
          certificate: certify(old, decision, next, options.hash),
          changes: set,
        },
      }
    const about = new Set([
      ...proof.differences.flatMap((one) => one.about),
      ...spokenOf(document.orders, proof.residue),
    ])
    const wider = [...new Set([...about].flatMap((id) => widerThan(set, id, steps)))]
    const [first] = proof.differences
    const isRegrouped: boolean =
      !regroup && (!wider.length || proof.differences.some(({ given, expected }) => speaksOfDivision(given + expected)))
    regroup ||= isRegrouped
    if ((!wider.length && !isRegrouped) || round === mostRounds)
      return {
        ok: false,
        error: {
          code: 'not-proved',
          address: first?.label ?? '',
          expected: first?.expected ?? '',
          given: first?.given ?? '',
          residue: proof.residue,
        },
      }
    const ungrouped = wider.filter((id) => grouped.has(id) && !alone.has(id))
    for (const id of ungrouped) alone.add(id)
    for (const id of ungrouped.length ? [] : wider) steps.set(id, (steps.get(id) ?? 0) + 1)
  }
}

/** The instructions of a decision as they are read back from its words. */
export function instructionsOf(decision: string): WrittenInstruction[] {
  return readDecision(decision).documents.flatMap(({ instructions }) =>
    instructions.map((one) => ({
      no: one.no,
      op: one.operation.op,
      address: addressOfInstruction(one),
      text: one.quote,
    })),
  )
}
