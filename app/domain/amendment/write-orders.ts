import type { Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { fold } from '../text/fold.ts'
import { toChinese } from '../text/numeral.ts'
import { type ArticleChange, type ChangeSet, type DivisionChange, headingOf, type Side } from './change-set.ts'
import type { SingledOut } from './part-moves.ts'
import { citation } from './cite.ts'
import { articleAddress, type Level, writeArticle, writeMove } from './write-article.ts'
import { linesOf, quote } from './write-phrases.ts'

/** One numbered order of a decision. `about` are articles of the new text, or of the old where they went. */
export type Order = { sentences: string[]; about: ProvisionId[] }

export type LevelOf = (article: Provision) => Level

const divisionWord: Partial<Record<ProvisionKind, string>> = {
  part: '编',
  subpart: '分编',
  chapter: '章',
  section: '节',
}

const addressIn = (side: Side, { id }: Provision) => citation(side, id) ?? ''
const divisionOf = ({ placed }: Side, { id }: Provision): Provision | null => placed.get(id)?.parent ?? null
const articleLines = ({ next }: ChangeSet, one: Provision, own: boolean) => linesOf(one, next.placed, own)

/** The division that a new article has to be told to stand in: it opens one, or the one before it goes on elsewhere. */
function divisionToName(set: ChangeSet, one: Provision): string {
  const own = divisionOf(set.next, one)
  if (!own || !divisionWord[own.kind]) return ''
  const before = set.next.articles[set.next.articles.indexOf(one) - 1]
  if (before && divisionOf(set.next, before) === own) return ''
  const old = set.kept.get(own.id)
  return old ? `在${addressIn(set.old, old)}中` : ''
}

/** 增加一条，作为第五条：“…” · 增加二条，作为第五条、第六条：“第五条　…”. */
function insertion(set: ChangeSet, articles: Provision[]): Order {
  const where = divisionToName(set, articles[0]!)
  const numbers = articles.map((one) => articleAddress(set.next, one)).join('、')
  const wording = articles.flatMap((one) => articleLines(set, one, articles.length > 1))
  const sentence = `${where}增加${toChinese(articles.length)}条，作为${numbers}：${quote(wording)}`
  return { sentences: [sentence], about: articles.map(({ id }) => id) }
}

const listOf = (side: Side, articles: Provision[]) => articles.map((one) => articleAddress(side, one)).join('、')

function merging(set: ChangeSet, { olds, next }: Extract<ArticleChange, { kind: 'merged' }>): Order {
  const wording = quote(articleLines(set, next, false))
  const sentence = `将${listOf(set.old, olds)}合并，作为${articleAddress(set.next, next)}，修改为：${wording}`
  return { sentences: [sentence], about: [next.id] }
}

function dividing(set: ChangeSet, { old, nexts }: Extract<ArticleChange, { kind: 'split' }>): Order {
  const wording = quote(nexts.flatMap((one) => articleLines(set, one, true)))
  const count = nexts.length === 2 ? '两' : toChinese(nexts.length)
  const sentence = `将${articleAddress(set.old, old)}改为${count}条，作为${listOf(set.next, nexts)}，修改为：${wording}`
  return { sentences: [sentence], about: nexts.map(({ id }) => id) }
}

/** The article of the new text that the 款 of an old one left. */
const leftBy = (set: ChangeSet, source: Provision): ProvisionId[] =>
  set.articles.flatMap((one) => (one.kind === 'kept' && one.old === source ? [one.next.id] : []))

function singlingOut(set: ChangeSet, { olds, source, next }: SingledOut): Order {
  const to = `，作为${articleAddress(set.next, next)}`
  const sentence = writeMove(set, { olds, nexts: next.children, verb: '单列一条', to })
  return { sentences: [sentence], about: [next.id, ...leftBy(set, source)] }
}

/** 移作, an order for each 款 that an article gets from another. */
function transfersTo(set: ChangeSet, { id }: Provision): Order[] {
  return (set.transfers.get(id) ?? []).map(({ old, next }) => {
    const to = citation(set.next, next.id) ?? ''
    const source = set.old.placed.get(old.id)!.parent!
    const sentence = writeMove(set, { olds: [old], nexts: [next], verb: '移作', to })
    return { sentences: [sentence], about: [id, ...leftBy(set, source)] }
  })
}

const below = ({ children }: Provision): Provision[] => children.flatMap((one) => [one, ...below(one)])

type Draft = Order & { deletes?: Provision[]; inserts?: Provision[] }

function draftsOf(set: ChangeSet, change: ArticleChange, levelOf: LevelOf): Draft[] {
  switch (change.kind) {
    case 'inserted':
      return [{ sentences: [], about: [], inserts: [change.next] }]
    case 'deleted':
      return [{ sentences: [], about: [], deletes: [change.old] }]
    case 'merged':
      return [merging(set, change)]
    case 'split':
      return [dividing(set, change)]
    case 'singled-out':
      return [singlingOut(set, change)]
    case 'kept': {
      const { old, next, moved } = change
      const sentences = writeArticle(set, old, next, { level: levelOf(next), moved })
      return [...(sentences ? [{ sentences, about: [next.id] }] : []), ...transfersTo(set, next)]
    }
  }
}

const follow = (side: Side, one: Provision, other: Provision) =>
  side.articles.indexOf(other) === side.articles.indexOf(one) + 1 && divisionOf(side, one) === divisionOf(side, other)

/** Neighbours that come or go together are told in one order. */
function gathered(set: ChangeSet, drafts: Draft[]): Order[] {
  const orders: Draft[] = []
  for (const draft of drafts) {
    const last = orders.at(-1)
    const isNext = last?.inserts && draft.inserts && follow(set.next, last.inserts.at(-1)!, draft.inserts[0]!)
    if (isNext) last.inserts!.push(...draft.inserts!)
    else if (last?.deletes && draft.deletes) last.deletes.push(...draft.deletes)
    else orders.push({ ...draft })
  }
  return orders.map(({ inserts, deletes, sentences, about }) => {
    if (inserts) return insertion(set, inserts)
    if (!deletes) return { sentences, about }
    return { sentences: [`删去${listOf(set.old, deletes)}。`], about: deletes.map(({ id }) => id) }
  })
}

function divisionOrder(set: ChangeSet, change: DivisionChange): Order {
  if (change.kind === 'renamed') {
    const { old, next } = change
    const sentence = `将${addressIn(set.old, old)}${divisionWord[old.kind]}名修改为：${quote(headingOf(next))}。`
    return { sentences: [sentence], about: [next.id] }
  }
  if (change.kind === 'deleted') {
    const { old, into, whole } = change
    const where = addressIn(set.old, old)
    if (whole) return { sentences: [`删去${where}。`], about: [old.id] }
    const sentence = into
      ? `将${where}并入${addressIn(set.old, into)}。`
      : `删去${where}的${divisionWord[old.kind]}名。`
    return { sentences: [sentence], about: [old.id] }
  }
  const { next, articles } = change
  const range = [...new Set([articles.at(0)!, articles.at(-1)!])].map((one) => articleAddress(set.next, one)).join('至')
  if (change.kind === 'regrouped')
    return {
      sentences: [`将${addressIn(set.old, change.old)}调整为由${range}组成。`],
      about: [next.id],
    }
  const word = divisionWord[next.kind]!
  const parent = set.next.placed.get(next.id)?.parent
  const within = set.kept.get(parent?.id ?? '')
  const where = within ? `在${addressIn(set.old, within)}中` : ''
  if (!change.whole) {
    const sentence = `${where}增加一${word}，作为${addressIn(set.next, next)}${quote(headingOf(next))}，包括${range}。`
    return { sentences: [sentence], about: [next.id, ...articles.map(({ id }) => id)] }
  }
  const wording = quote(linesOf(next, set.next.placed))
  const sentence = `${where}增加一${word}，作为${addressIn(set.next, next)}：${wording}`
  return { sentences: [sentence], about: [next.id, ...change.articles.map(({ id }) => id)] }
}

/** Title and preamble, which stand before all numbered provisions. */
export function headOrders({ old, next }: ChangeSet): Order[] {
  const headOf = ({ text }: Side, kind: ProvisionKind) => text.children.find((one) => one.kind === kind)
  const orders: Order[] = []
  const [from, to] = [headOf(old, 'title'), headOf(next, 'title')]
  if (from && to && fold(from.text) !== fold(to.text))
    orders.push({ sentences: [`将名称修改为：“${to.text}”。`], about: [to.id] })
  const [before, after] = [preambleOf(old), preambleOf(next)]
  const words = (lines: Provision[]) => fold(lines.map(({ text }) => text).join(''))
  if (before.length && after.length && words(before) !== words(after))
    orders.push({
      sentences: [`将引言修改为：${quote(after.map(({ text }) => text))}`],
      about: after.map(({ id }) => id),
    })
  return orders
}

function preambleOf({ text: { children } }: Side): Provision[] {
  const body = children.findIndex(({ kind }) => kind === 'article' || kind === 'point1' || divisionWord[kind])
  return children.slice(0, Math.max(body, 0)).filter(({ kind }) => kind === 'paragraph')
}

/** All orders of a change set in the order of the new text: what is told of one article stands in one order. */
export function ordersOf(set: ChangeSet, levelOf: LevelOf): Order[] {
  const comeWhole = new Set(
    set.divisions.flatMap((one) => (one.kind === 'inserted' && one.whole ? one.articles.map(({ id }) => id) : [])),
  )
  const goneWhole = new Set(
    set.divisions.flatMap((one) => (one.kind === 'deleted' && one.whole ? below(one.old).map(({ id }) => id) : [])),
  )
  // A section of a new chapter is quoted with the chapter, and goes with a chapter that goes.
  const outer = set.divisions.filter(
    (one) =>
      !(one.kind === 'deleted' && goneWhole.has(one.old.id)) &&
      (one.kind !== 'inserted' ||
        !set.divisions.some(
          (other) => other.kind === 'inserted' && other.whole && below(other.next).some(({ id }) => id === one.next.id),
        )),
  )
  const drafts = set.articles.flatMap((change): Draft[] => {
    if (change.kind === 'inserted' && comeWhole.has(change.next.id)) return []
    if (change.kind === 'deleted' && goneWhole.has(change.old.id)) return []
    return draftsOf(set, change, levelOf)
  })
  const places = new Map(set.next.articles.map(({ id }, at) => [id, at]))
  const orders = gathered(set, drafts)
  for (const change of outer) {
    const order = divisionOrder(set, change)
    const first =
      change.kind === 'deleted'
        ? null
        : set.next.articles.find((one) => divisionOf(set.next, one)?.id === change.next.id)
    const at = first ? orders.findIndex(({ about }) => (places.get(about[0]!) ?? -1) >= places.get(first.id)!) : -1
    if (at < 0) orders.push(order)
    else orders.splice(at, 0, order)
  }
  return orders
}

/** Does an unchanged article bear another number in the new text? */
export const isRenumbered = (set: ChangeSet): boolean =>
  set.articles.some(
    (one) => one.kind === 'kept' && articleAddress(set.old, one.old) !== articleAddress(set.next, one.next),
  )
