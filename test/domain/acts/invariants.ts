import { type Actor, draftersOf, theSystem } from '#app/domain/acts/act.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { kindOf, lastOf, type Matter, recordsOf, versionsOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { type RecordKind, recordPayloads } from '#app/domain/matter/records.ts'
import { type Stage, stageOf, stagesBetween } from '#app/domain/matter/stage.ts'
import type { FactValue } from '#app/domain/procedure/condition.ts'
import { factsUnder, severityOf } from '#app/domain/procedure/gates.ts'
import { fingerprint } from '#app/domain/text/canonical.ts'
import { holdsFor } from '#app/domain/verification/truth.ts'
import { actor, calendar, hash, type Move, pack, type Played } from '#test/support/play.ts'

/** What has to be true of every act that was taken, whoever took it. Each answers with what is wrong, or with nothing. */

const preparing = stagesBetween('opened', 'closing')
const leaving: readonly Stage[] = ['withdrawn', 'left-for-party']
/** Where a matter can go from where it stands. */
const ways: Partial<Record<Stage, readonly Stage[]>> = {
  received: ['filed', 'opened'],
  ...Object.fromEntries(
    preparing.map((stage) => [stage, [...preparing, 'submitted', 'not-normative', 'not-major', ...leaving]]),
  ),
  submitted: [...preparing, 'supplementing', 'under-review', 'not-normative', 'not-major', ...leaving],
  supplementing: ['submitted', ...leaving],
  'under-review': ['reviewed', ...leaving],
  reviewed: ['under-review', 'deliberating', 'concluded', ...leaving],
  deliberating: ['signing', 'post-meeting', 'reviewed', 'rejected', ...leaving],
  'post-meeting': ['signing', 'reviewed', 'signed', 'numbered', ...leaving],
  signing: ['signed', 'reviewed', ...leaving],
  signed: ['numbered', 'post-meeting'],
  numbered: ['signed', 'issued', 'post-meeting'],
  issued: ['published'],
  published: ['registered'],
  concluded: ['archived'],
  'not-normative': ['withdrawn', 'left-for-party'],
  'not-major': [...preparing, ...leaving],
}

export type Step = { before: Played; move: Move; after: Played }
type Invariant = (step: Step) => string | null

const whoOf = ({ by, as }: Move): Actor => as ?? actor(by)
const addedIn = ({ before, after }: Step) => after.matter.records.slice(before.matter.records.length)

const appendsOnly: Invariant = ({ before, after }) => {
  const kept = before.matter.records.every((record, at) => after.matter.records[at] === record)
  const counted = after.matter.records.every(({ seq }, at) => seq === at + 1)
  return kept && counted ? null : 'a record was changed, lost or counted wrongly'
}

const wellFormed: Invariant = (step) => {
  const wrong = addedIn(step).find(({ kind, payload }) => {
    const read = recordPayloads[kind as RecordKind].safeParse(payload)
    return !read.success || JSON.stringify(sorted(read.data)) !== JSON.stringify(sorted(payload))
  })
  return wrong ? `the record ${wrong.kind} is not as its schema says` : null
}

/** Keys in order, and none without a value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

const numberedOnce: Invariant = ({ after: { matter } }) => {
  const numbers = [
    ...recordsOf(matter, 'numbered').map(({ payload }) => `${payload.kind} ${payload.number}`),
    ...recordsOf(matter, 'review-issued').map(({ payload }) => `opinion ${payload.number}`),
  ]
  return new Set(numbers).size === numbers.length ? null : 'a number was given twice'
}

const alongWays: Invariant = ({ before, after }) => {
  if (before.matter.records.length === 0) return null
  const [from, to] = [stageOf(before.matter), stageOf(after.matter)]
  return from === to || ways[from]?.includes(to) ? null : `there is no way from ${from} to ${to}`
}

/** What the gates say, by the evaluator of the certificate checker, which shares no code with the engine. */
export function shutBefore({ matter }: Played, act: string): string[] {
  const known = factsFor(matter, '2026-03-02', calendar)
  const facts = factsUnder(pack, known) as Record<string, FactValue>
  const kind = kindOf(matter) ?? 'normative-document'
  const wholeRoad = kind === 'normative-document' || kind === 'major-decision'
  return pack.gates
    .filter((gate) => gate.acts.includes(act) && (gate.kinds ? gate.kinds.includes(kind) : wholeRoad))
    .filter((gate) => severityOf(gate, pack) === 'block')
    .filter((gate) => gate.appliesWhen === undefined || holdsFor(gate.appliesWhen, facts) !== false)
    .filter((gate) => holdsFor(gate.requires, facts) !== true)
    .map(({ id }) => id)
}

const pastGates: Invariant = ({ before, move }) => {
  const shut = registry.get(move.act)!.subject === 'matter' ? shutBefore(before, move.act) : []
  return shut.length === 0 ? null : `passed ${shut.join(' ')}`
}

const textsKept: Invariant = ({ before, after }) => {
  const lost = [...before.texts].some(([id, text]) => after.texts.get(id) !== text)
  const wrong = versionsOf(after.matter).some(({ payload }) => {
    const text = after.texts.get(payload.versionId)
    return !text || (!before.texts.has(payload.versionId) && fingerprint(text, hash) !== payload.fingerprint)
  })
  return lost || wrong ? 'a version was lost or is not what its fingerprint says' : null
}

/** An opinion goes only with a later answer of the same unit, and what was answered to it stays answered. */
const opinionsKept: Invariant = (step) => {
  const again = new Set(
    addedIn(step).flatMap((record) =>
      record.kind === 'answer-sent' ? [`${record.payload.roundId} ${record.payload.unitId}`] : [],
    ),
  )
  const now = new Map(ledgerOf(step.after.matter).map((opinion) => [opinion.opinionId, opinion]))
  const gone = ledgerOf(step.before.matter).find(({ opinionId, roundId, unitId, disposition }) => {
    if (again.has(`${roundId} ${unitId}`)) return false
    const opinion = now.get(opinionId)
    return !opinion || (disposition !== null && opinion.disposition === null)
  })
  return gone ? `the opinion ${gone.opinionId} vanished` : null
}

const permitted: Invariant = ({ before, move }) => {
  const act = registry.get(move.act)!
  if (act.subject !== 'matter') return null
  const { roles, unitId, personId } = whoOf(move)
  const isSystem = personId === theSystem.personId
  const relations = relationsOf(before.matter, unitId)
  const stage = stageOf(before.matter)
  const granted = act.grants.some(
    (grant) =>
      (isSystem ? grant.roles.length === 0 : grant.roles.some((role) => roles.includes(role))) &&
      (grant.relations === 'any' || grant.relations.some((relation) => relations.has(relation))) &&
      (grant.stages === 'any' || grant.stages.includes(stage)),
  )
  return granted && (isSystem || !relations.has('other'))
    ? null
    : 'was done by somebody without the role, the part or the stage'
}

/** Acts in which somebody judges the text: never one of those who wrote it. */
const judging: ReadonlySet<string> = new Set([
  'make-comment',
  'draft-review-opinion',
  'pass-section-head',
  'pass-deputy-head',
  'issue-review-opinion',
  'confirm-revision',
  'confirm-basis',
  'check-post-meeting',
  'give-own-opinion',
  'send-answer',
  'send-prepared-answer',
  'send-late-answer',
])

/** Those who drafted and passed the opinion that stands at the moment, up the chain. */
function chainOf(matter: Matter): string[] {
  const draft = lastOf(matter, 'review-drafted')
  const passed = recordsOf(matter, 'review-passed').filter(({ seq }) => draft && seq > draft.seq)
  const last = (rank: string) => passed.filter(({ payload }) => payload.rank === rank).at(-1)
  return [draft, last('section-head'), last('deputy-head')].flatMap((record) => (record ? [record.personId] : []))
}

const personsApart: Invariant = ({ before: { matter }, move }) => {
  const { personId } = whoOf(move)
  if (judging.has(move.act) && draftersOf(matter).has(personId)) return 'was done by who wrote the text'
  if (move.act === 'decide-recognition' && lastOf(matter, 'recognition-opinion')?.personId === personId)
    return 'was decided by who gave the opinion'
  const chain = [...chainOf(matter), personId]
  return move.act === 'issue-review-opinion' && new Set(chain).size < chain.length
    ? 'was passed by one person in two ranks'
    : null
}

/** What a matter that came out, or is about to, has behind it. */
const foundedOn: Invariant = ({ after: { matter } }) => {
  const stage = stageOf(matter)
  const facts = factsFor(matter, '2026-03-02', calendar)
  if (stage === 'published' || stage === 'registered') {
    const behind = ['signature.fresh', 'issued.fresh', 'review.present'].every((fact) => facts[fact] === true)
    return behind && facts['number.document'] !== null ? null : `is ${stage} without what has to be behind it`
  }
  const isPast = stagesBetween('deliberating', 'numbered').includes(stage)
  return isPast && facts['review.conclusion'] === 'unlawful' ? `is ${stage} although it was found unlawful` : null
}

const invariants: Readonly<Record<string, Invariant>> = {
  appendsOnly,
  wellFormed,
  numberedOnce,
  alongWays,
  pastGates,
  textsKept,
  opinionsKept,
  permitted,
  personsApart,
  foundedOn,
}

/** What an act that was taken broke. */
export const broken = (step: Step): string[] =>
  Object.entries(invariants).flatMap(([name, invariant]) => {
    const wrong = invariant(step)
    return wrong ? [`${name}: ${step.move.act} ${wrong}`] : []
  })

/** Nothing in it can be changed any more without a fault. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const one of Object.values(value)) frozen(one)
  return value
}
