import { randomBytes } from 'node:crypto'
import { asStored, canonicalJson, canonicalJsonVersion } from '#app/domain/base/canonical-json.ts'
import { type Instant, shanghaiInstant } from '#app/domain/base/date.ts'
import type { Hash } from '#app/domain/base/identity.ts'
import { digestBy, genesis, keyedDigest, preferredAlgorithm } from './audit/digest.server.ts'
import { stepOf } from './audit/state.server.ts'
import type { Clock } from './clock.server.ts'
import { lockChain, type Tx } from './db.server.ts'
import { settledSetting } from './repositories/settings.server.ts'

export { type ChainReport, type RecordsReport, verifyChain, verifyRecords } from './audit/verify.server.ts'

/** Hex digest by the algorithm that this installation prefers, named in `digestAlgorithm`. */
export const digest: Hash = (content) => digestBy(preferredAlgorithm, content)
export const digestAlgorithm = preferredAlgorithm

/** Who acts; the name of the person is kept as a keyed hash only. */
export type AuditActor = {
  personId: string
  postId: string
  unitId: string
  names: { person: string; post: string; unit: string }
}

export type AuditDraft = {
  type: string
  act: string
  at: Instant
  clock: Clock['offset']
  /** Whoever sat at the keyboard. */
  actor: AuditActor
  /** The person for whom he recorded it (代录). */
  onBehalfOf?: AuditActor | null
  matterId?: string | null
  /** The id of what it was done to besides the matter: a record, a person, a series. */
  object?: string | null
  pack?: string | null
  /** Rules that were asked, with what they said. */
  rules?: readonly unknown[]
  requestId: string
  origin: string
  /** Nothing personal; what must be named goes through `personalHash`. */
  detail?: unknown
}

export type AppendedEvent = { seq: number; hash: string }

const chainName = 'audit-event'
const keySetting = 'audit-key'

/**
 * Adds an event to the chain inside the transaction of the act, after all rows of the matter are written: the event
 * names each record and text that is new, with its hash, and the state of the matter before and after. Acts wait here for
 * each other until they commit, so it comes last.
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
    step: draft.matterId ? await stepOf(tx, draft.matterId) : null,
    pack: draft.pack ?? null,
    rules: asStored(draft.rules ?? []),
    requestId: draft.requestId,
    origin: draft.origin,
    detail: asStored(draft.detail ?? null),
  }
  const canonical = canonicalJson(event)
  const hash = digest(canonical)
  const personId = draft.actor.personId
  await tx.auditEvent.create({
    data: {
      seq,
      at: new Date(at),
      canonical,
      type: draft.type,
      act: draft.act,
      matterId: event.matterId,
      personId,
      previousHash,
      hash,
    },
  })
  return { seq, hash }
}

const withoutName = (key: string, { personId, postId, unitId, names }: AuditActor) => ({
  personId,
  postId,
  unitId,
  post: names.post,
  unit: names.unit,
  personName: keyedDigest(key, names.person),
})

/** A value that points at a person (a name, a telephone number) as it may stand in an event. */
export const personalHash = async (tx: Tx, value: string): Promise<string> => keyedDigest(await personalKey(tx), value)

const personalKey = async (tx: Tx): Promise<string> =>
  String(await settledSetting(tx, keySetting, () => randomBytes(32).toString('hex')))
