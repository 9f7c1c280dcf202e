import { fold } from '../text/fold.ts'
import type { Provision, ProvisionId } from '../text/model.ts'
import { toChinese } from '../text/numeral.ts'
import { below, isHeadline, isPoint, preambleOf } from './apply-places.ts'
import { type ChangeSet, longestRun } from './change-set.ts'
import { citation, outlineWords, ownCitation } from './cite.ts'
import {
  type ArticleWriter,
  ended,
  isSame,
  lines,
  mostShare,
  neighbours,
  type Level,
  wordsClause,
} from './write-article.ts'
import type { Order } from './write-orders.ts'
import { quote } from './write-phrases.ts'
import { tableOrders } from './write-table.ts'

const told = (one: Provision) => isPoint(one) || one.kind === 'paragraph' || one.kind === 'table'

/** What stands in an outline or annex between head and foot: points, 自然段, tables. */
export const outlineBody = (children: readonly Provision[], head: readonly Provision[]): Provision[] =>
  children.filter((one) => told(one) && !head.includes(one))

type Pairs = { kept: { old: Provision; next: Provision }[]; came: Provision[]; went: Provision[] }

/** What stays keeps its kind and its order; what changed places goes and comes anew. */
function pairs({ origin }: ChangeSet, old: readonly Provision[], next: readonly Provision[]): Pairs {
  const at = new Map(old.map(({ id }, index) => [id, index]))
  const found = next.flatMap((one) => {
    const from = old[at.get(origin.get(one.id) ?? '') ?? -1]
    return from?.kind === one.kind ? [{ old: from, next: one }] : []
  })
  const run = longestRun(found.map((pair) => at.get(pair.old.id)!))
  const kept = found.filter((_, index) => run.has(index))
  const stays = new Set(kept.flatMap((pair) => [pair.old, pair.next]))
  return { kept, came: next.filter((one) => !stays.has(one)), went: old.filter((one) => !stays.has(one)) }
}

function tableName({ old }: ChangeSet, table: Provision): string {
  const parent = old.placed.get(table.id)?.parent ?? null
  const holder = parent ? [parent] : old.text.children.filter(({ kind }) => kind !== 'annex')
  const tables = holder.flatMap(below).filter(({ kind }) => kind === 'table')
  const where = parent ? citation(old, parent.id) : ''
  return tables.length > 1 ? `${where}第${toChinese(tables.indexOf(table) + 1)}个表格` : `${where}表格`
}

/** What came or went without a name of its own cannot be told by itself. */
const isNameless = ({ kind }: Provision) => kind === 'table' || kind === 'point4'

function tellGone({ old }: ChangeSet, went: readonly Provision[]): string[] {
  return went.length ? [`删去${went.map(({ id }) => citation(old, id)).join('、')}`] : []
}

function tellIncoming(set: ChangeSet, next: readonly Provision[], came: readonly Provision[], where: string): string[] {
  return neighbours(next, came)
    .flatMap(ofOneKind)
    .map((group) => {
      const word = outlineWords[group[0]!.kind] ?? '段'
      const numbers = group.map(({ id }) => ownCitation(set.next, id)).join('、')
      const wording = quote(group.flatMap((one) => lines({ set, level: 'words' }, one)))
      return `${where}增加${toChinese(group.length)}${word}，作为${numbers}：${wording}`
    })
}

/** The orders on what stands under a provision; `null` where they have no words of their own. */
function tellChildren(writer: ArticleWriter, old: Provision, next: Provision, where: string): string[] | null {
  const { set } = writer
  if (![...old.children, ...next.children].every(told)) return isSame(writer, bare(old), bare(next)) ? [] : null
  const { kept, came, went } = pairs(set, old.children, next.children)
  if ([...came, ...went].some(isNameless)) return null
  const inner = kept.map((pair) => tell(writer, pair.old, pair.next))
  if (inner.includes(null)) return null
  return [...tellGone(set, went), ...inner.flatMap((one) => one!), ...tellIncoming(set, next.children, came, where)]
}

/** A provision for what stands in it alone. */
const bare = (one: Provision): Provision => ({ ...one, text: '' })

function ofOneKind(group: readonly Provision[]): Provision[][] {
  const runs: Provision[][] = []
  for (const one of group) {
    const last = runs.at(-1)
    if (last && last[0]!.kind === one.kind) last.push(one)
    else runs.push([one])
  }
  return runs
}

/** The orders that turn one provision of an outline into another, from the outside in. */
function tell(writer: ArticleWriter, old: Provision, next: Provision): string[] | null {
  if (isSame(writer, old, next)) return []
  if (old.kind === 'table') return tableOrders(tableName(writer.set, old), old, next)
  const at = citation(writer.set.old, old.id)
  if (!at) return null
  const whole = [`将${at}修改为：${quote(lines(writer, next))}`]
  if (writer.level === 'article') return whole
  const own = tellWords(writer, old, next, at)
  const inner = tellChildren(writer, old, next, at)
  if (!own || !inner) return whole
  const orders = [...own, ...inner]
  return orders.join('').length > mostShare * whole[0]!.length ? whole : orders
}

function tellWords(writer: ArticleWriter, old: Provision, next: Provision, at: string): string[] | null {
  if (isSame(writer, { ...old, children: [] }, { ...next, children: [] })) return []
  const words = wordsClause(writer, old, next, at)
  if (words) return [words.say('')]
  if (!old.children.length && !next.children.length) return null
  if (isHeadline(old.text) !== isHeadline(next.text)) return null
  return isHeadline(old.text)
    ? [`将${at}标题修改为：${quote([next.text])}`]
    : [`将${at}第一自然段修改为：${quote([next.text])}`]
}

/** The orders on a text, or an annex, that is an outline. `levelOf` says how closely each of its parts is told. */
export function outlineOrders(
  set: ChangeSet,
  old: readonly Provision[],
  next: readonly Provision[],
  { where, levelOf }: { where: string; levelOf: (id: ProvisionId) => Level },
): Order[] | null {
  const { kept, came, went } = pairs(set, old, next)
  if ([...came, ...went].some(isNameless)) return null
  const orders: Order[] = []
  const order = (sentences: readonly string[], about: readonly Provision[]) => {
    for (const sentence of sentences) orders.push({ sentences: [ended(sentence)], about: about.map(({ id }) => id) })
  }
  order(tellGone(set, went), [])
  for (const pair of kept) {
    const inner = tell({ set, level: levelOf(pair.next.id) }, pair.old, pair.next)
    if (!inner) return null
    order(inner, [pair.next])
  }
  order(tellIncoming(set, next, came, where), came)
  return orders
}

/** The orders on a text without articles, its preamble apart. */
export function textOutlineOrders(set: ChangeSet, levelOf: (id: ProvisionId) => Level): Order[] {
  if (set.old.articles.length || set.next.articles.length) return []
  const [old, next] = [set.old, set.next].map(({ text }) => outlineBody(text.children, preambleOf(text)))
  return outlineOrders(set, old!, next!, { where: '', levelOf }) ?? []
}

/** 附件说明, which lists the annexes of a text. */
export function attachmentOrders({ old, next }: ChangeSet): Order[] {
  const listOf = ({ text }: ChangeSet['old']) => text.children.find(({ kind }) => kind === 'attachment-list')
  const [before, after] = [listOf(old), listOf(next)]
  if (fold(before?.text ?? '') === fold(after?.text ?? '')) return []
  if (!after) return [{ sentences: ['删去附件说明。'], about: [] }]
  const wording = quote(after.text.split('\n'))
  const sentence = before ? `将附件说明修改为：${wording}` : `增加附件说明：${wording}`
  return [{ sentences: [ended(sentence)], about: [after.id] }]
}
