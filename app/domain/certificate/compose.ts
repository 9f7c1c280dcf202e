import { canonicalJson } from '../base/canonical-json.ts'
import type { Instant, PlainDate } from '../base/date.ts'
import type { Hash } from '../base/identity.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { factsFor } from '../matter/facts.ts'
import { kindOf, type Matter, opened, recordsOf, titleOf, versionById, versionsOf } from '../matter/matter.ts'
import type { MatterRecord, RecordKind } from '../matter/records.ts'
import type { Facts } from '../procedure/condition.ts'
import { factsUnder } from '../procedure/gates.ts'
import type { Pack } from '../procedure/pack.ts'
import { regimeFact, regimes } from '../procedure/regimes.ts'
import {
  type Certificate,
  type CertifiedEvent,
  type CertifiedEvidence,
  type CertifiedRecord,
  certificateSchema,
  type PackValue,
} from '../verification/shape.ts'
import { datesBehind, deadlinesIn, noticesUsed } from './dates.ts'
import { certifiedGates, certifiedSteps, factsReadIn } from './gates.ts'

/** A record as it is stored, with the hash under which its event names it. */
export type StoredRecord = Required<Omit<CertifiedRecord, 'payload'>> & { payload: Record<string, unknown> }
/** A saved text, with the hash of its row. */
export type StoredVersion = { id: string; number: number; fingerprint: string; algorithm: string; hash: string }

/** What a certificate is made of; everything that a clock, a database or a key has to say is given. */
export type Certified = {
  issuedAt: Instant
  on: PlainDate
  /** Fingerprint of the key that is going to sign; `null` where there is none. */
  key: string | null
  matter: Matter
  /** The lead unit by name. */
  unitName: string
  /** The packs that the matter ran under, in their order, by hash; the last is its own. */
  packs: ReadonlyArray<{ hash: string; pack: Pack }>
  calendar: Calendar
  rows: readonly StoredRecord[]
  versions: readonly StoredVersion[]
  events: readonly CertifiedEvent[]
  head: Certificate['audit']['head']
  root: string
  /** Hash of a stored file by its id. */
  fileHash(fileId: string): string | null
  sha256: Hash
}

/** The regimes follow from these, whether or not a rule reads them. */
const grounds = [
  'today',
  'matter.kind',
  'recognition.normative',
  'major.decided',
  'facts.majorDecision',
  'facts.marketRelated',
  ...regimes.map(regimeFact),
]

/**
 * Records whose words facts and dates follow from; each is open to every unit that has a part in the matter, so that a certificate is
 * the same for whoever asks for it. Of the others it has the hash.
 */
export const disclosedKinds: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'opened',
  'pack-changed',
  'facts-changed',
  'recognition-proposed',
  'recognition-opinion',
  'recognised',
  'major-decided',
  'version-saved',
  'round-opened',
  'evidence-entered',
  'submitted',
  'review-accepted',
  'numbered',
  'number-voided',
  'published',
  'registered',
  'filing-recorded',
  'concluded',
  'archived',
])

/** The procedure certificate of a matter that was opened, not yet signed. Throws for one that was not. */
export function composeCertificate(given: Certified): Certificate {
  const { matter, calendar, on, packs } = given
  const opening = opened(matter)
  const own = packs.at(-1)
  if (!opening || !own) throw new Error(`matter ${matter.id} was not opened`)
  const { pack } = own
  const known = factsUnder(pack, factsFor(matter, on, calendar))
  const computed = { pack, facts: known, matter, calendar, events: given.events }
  const gates = certifiedGates(computed)
  const deadlines = deadlinesIn(matter, calendar)
  const facts = factsNamed([...new Set([...grounds, ...factsReadIn(pack, known)])], known)
  const spans = Object.keys(facts).flatMap((fact) => datesBehind(fact, matter, calendar) ?? [])
  return {
    schema: certificateSchema,
    issuedAt: given.issuedAt,
    on,
    key: given.key,
    matter: {
      id: matter.id,
      title: titleOf(matter),
      kind: kindOf(matter)!,
      unit: { id: opening.payload.leadUnitId, name: given.unitName },
      pack: { id: pack.id, version: pack.version, hash: own.hash },
    },
    facts,
    packs: packs.map(({ hash, pack: value }) => ({
      hash,
      value: value as PackValue,
      rowHashes: rowHashes(value, given),
    })),
    holidays: noticesUsed(spans, deadlines, calendar).map(({ year, number, verification, off, worked }) => ({
      year,
      number: number ?? null,
      verification,
      off,
      worked,
    })),
    evidence: certifiedEvidence(given),
    deadlines,
    steps: certifiedSteps(computed),
    gates,
    records: given.rows.map(disclosed),
    versions: versionsOf(matter).flatMap(({ payload, seq }) =>
      given.versions.filter(({ id }) => id === payload.versionId).map((version) => ({ ...version, record: seq })),
    ),
    audit: { head: given.head, root: given.root, events: [...given.events] },
    signature: null,
  }
}

const factsNamed = (names: string[], facts: Facts) =>
  Object.fromEntries(names.sort().map((name) => [name, facts[name] ?? null]))

function rowHashes({ parameters, steps, gates }: Pack, { sha256 }: Certified) {
  const hashes = (rows: readonly unknown[]) => rows.map((row) => sha256(canonicalJson(row)))
  return { parameters: hashes(parameters), steps: hashes(steps), gates: hashes(gates) }
}

/** Of a withheld record stays what its event says as well, with its kind and the day it counts from. */
function disclosed(row: StoredRecord): CertifiedRecord {
  if (disclosedKinds.has(row.kind as MatterRecord['kind']))
    return { ...row, payload: row.payload as CertifiedRecord['payload'] }
  const { payload: _, format: __, recordedBy: ___, names, ...head } = row
  return { ...head, names: { post: names.post, unit: names.unit } }
}

function certifiedEvidence({ matter, fileHash }: Certified): CertifiedEvidence[] {
  const records = recordsOf(matter, 'evidence-entered')
  return records.map(({ seq, payload }, index) => {
    const version = payload.versionId === undefined ? null : versionById(matter, payload.versionId)
    return {
      record: seq,
      kind: payload.step,
      stands: records.slice(index + 1).every((later) => later.payload.step !== payload.step),
      document: payload.document,
      reference: payload.reference ?? null,
      on: payload.on,
      from: payload.from ?? null,
      to: payload.to ?? null,
      conclusion: payload.conclusion ?? null,
      ground: payload.ground ?? null,
      approver: payload.approver ?? null,
      fields: payload.fields,
      version: payload.versionId
        ? {
            id: payload.versionId,
            number: version?.payload.number ?? null,
            fingerprint: version?.payload.fingerprint ?? null,
          }
        : null,
      provisionIds: payload.provisionIds ?? null,
      files: payload.files.map(({ fileId, name }) => ({ fileId, name, hash: fileHash(fileId) })),
    }
  })
}
