import { printAddress } from '../text/address.ts'
import { fold } from '../text/fold.ts'
import type { Provision } from '../text/model.ts'
import { toChinese } from '../text/numeral.ts'
import type { ChangeSet, Side } from './change-set.ts'
import { citation, ownCitation } from './cite.ts'
import { linesOf, quote } from './write-phrases.ts'
import { tableOrders } from './write-table.ts'
import { sayWords, wordChanges } from './write-words.ts'

/**
 * How closely an article is told: `words` where a drafter would, `plain-words` by 修改为 alone, `provisions` by
 * whole 款 and 项, `article` in its whole new wording, `anew` as deleted and inserted.
 */
export const levels = ['words', 'plain-words', 'provisions', 'article', 'anew'] as const
export type Level = (typeof levels)[number]

/** A share of the whole wording above which the whole is told. */
export const mostShare = 0.95
/** More separate changes than this in one article are told by its whole new wording, as official decisions do. */
const mostClauses = 2

/** `ofTable`: it tells rows of a table, of which there may be many. */
type Clause = { say: (prefix: string) => string; size: number; ofTable?: true }

const nth = (number: number, word: string) => `第${toChinese(number)}${word}`
const scopeOf = (provision: Provision): string => provision.text + provision.children.map(scopeOf).join('\n')
const sizeOf = (lines: readonly string[]) => lines.join('').length
const listed = (numbers: readonly number[], word: string) => numbers.map((number) => nth(number, word)).join('、')
const terminal = /[。；;，,]$/

export const articleAddress = (side: Side, { id }: Provision): string => citation(side, id) ?? ''
/** 第三条 without the annex it stands in, whose number may be another now. */
const articleNumber = (side: Side, { id }: Provision): string => printAddress((side.addresses.get(id) ?? []).slice(-1))

type Pairing = { kept: { old: Provision; next: Provision }[]; inserted: Provision[]; deleted: Provision[] } | null

/** Children of one kind on both sides; `null` when they changed places or mix with others. */
function pairChildren({ origin }: ChangeSet, old: readonly Provision[], next: readonly Provision[]): Pairing {
  const oldAt = new Map(old.map(({ id }, at) => [id, at]))
  const kept: { old: Provision; next: Provision }[] = []
  const inserted: Provision[] = []
  let last = -1
  for (const one of next) {
    const at = oldAt.get(origin.get(one.id) ?? '')
    if (at === undefined) inserted.push(one)
    else if (at <= last) return null
    else {
      last = at
      kept.push({ old: old[at]!, next: one })
    }
  }
  const stays = new Set(kept.map(({ old: { id } }) => id))
  return { kept, inserted, deleted: old.filter(({ id }) => !stays.has(id)) }
}

const onlyKind = (children: readonly Provision[], kind: Provision['kind']) => children.every((one) => one.kind === kind)

/** Runs of neighbours in a list. */
export function neighbours(list: readonly Provision[], some: readonly Provision[]): Provision[][] {
  const groups: Provision[][] = []
  for (const one of some) {
    const before = list[list.indexOf(one) - 1]
    const last = groups.at(-1)
    if (last && last.at(-1) === before) last.push(one)
    else groups.push([one])
  }
  return groups
}

export type ArticleWriter = { set: ChangeSet; level: Level }

/** Are two provisions the same with all below, references that followed apart where the level allows it? */
export function isSame({ set, level }: ArticleWriter, old: Provision, next: Provision): boolean {
  if (old.kind !== next.kind || old.children.length !== next.children.length) return false
  if (fold(old.text) !== fold(next.text)) {
    const row = set.rowOf.get(next.id)
    const followed =
      row?.oldId === old.id && row.runs.every(({ kind, consequential }) => kind === 'same' || consequential)
    if (!followed || (level !== 'words' && level !== 'plain-words')) return false
  }
  return old.children.every((child, at) => isSame({ set, level }, child, next.children[at]!))
}

export const lines = ({ set }: ArticleWriter, provision: Provision, own = true) =>
  linesOf(provision, set.next.placed, own)

export function wordsClause(writer: ArticleWriter, old: Provision, next: Provision, where: string): Clause | null {
  const row = writer.set.rowOf.get(next.id)
  if (row?.oldId !== old.id || (writer.level !== 'words' && writer.level !== 'plain-words')) return null
  const changes = wordChanges(row.runs, scopeOf(old), { plainly: writer.level === 'plain-words', followed: true })
  if (!changes) return null
  const size = changes.reduce((sum, { from, to, anchor = '' }) => sum + from.length + to.length + anchor.length + 8, 0)
  return { say: (prefix) => sayWords(prefix + where, changes), size }
}

const wholeClause = (writer: ArticleWriter, next: Provision, where: string): Clause => {
  const wording = lines(writer, next)
  return { say: (prefix) => `${prefix && '将'}${prefix}${where}修改为：${quote(wording)}`, size: sizeOf(wording) }
}

/** The items of a list, one by one. `null` where the list as a whole has to be told. */
function itemClauses(writer: ArticleWriter, old: Provision, next: Provision, where: string): Clause[] | null {
  if (!onlyKind(old.children, 'subparagraph') || !onlyKind(next.children, 'subparagraph')) return null
  if (!old.children.length || !next.children.length) return null
  const pairing = pairChildren(writer.set, old.children, next.children)
  if (!pairing) return null
  const { kept, inserted, deleted } = pairing
  const clauses: Clause[] = []
  const touched = inserted.length > 0 || deleted.length > 0
  const bare = (one: Provision): Provision => ({ ...one, text: touched ? one.text.replace(terminal, '') : one.text })
  if (fold(old.text) !== fold(next.text)) {
    const isFollowed = isSame(writer, { ...old, children: [] }, { ...next, children: [] })
    const lead = wordsClause(writer, old, next, where)
    const words: Clause = {
      say: (prefix) => `${prefix && '将'}${prefix}${where}第一自然段修改为：${quote([next.text])}`,
      size: next.text.length,
    }
    if (!isFollowed) clauses.push(lead ?? words)
  }
  if (deleted.length) {
    const numbers = deleted.map((one) => old.children.indexOf(one) + 1)
    clauses.push({ say: (prefix) => `删去${prefix}${where}${listed(numbers, '项')}`, size: 12 })
  }
  for (const { old: from, next: to } of kept) {
    if (isSame(writer, bare(from), bare(to))) continue
    const at = `${where}${nth(old.children.indexOf(from) + 1, '项')}`
    const words = from.children.length || touched ? null : wordsClause(writer, from, to, at)
    clauses.push(words ?? wholeClause(writer, to, at))
  }
  for (const group of neighbours(next.children, inserted)) {
    const numbers = group.map((one) => next.children.indexOf(one) + 1)
    const wording = group.flatMap((one) => lines(writer, one))
    const count = toChinese(group.length)
    clauses.push({
      say: (prefix) => `${prefix}${where}增加${count}项，作为${listed(numbers, '项')}：${quote(wording)}`,
      size: sizeOf(wording) + 16,
    })
  }
  return clauses
}

/** The tables of a provision, row by row, and the words before them. `null` where tables came or went, or changed places. */
function tableClauses(writer: ArticleWriter, old: Provision, next: Provision, where: string): Clause[] | null {
  if (!onlyKind(old.children, 'table') || !onlyKind(next.children, 'table')) return null
  const pairing = pairChildren(writer.set, old.children, next.children)
  if (!pairing?.kept.length || pairing.inserted.length || pairing.deleted.length) return null
  const isFollowed = isSame(writer, { ...old, children: [] }, { ...next, children: [] })
  const lead = isFollowed ? null : wordsClause(writer, old, next, where)
  if (!isFollowed && !lead) return null
  const tables = pairing.kept.flatMap(({ old: from, next: to }, at): Clause[] => {
    const name = `${where}${old.children.length > 1 ? nth(at + 1, '个') : ''}表格`
    const count = isSame(writer, from, to) ? 0 : tableOrders(name, from, to).length
    return Array.from({ length: count }, (_, order) => {
      const say = (prefix: string) => tableOrders(prefix + name, from, to)[order]!
      return { say, size: say('').length, ofTable: true }
    })
  })
  return [...(lead ? [lead] : []), ...tables]
}

function paragraphClauses(writer: ArticleWriter, old: Provision, next: Provision, where: string): Clause[] {
  const whole = wholeClause(writer, next, where)
  const smaller = (clauses: Clause[] | null) =>
    clauses?.length && clauses.reduce((sum, { size }) => sum + size, 0) < mostShare * whole.size ? clauses : null
  if (!old.children.length && !next.children.length) {
    const words = wordsClause(writer, old, next, where)
    return smaller(words && [words]) ?? [whole]
  }
  return smaller(itemClauses(writer, old, next, where) ?? tableClauses(writer, old, next, where)) ?? [whole]
}

function localClauses(writer: ArticleWriter, old: Provision, next: Provision): Clause[] | null {
  if (!onlyKind(old.children, 'paragraph') || !onlyKind(next.children, 'paragraph')) return null
  const pairing = pairChildren(writer.set, old.children, next.children)
  if (!pairing?.kept.length) return null
  const { kept } = pairing
  // What goes to another article or comes from one is told by itself.
  const [inserted, deleted] = [pairing.inserted, pairing.deleted].map((list) =>
    list.filter(({ id }) => !writer.set.elsewhere.has(id)),
  ) as [Provision[], Provision[]]
  const clauses: Clause[] = []
  if (deleted.length) {
    const numbers = deleted.map((one) => old.children.indexOf(one) + 1)
    clauses.push({ say: (prefix) => `删去${prefix}${listed(numbers, '款')}`, size: 12 })
  }
  for (const { old: from, next: to } of kept) {
    if (isSame(writer, from, to)) continue
    const where = old.children.length > 1 ? nth(old.children.indexOf(from) + 1, '款') : ''
    if (!where && next.children.length > 1) clauses.push(...paragraphClauses(writer, from, to, '第一款'))
    else clauses.push(...paragraphClauses(writer, from, to, where))
  }
  for (const group of neighbours(next.children, inserted)) {
    const numbers = group.map((one) => next.children.indexOf(one) + 1)
    const wording = group.flatMap((one) => lines(writer, one))
    const count = toChinese(group.length)
    clauses.push({
      say: (prefix) => `${prefix}增加${count}款，作为${listed(numbers, '款')}：${quote(wording)}`,
      size: sizeOf(wording) + 16,
    })
  }
  return clauses
}

/** 将第八条第三款单列一条，作为第四十九条 · 将第八条第三款移作第十条第二款, with the new words where they changed. */
export function writeMove(
  set: ChangeSet,
  { olds, nexts, verb, to }: { olds: readonly Provision[]; nexts: readonly Provision[]; verb: string; to: string },
): string {
  const writer: ArticleWriter = { set, level: 'words' }
  const isUnchanged = olds.every((old, at) => isSame(writer, old, nexts[at]!))
  const from = olds.map(({ id }, at) => (at ? ownCitation(set.old, id) : citation(set.old, id))).join('、')
  const words = isUnchanged ? '' : `，修改为：${quote(nexts.flatMap((one) => lines(writer, one)))}`
  return ended(`将${from}${verb}${to}${words}`)
}

export const ended = (sentence: string) => (/[。；]”$/.test(sentence) ? sentence : `${sentence}。`)

/**
 * The sentences that turn one article into another: 将第A条改为第B条 where its number changes, then what changes in
 * it, from the outside in. `null` when nothing does.
 */
export function writeArticle(
  set: ChangeSet,
  old: Provision,
  next: Provision,
  { level, moved }: { level: Level; moved: boolean },
): string[] | null {
  const writer: ArticleWriter = { set, level }
  const [from, to] = [articleAddress(set.old, old), articleAddress(set.next, next)]
  const isKept = articleNumber(set.old, old) === articleNumber(set.next, next)
  const renumbered = isKept ? '' : `将${from}改为${to}`
  const same = isSame(writer, old, next)
  if (same) return moved && renumbered ? [`${renumbered}。`] : null
  const wording = lines(writer, next, false)
  const whole = [ended(renumbered ? `${renumbered}，修改为：${quote(wording)}` : `将${from}修改为：${quote(wording)}`)]
  const clauses = level === 'article' ? null : localClauses(writer, old, next)
  if (clauses?.length === 0) return moved && renumbered ? [`${renumbered}。`] : null
  const size = clauses?.reduce((sum, one) => sum + one.size, 0) ?? 0
  const separate = clauses?.filter(({ ofTable }) => !ofTable).length ?? 0
  if (!clauses?.length || separate > mostClauses || size > mostShare * sizeOf(wording)) return whole
  return clauses.map((clause, index) => {
    if (index) return ended(clause.say(''))
    return ended(renumbered ? `${renumbered}，${clause.say('').replace(/^将(?=第)/, '')}` : clause.say(from))
  })
}
