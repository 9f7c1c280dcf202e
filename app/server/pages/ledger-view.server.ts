import { createHash } from 'node:crypto'
import { type Comparison, compare } from '#app/domain/comparison/changes.ts'
import { addedEffects, unaskedChanges } from '#app/domain/comparison/classify.ts'
import { rowNames } from '#app/domain/comparison/names.ts'
import type { Row } from '#app/domain/comparison/rows.ts'
import { accountedProvisions, ledgerOf, type Opinion } from '#app/domain/matter/ledger.ts'
import {
  latestVersion,
  type Matter,
  recordsOf,
  roundsOf,
  substantiveSince,
  versionById,
} from '#app/domain/matter/matter.ts'
import type { dispositions, Payload } from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'

export type LedgerSort = 'unit' | 'clause'

export type LedgerRow = {
  opinionId: string
  unitId: string
  unit: string
  byHand: boolean
  answer: Payload<'answer-sent'>['answer']
  clause: string | null
  quote: string | null
  words: string
  proposed: string | null
  disposition: {
    disposition: (typeof dispositions)[number]
    reason: string
    provisionIds: string[]
    person: string
    at: string
  } | null
  /** Which of the lists of changes its answer may point to. */
  changesSince: string
  /** Several units speak of this clause. */
  units: number
}

export type LedgerGroup = { key: string; name: string | null; units: number; rows: LedgerRow[] }
export type ChangeChoice = { provisionId: string; name: string }

const clauseOf = ({ anchor }: Opinion): string => anchor?.address ?? ''

function rowOf(opinion: Opinion, units: number): LedgerRow {
  const { opinionId, unitId, unit, answer, anchor, words, proposed, disposition, versionId } = opinion
  return {
    opinionId,
    unitId,
    unit,
    byHand: answer.recordedBy !== null,
    answer: answer.payload.answer,
    clause: anchor?.address ?? null,
    quote: anchor?.quote ?? null,
    words,
    proposed: proposed && proposed !== words ? proposed : null,
    changesSince: versionId,
    units,
    disposition: disposition && {
      disposition: disposition.disposition,
      reason: disposition.reason ?? '',
      provisionIds: disposition.provisionIds,
      person: disposition.record.names.person,
      at: disposition.record.at,
    },
  }
}

/** Opinions by unit or by clause. On one clause they stand together, so that opposite ones are seen. */
function groupsOf(opinions: readonly Opinion[], sort: LedgerSort, order: (opinion: Opinion) => number): LedgerGroup[] {
  const unitsOn = new Map<string, Set<string>>()
  for (const opinion of opinions) {
    const clause = clauseOf(opinion)
    if (clause) unitsOn.set(clause, (unitsOn.get(clause) ?? new Set()).add(opinion.unitId))
  }
  const groups = new Map<string, Opinion[]>()
  const sorted = sort === 'clause' ? [...opinions].sort((a, b) => order(a) - order(b)) : opinions
  for (const opinion of sorted) {
    const key = sort === 'clause' ? clauseOf(opinion) : opinion.unitId
    groups.set(key, [...(groups.get(key) ?? []), opinion])
  }
  return [...groups].map(([key, members]) => ({
    key,
    name: sort === 'clause' ? key || null : members[0]!.unit,
    units: new Set(members.map(({ unitId }) => unitId)).size,
    rows: members.map((opinion) => rowOf(opinion, unitsOn.get(clauseOf(opinion))?.size ?? 1)),
  }))
}

/** Clauses in the order of the text they were said of; the text as a whole first. */
function orderIn(texts: ReadonlyMap<string, LegalText>): (opinion: Opinion) => number {
  const places = new Map(
    [...texts].map(([versionId, text]) => [
      versionId,
      new Map(place(text).map(({ provision }, index) => [provision.id, index])),
    ]),
  )
  return ({ versionId, anchor }) => (anchor?.provisionId ? (places.get(versionId)?.get(anchor.provisionId) ?? -1) : -1)
}

export type UnaskedChange = {
  provisionId: string
  name: string
  state: Row['state']
  runs: Row['runs']
  effects: string[]
}

const listed = (comparison: Comparison, allowed: ReadonlySet<string>): ChangeChoice[] => {
  const names = rowNames(comparison.rows)
  const found = new Map<string, string>()
  for (const row of comparison.rows)
    for (const id of [row.newId, row.oldId])
      if (id && row.substantive && allowed.has(id)) found.set(id, names.get(row) ?? '')
  return [...found].map(([provisionId, name]) => ({ provisionId, name }))
}

/** Changes since the first circulation behind which stands no opinion and no reason (夹带). */
function unasked(comparison: Comparison, matter: Matter, since: string): UnaskedChange[] {
  const names = rowNames(comparison.rows)
  const changed = new Set(substantiveSince(matter, since))
  return unaskedChanges(comparison, accountedProvisions(matter)).flatMap((row) => {
    const provisionId = [row.newId, row.oldId].find((id) => id !== null && changed.has(id))
    return provisionId
      ? [
          {
            provisionId,
            name: names.get(row) ?? '',
            state: row.state,
            runs: runsOf(row, comparison),
            effects: addedEffects(row),
          },
        ]
      : []
  })
}

/** An article that came or went has its words in its paragraphs. */
const runsOf = (row: Row, { rows }: Comparison): Row['runs'] =>
  row.runs.length > 0
    ? row.runs
    : rows
        .filter(({ partOf }) => partOf !== null && (partOf === row.newId || partOf === row.oldId))
        .flatMap(({ runs }) => runs)

export async function ledgerView(page: MatterPage, { sort, onlyOpen }: { sort: LedgerSort; onlyOpen: boolean }) {
  const { matter } = page
  const opinions = ledgerOf(matter)
  const latest = latestVersion(matter)
  const since = [...new Set([...roundsOf(matter).map(({ opening }) => opening.payload.versionId)])]
  const texts = await findTexts(world().database.client, latest ? [...since, latest.payload.versionId] : since)
  const text = latest && texts.get(latest.payload.versionId)
  const comparisons = new Map(since.map((versionId) => [versionId, compare(texts.get(versionId)!, text!)]))
  const first = since[0]
  const open = opinions.filter(({ disposition }) => !disposition)
  return {
    sort,
    onlyOpen,
    counts: { all: opinions.length, open: open.length, settled: opinions.length - open.length },
    groups: groupsOf(onlyOpen ? open : opinions, sort, orderIn(texts)),
    changes: Object.fromEntries(
      [...comparisons].map(([versionId, comparison]) => [
        versionId,
        listed(comparison, new Set(substantiveSince(matter, versionId))),
      ]),
    ),
    unasked: first ? unasked(comparisons.get(first)!, matter, first) : [],
    since: first ? { versionId: first, number: versionById(matter, first)?.payload.number ?? 0 } : null,
    latest: latest && { versionId: latest.payload.versionId, number: latest.payload.number },
    accounted: recordsOf(matter, 'changes-accounted').map(({ id, at, names, payload }) => ({
      id,
      at,
      person: names.person,
      reason: payload.reason,
      names: namesIn(first ? comparisons.get(first) : undefined, payload.provisionIds),
    })),
    tables: recordsOf(matter, 'adoption-table-issued').map(({ id, at, names, documents }) => ({
      id,
      at,
      person: names.person,
      file: documents[0] ?? null,
    })),
  }
}

function namesIn(comparison: Comparison | undefined, provisionIds: readonly string[]): string[] {
  if (!comparison) return []
  const names = rowNames(comparison.rows)
  const wanted = new Set(provisionIds)
  return [
    ...new Set(
      comparison.rows
        .filter(({ newId, oldId }) => wanted.has(newId ?? '') || wanted.has(oldId ?? ''))
        .map((row) => names.get(row) ?? ''),
    ),
  ]
}

type Settled = { disposition: string; reason: string; provisionIds: string[] }
const isSame = (one: Settled, other: Settled) =>
  one.disposition === other.disposition &&
  one.reason === other.reason &&
  [...one.provisionIds].sort().join() === [...other.provisionIds].sort().join()

/**
 * The grid as it was posted, without rows that say what the ledger says already, and with a batch written out: one
 * disposition and reason for the chosen rows, or every open opinion adopted.
 */
export function settledForm(form: FormData, matter: Matter): FormData {
  const rows = new Map<string, string>()
  for (const [name, value] of form) {
    const row = /^items\[(\d+)\]\.opinionId$/.exec(name)?.[1]
    if (row) rows.set(row, String(value))
  }
  const batch = String(form.get('_batch') ?? '')
  const chosen = new Set(form.getAll('_chosen').map(String))
  const known = new Map(ledgerOf(matter).map((opinion) => [opinion.opinionId, opinion.disposition]))
  const next = new FormData()
  for (const [name, value] of form) if (!name.startsWith('items[')) next.append(name, value)
  for (const [row, opinionId] of rows) {
    const before = known.get(opinionId)
    const typed: Settled = {
      disposition: String(form.get(`items[${row}].disposition`) ?? ''),
      reason: String(form.get(`items[${row}].reason`) ?? '').trim(),
      provisionIds: form.getAll(`items[${row}].provisionIds`).map(String),
    }
    const settled = batched(typed, { batch, isChosen: chosen.has(opinionId), form })
    if (!settled.disposition || (before && isSame(settled, { ...before, reason: before.reason ?? '' }))) continue
    next.append(`items[${row}].opinionId`, opinionId)
    next.append(`items[${row}].disposition`, settled.disposition)
    next.append(`items[${row}].reason`, settled.reason)
    for (const id of settled.provisionIds) next.append(`items[${row}].provisionIds`, id)
  }
  return keyedByContent(next)
}

/** A grid is sent again before its answer has come: the same words act once, other words are another act. */
function keyedByContent(form: FormData): FormData {
  const words = JSON.stringify([...form].filter(([name, value]) => name !== '_key' && typeof value === 'string'))
  form.set('_key', `${form.get('_key') ?? ''} ${createHash('sha256').update(words).digest('hex').slice(0, 16)}`)
  return form
}

function batched(
  typed: Settled,
  { batch, isChosen, form }: { batch: string; isChosen: boolean; form: FormData },
): Settled {
  if (batch === 'adopt-open' && !typed.disposition) return { ...typed, disposition: 'adopted' }
  if (batch !== 'chosen' || !isChosen) return typed
  const disposition = String(form.get('_batchDisposition') ?? '')
  const reason = String(form.get('_batchReason') ?? '').trim()
  return { ...typed, disposition: disposition || typed.disposition, reason: reason || typed.reason }
}
