import { lastOf, type Matter, recordsOf } from '#app/domain/matter/matter.ts'
import { mayReadRecord, readable } from '#app/domain/matter/reading.ts'
import type { MatterRecord, RecordKind } from '#app/domain/matter/records.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { verifyChain, verifyRecords } from '../audit.server.ts'
import { findEvents } from '../repositories/desk.server.ts'
import { world } from '../world.server.ts'
import { type ShownFact, shownFacts } from './fact-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { type Line, payloadWords } from './payload-words.server.ts'
import { signed } from './signed.server.ts'

export type ShownRecord = {
  id: string
  seq: number
  kind: RecordKind
  act: string
  by: ReturnType<typeof signed>
  lines: Line[]
  files: Array<{ fileId: string; name: string }>
  documents: Array<{ fileId: string; name: string; hash: string }>
  gates: Array<{ rule: string; name: string; met: boolean; facts: ShownFact[] }>
}

function shownRecord(page: MatterPage, record: MatterRecord): ShownRecord {
  const { pack, locale } = page
  const ruleName = (rule: string) => {
    const gate = pack?.gates.find(({ id }) => id === rule)
    return gate ? wordsIn(locale, gate.name) : rule
  }
  const payload = record.payload as { files?: Array<{ fileId: string; name: string }> }
  return {
    id: record.id,
    seq: record.seq,
    kind: record.kind,
    act: record.act,
    by: signed(page, record),
    lines: payloadWords(page, record),
    files: payload.files ?? [],
    documents: record.documents.map(({ fileId, name, hash }) => ({ fileId, name, hash })),
    gates: record.gates.map(({ rule, met, facts }) => ({ rule, name: ruleName(rule), met, facts: shownFacts(facts) })),
  }
}

/** Records that this viewer may read, in order, and how many he may not. */
export function shownRecords(page: MatterPage): { records: ShownRecord[]; withheld: number } {
  const { matter, relations, viewer } = page
  const reader = { unitId: viewer.post.unit.id, relations, roles: viewer.post.roles }
  const open = matter.records.filter((record) => mayReadRecord(readable(matter, record), reader))
  return {
    records: open.map((record) => shownRecord(page, record)),
    withheld: matter.records.length - open.length,
  }
}

const dateKinds = ['meeting', 'written', 'printed', 'published', 'effective'] as const
const numberKindsShown = ['document', 'register', 'filing'] as const

/** Three numbers (发文字号、登记号、备案号) and five dates (会议通过、成文、印发、公布、施行) of a document. */
export function numbersAndDates({ matter }: { matter: Matter }) {
  const given = recordsOf(matter, 'numbered')
  const voided = new Set(recordsOf(matter, 'number-voided').map(({ payload }) => payload.issuedNumberId))
  const numberOf = (kind: string) =>
    given.filter(({ payload }) => payload.kind === kind && !voided.has(payload.issuedNumberId)).at(-1)?.payload
      .number ?? null
  const minutes = recordsOf(matter, 'minutes-issued')
    .filter(({ payload }) => payload.result === 'passed' || payload.result === 'passed-in-principle')
    .at(-1)
  const meeting =
    minutes &&
    recordsOf(matter, 'meeting-scheduled')
      .filter(({ payload }) => payload.meetingId === minutes.payload.meetingId)
      .at(-1)
  const issued = lastOf(matter, 'issued')?.payload
  const dates: Record<(typeof dateKinds)[number], string | null> = {
    meeting: meeting?.payload.on ?? null,
    written: issued?.writtenOn ?? null,
    printed: issued?.printedOn ?? null,
    published: lastOf(matter, 'published')?.payload.publishedOn ?? null,
    effective: lastOf(matter, 'registered')?.payload.effectiveOn ?? null,
  }
  return {
    numbers: numberKindsShown.map((kind) => ({
      kind,
      value: kind === 'filing' ? (lastOf(matter, 'filing-recorded')?.payload.number ?? null) : numberOf(kind),
    })),
    dates: dateKinds.map((kind) => ({ kind, value: dates[kind] })),
  }
}

/** Events of the matter as the chain holds them, and the chain computed again now. */
export async function chainView({ matter }: MatterPage) {
  const { client } = world().database
  const [chain, rows] = [await verifyChain(client), await verifyRecords(client, matter.id)]
  const broken = rows.ok
    ? null
    : {
        seq: rows.seq,
        reason: rows.reason,
        record: matter.records.find(({ id }) => id === rows.id)?.seq ?? null,
        id: rows.id,
      }
  return {
    events: await findEvents(client, matter.id),
    chain: chain.ok
      ? { ok: true as const, count: chain.count, head: chain.head }
      : { ok: false as const, seq: chain.seq, reason: chain.reason },
    rows: rows.ok
      ? { ok: true as const, records: rows.records, versions: rows.versions }
      : { ok: false as const, ...broken! },
  }
}
