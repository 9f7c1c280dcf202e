import type { PlainDate } from '#app/domain/base/date.ts'
import { foldNumber } from '#app/domain/document/numbers.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'

/** How a published document stands on a day. `readings-differ`: its words end it before that day in one reading and not in the other. */
export const validityStates = [
  'in-force',
  'not-yet',
  'readings-differ',
  'ended',
  'repealed',
  'not-stated',
  'not-entered',
] as const
export type ValidityState = (typeof validityStates)[number]

/** A published document as a line of the register. */
export type PublishedLine = {
  matterId: string
  title: string
  documentNumber: string
  registerNumber: string
  issuerName: string
  issuedOn: PlainDate
  publishedOn: PlainDate
  effectiveOn: PlainDate | null
  endsEarliest: PlainDate | null
  endsLatest: PlainDate | null
  /** Since when a later document of this register repeals it by its title. */
  repealedOn: PlainDate | null
  state: ValidityState
}

export type PublishedFilter = {
  /** The day on which the state is asked. */
  on: PlainDate
  words?: string
  state?: ValidityState
  issuerName?: string
  /** Leaves out what is published and not yet in the register. */
  enteredOnly?: boolean
}

/** What stands in the register, and what is published and waits for its entry: the last of each record counts. */
const published = Prisma.sql`
  SELECT matter_id, title, document_number, register_number, issuer_name, issued_on, published_on, effective_on, ends_earliest, ends_latest, true AS entered FROM register_entry
  UNION ALL
  SELECT m.id, m.title, printed.payload->>'documentNumber', printed.payload->>'registerNumber', unit.name, printed.payload->>'writtenOn', publication.payload->>'publishedOn', NULL, NULL, NULL, false
  FROM matter m
  JOIN unit ON unit.id = m.issuer_id
  JOIN LATERAL (SELECT payload->'payload' AS payload FROM matter_record WHERE matter_id = m.id AND kind = 'issued' ORDER BY seq DESC LIMIT 1) printed ON true
  JOIN LATERAL (SELECT payload->'payload' AS payload FROM matter_record WHERE matter_id = m.id AND kind = 'published' ORDER BY seq DESC LIMIT 1) publication ON true
  WHERE m.stage = 'published'`

/** Titles that entered documents repeal; a new version that bears the title of the old one does not repeal itself. */
const repeals = Prisma.sql`
  SELECT entry.matter_id, min(repealing.effective_on) AS repealed_on
  FROM register_entry entry
  JOIN (SELECT matter_id, effective_on, published_on, jsonb_array_elements_text(validity->'repeals') AS title FROM register_entry) repealing
    ON repealing.title = entry.title AND repealing.matter_id <> entry.matter_id AND repealing.published_on > entry.published_on
  GROUP BY entry.matter_id`

const withStates = (on: PlainDate) => Prisma.sql`
  SELECT listed.*, repeal.repealed_on,
    CASE
      WHEN NOT listed.entered THEN 'not-entered'
      WHEN repeal.repealed_on <= ${on} THEN 'repealed'
      WHEN listed.effective_on IS NULL THEN 'not-stated'
      WHEN listed.effective_on > ${on} THEN 'not-yet'
      WHEN listed.ends_earliest IS NULL OR listed.ends_earliest >= ${on} THEN 'in-force'
      WHEN listed.ends_latest < ${on} THEN 'ended'
      ELSE 'readings-differ'
    END AS state
  FROM (${published}) listed LEFT JOIN (${repeals}) repeal ON repeal.matter_id = listed.matter_id`

const columns = Prisma.sql`
  line.matter_id AS "matterId", line.title, line.document_number AS "documentNumber", line.register_number AS "registerNumber", line.issuer_name AS "issuerName", line.issued_on AS "issuedOn",
  line.published_on AS "publishedOn", line.effective_on AS "effectiveOn", line.ends_earliest AS "endsEarliest", line.ends_latest AS "endsLatest", line.repealed_on AS "repealedOn", line.state`

/** The signs of a pattern stand for themselves. */
const pattern = (words: string) => `%${foldNumber(words).replace(/[\\%_]/g, '\\$&')}%`

/** Only what is printed on the document can be asked for: no working title and no number of an internal paper. */
const named = (words: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM matter_name name WHERE name.matter_id = line.matter_id AND name.folded LIKE ${pattern(words)}
    AND (name.kind = 'filing' OR name.value IN (line.title, line.document_number, line.register_number)))`

function conditions({ words, state, issuerName, enteredOnly }: PublishedFilter) {
  const all = [
    Prisma.sql`true`,
    ...(words ? [named(words)] : []),
    ...(state ? [Prisma.sql`line.state = ${state}`] : []),
    ...(issuerName ? [Prisma.sql`line.issuer_name = ${issuerName}`] : []),
    ...(enteredOnly ? [Prisma.sql`line.entered`] : []),
  ]
  return Prisma.join(all, ' AND ')
}

/** Published documents, the newest first, a page at a time, and how many there are. */
export async function findPublished(
  tx: Tx,
  filter: PublishedFilter,
  { skip = 0, take = 50 }: { skip?: number; take?: number } = {},
): Promise<{ rows: PublishedLine[]; total: number }> {
  const from = Prisma.sql`FROM (${withStates(filter.on)}) line WHERE ${conditions(filter)}`
  const [counted] = await tx.$queryRaw<Array<{ total: number }>>`SELECT count(*)::int AS total ${from}`
  const rows = await tx.$queryRaw<
    PublishedLine[]
  >`SELECT ${columns} ${from} ORDER BY line.published_on DESC, line.register_number DESC LIMIT ${take} OFFSET ${skip}`
  return { rows, total: counted?.total ?? 0 }
}

/** One published document as a line of the register; `null` for what is not published. */
export async function findPublishedLine(tx: Tx, matterId: string, on: PlainDate): Promise<PublishedLine | null> {
  const rows = await tx.$queryRaw<
    PublishedLine[]
  >`SELECT ${columns} FROM (${withStates(on)}) line WHERE line.matter_id = ${matterId}`
  return rows[0] ?? null
}

/** The published matter that an address names: by its id, the id of its entry, or its register number. */
export async function findPublishedId(tx: Tx, address: string): Promise<string | null> {
  const entry = await tx.registerEntry.findFirst({
    where: { OR: [{ id: address }, { matterId: address }, { registerNumber: address }] },
    select: { matterId: true },
  })
  if (entry) return entry.matterId
  const waiting = await tx.matter.findFirst({
    where: { stage: 'published', OR: [{ id: address }, { names: { some: { kind: 'register', value: address } } }] },
    select: { id: true },
  })
  return waiting?.id ?? null
}

/** Names of the issuers that have documents in the register. */
export const findIssuerNames = async (tx: Tx): Promise<string[]> =>
  (
    await tx.registerEntry.findMany({
      distinct: ['issuerName'],
      select: { issuerName: true },
      orderBy: { issuerName: 'asc' },
    })
  ).map(({ issuerName }) => issuerName)

/** Which of these matters a unit takes part in. */
export const findOwnMatters = async (tx: Tx, unitId: string, matterIds: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.matterParty.findMany({ where: { unitId, matterId: { in: [...matterIds] } }, select: { matterId: true } })
    ).map(({ matterId }) => matterId),
  )
