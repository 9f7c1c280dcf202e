import { randomBytes } from 'node:crypto'
import { asStored, canonicalJson, canonicalJsonVersion } from '#app/domain/base/canonical-json.ts'
import { type Instant, shanghaiInstant } from '#app/domain/base/date.ts'
import { digest, keyedDigest, preferredAlgorithm } from './audit/digest.server.ts'
import type { Clock } from './clock.server.ts'
import { lockChain, type Tx } from './db.server.ts'

export { emptyState, nextState, type RecordRow, stateHash, type VersionRow, versionHash } from './audit/state.server.ts'
export { type ChainReport, type RecordsReport, verifyChain, verifyRecords } from './audit/verify.server.ts'

/** Who acts; the name of the person is kept as a keyed hash only. */
export type AuditActor = { personId: string; postId: string; unitId: string; names: { person: string; post: string; unit: string } }

export type AuditDraft = {
  type: string
  act: string
  at: Instant
  clock: Clock['offset']
  actor: AuditActor
  /** The person for whom a clerk recorded it (代录). */
  onBehalfOf?: AuditActor | null
  matterId?: string | null
  /** What it was done to besides the matter: a record, a person, a series. */
  object?: { kind: string; id: string } | null
  /** State of the matter before and after (`stateHash`). */
  before?: string | null
  after?: string | null
  /** Texts that this act stored (`versionHash`). */
  versions?: readonly { id: string; hash: string }[]
  pack?: string | null
  /** Rules that were asked, with what they said. */
  rules?: readonly unknown[]
  requestId: string
  origin: string
  /** Nothing personal; what must be named goes through `personalHash`. */
  detail?: unknown
}

export type AppendedEvent = { seq: number; hash: string }

/** The hash before the first event. */
export const genesis = '0'.repeat(64)

const chainName = 'audit-event'
const keySetting = 'audit-key'

/**
 * Adds an event to the chain inside the transaction of the act. Acts wait here for each other until they commit,
 * so it comes last. What it refuses (a value that is not JSON) undoes the act.
 */
export async function appendEvent(tx: Tx, draft: AuditDraft): Promise<AppendedEvent> {
  await lockChain(tx, chainName)
  const key = await personalKey(tx)
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  const seq = (last?.seq ?? 0) + 1
  const previousHash = last?.hash ?? genesis
  const at = shanghaiInstant(draft.at)
  const event = {
    version: canonicalJsonVersion,
    algorithm: preferredAlgorithm,
    seq,
    previousHash,
    at,
    clock: draft.clock,
    type: draft.type,
    act: draft.act,
    actor: withoutName(key, draft.actor),
    onBehalfOf: draft.onBehalfOf ? withoutName(key, draft.onBehalfOf) : null,
    matterId: draft.matterId ?? null,
    object: draft.object ?? null,
    before: draft.before ?? null,
    after: draft.after ?? null,
    versions: draft.versions ?? [],
    pack: draft.pack ?? null,
    rules: asStored(draft.rules ?? []),
    requestId: draft.requestId,
    origin: draft.origin,
    detail: asStored(draft.detail ?? null),
  }
  const canonical = canonicalJson(event)
  const hash = digest(preferredAlgorithm, canonical)
  const personId = draft.actor.personId
  await tx.auditEvent.create({
    data: { seq, at: new Date(at), canonical, type: draft.type, act: draft.act, matterId: event.matterId, personId, previousHash, hash },
  })
  return { seq, hash }
}

const withoutName = (key: string, { personId, postId, unitId, names }: AuditActor) => ({
  personId, postId, unitId, post: names.post, unit: names.unit, personName: keyedDigest(key, names.person),
})

/** A value that points at a person (a name, a telephone number) as it may stand in an event. */
export const personalHash = async (tx: Tx, value: string): Promise<string> => keyedDigest(await personalKey(tx), value)

async function personalKey(tx: Tx): Promise<string> {
  const find = () => tx.setting.findUnique({ where: { key: keySetting } })
  const kept = await find()
  if (kept) return String(kept.value)
  await tx.setting.createMany({ data: { key: keySetting, value: randomBytes(32).toString('hex') }, skipDuplicates: true })
  return String((await find())!.value)
}
