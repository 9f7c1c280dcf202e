import { addressesOf, printAddress } from '../text/address.ts'
import type { LegalText, ProvisionId } from '../text/model.ts'
import { longestRise } from '../text/monotone.ts'
import { type PrintedPiece, printedPieces } from '../text/print.ts'
import { type Comparison, compare, type ComparisonOptions } from './changes.ts'
import type { Run } from './inner.ts'
import type { Row, State } from './rows.ts'
import { type Collision, compareThree } from './three.ts'

/** `=` stayed, `-` went, `+` came. */
export type ReportRun = [sign: '=' | '-' | '+', text: string]

/** What became of one provision, or of all that came, went, was divided or put together with it. */
export type ReportChange = { kind: State; old: string[]; new: string[]; runs: ReportRun[] }

/**
 * A comparison as data. `changes` go through both texts, unchanged provisions included: joining `=` and `-` of all
 * runs gives the old text as `print` gives it, `=` and `+` the new. What moved stands twice: where it went away
 * and where it came.
 */
export type ComparisonReport = {
  substantive: number
  consequential: number
  changes: ReportChange[]
  collisions: ReportCollision[]
}

export type ReportCollision = { kind: Collision['kind']; address: string; base: string; a: string; b: string }

const signs = { same: '=', deleted: '-', inserted: '+' } as const
const signed = (runs: readonly Run[]): ReportRun[] => runs.map(({ kind, text }) => [signs[kind], text])
const run = (sign: ReportRun[0], text: string): ReportRun[] => (text ? [[sign, text]] : [])

/** Line ends and spaces in front of two labels stay; the labels are replaced. */
function leadRuns(old: string, next: string): ReportRun[] {
  if (old === next) return run('=', old)
  let shared = 0
  while (shared < old.length && old[shared] === next[shared] && /\s/.test(old[shared]!)) shared++
  return [...run('=', old.slice(0, shared)), ...run('-', old.slice(shared)), ...run('+', next.slice(shared))]
}

/** The pieces of one text by provision; the lead of a provision is given out once. */
function pieces(text: LegalText) {
  const byId = new Map(printedPieces(text).map((piece) => [piece.placed.provision.id, piece]))
  const given = new Set<ProvisionId>()
  const names = new Map([...addressesOf(text)].map(([id, address]) => [id, printAddress(address)]))
  return {
    name: (id: ProvisionId | null) => (id && names.get(id)) || '',
    take(id: ProvisionId | null): { lead: string; table: string | null } {
      const piece: PrintedPiece | undefined = id === null || given.has(id) ? undefined : byId.get(id)
      if (!piece) return { lead: '', table: null }
      given.add(piece.placed.provision.id)
      return { lead: piece.lead, table: piece.placed.provision.kind === 'table' ? piece.words : null }
    },
  }
}

type Side = { lead: string; words: string }

function jointRuns(row: Row, old: ReturnType<typeof pieces>, next: ReturnType<typeof pieces>): ReportRun[] {
  const [from, to] = [old.take(row.oldId), next.take(row.newId)]
  const lead = leadRuns(from.lead, to.lead)
  if (from.table === null && to.table === null) return [...lead, ...signed(row.runs)]
  const [before, after] = [from.table ?? row.oldText, to.table ?? row.newText]
  return [...lead, ...(before === after ? run('=', after) : [...run('-', before), ...run('+', after)])]
}

const sideRuns = (sign: '-' | '+', { lead, words }: Side) => run(sign, lead + words)

/**
 * Articles have no words: of those put together only the old side stands where the row is, of those that came of a
 * division only the new. The other side is where its own row is.
 */
const hasOld = ({ oldSide, state, runs, partOf }: Row) =>
  oldSide !== null && !(state === 'split' && runs.length === 0 && partOf !== null)
const hasNew = ({ newSide, state, runs }: Row) => newSide !== null && !(state === 'merged' && runs.length === 0)

/** Rows whose two sides stand in the order of both texts. */
function inStep(rows: readonly Row[]): Set<Row> {
  const joint = rows.filter((row) => hasOld(row) && hasNew(row))
  const stays = new Set(longestRise(joint.map(({ oldSide }, at) => oldSide!.index + at / (joint.length + 1))))
  return new Set(joint.filter((_, at) => stays.has(at)))
}

type Entry = ReportChange & { row: Row }

function entries(comparison: Comparison, oldText: LegalText, newText: LegalText): Entry[] {
  const [old, next] = [pieces(oldText), pieces(newText)]
  const { rows } = comparison
  const steady = inStep(rows)
  const entry = (row: Row, runs: ReportRun[]): Entry => ({
    kind: row.state,
    old: [old.name(row.oldId)].filter(Boolean),
    new: [next.name(row.newId)].filter(Boolean),
    runs,
    row,
  })
  const left = (row: Row) => {
    const { lead, table } = old.take(row.oldId)
    return entry(row, sideRuns('-', { lead, words: table ?? row.oldText }))
  }
  const came = (row: Row) => {
    const { lead, table } = next.take(row.newId)
    return entry(row, sideRuns('+', { lead, words: table ?? row.newText }))
  }
  // The pieces of a provision that was divided follow each other as their rows do.
  const order = new Map(rows.map((row, at) => [row, (row.oldSide?.index ?? 0) + at / rows.length]))
  const leaving = rows
    .filter((row) => hasOld(row) && !steady.has(row))
    .sort((one, other) => order.get(one)! - order.get(other)!)
  const found: Entry[] = []
  let gone = 0
  const leaveUntil = (place: number) => {
    while (gone < leaving.length && order.get(leaving[gone]!)! < place) found.push(left(leaving[gone++]!))
  }
  for (const row of rows) {
    if (steady.has(row)) {
      leaveUntil(order.get(row)!)
      found.push(entry(row, jointRuns(row, old, next)))
    } else if (hasNew(row)) found.push(came(row))
  }
  leaveUntil(Number.POSITIVE_INFINITY)
  return found
}

/** Do two neighbours tell of one change: of one division, or of one provision with what stands in it? */
function isOneChange(head: Row, before: Row, row: Row): boolean {
  if (before.state !== row.state) return false
  if (row.state === 'split') return before.oldId === row.oldId || row.partOf === head.newId
  if (row.state === 'merged') return before.newId === row.newId || row.partOf === head.oldId
  return row.partOf !== null && row.partOf === (head.newId ?? head.oldId)
}

const merged = (one: string[], more: string[]) => [...new Set([...one, ...more])]

function joinChanges(all: readonly Entry[]): ReportChange[] {
  const found: ReportChange[] = []
  let [head, before]: [Row | null, Row | null] = [null, null]
  for (const { row, ...change } of all) {
    const last = found.at(-1)
    if (last && head && before && isOneChange(head, before, row)) {
      const isPart = row.state === 'split' || row.state === 'merged'
      last.runs.push(...change.runs)
      if (isPart) [last.old, last.new] = [merged(last.old, change.old), merged(last.new, change.new)]
    } else {
      found.push(change)
      head = row
    }
    before = row
  }
  return found.map((change) => ({ ...change, runs: joinRuns(change.runs) })).filter(({ runs }) => runs.length > 0)
}

function joinRuns(runs: readonly ReportRun[]): ReportRun[] {
  const found: ReportRun[] = []
  for (const [sign, text] of runs) {
    const last = found.at(-1)
    if (last?.[0] === sign) last[1] += text
    else if (text) found.push([sign, text])
  }
  return found
}

/** Two versions compared, as data; with `base`, also where two revisions of it collide. */
export function comparisonReport(
  old: LegalText,
  next: LegalText,
  options: ComparisonOptions & { base?: LegalText } = {},
): ComparisonReport {
  const comparison = compare(old, next, options)
  const { substantive, consequential } = comparison.counts
  const collisions = options.base ? compareThree(options.base, old, next, options).collisions : []
  const address = options.base ? pieces(options.base) : null
  return {
    substantive,
    consequential,
    changes: joinChanges(entries(comparison, old, next)),
    collisions: collisions.map(({ kind, provisionId, base, a, b }) => ({
      kind,
      address: address!.name(provisionId),
      base,
      a,
      b,
    })),
  }
}
