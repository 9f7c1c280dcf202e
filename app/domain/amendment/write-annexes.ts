import { fold } from '../text/fold.ts'
import type { Provision, ProvisionId } from '../text/model.ts'
import type { Comparison } from '../comparison/changes.ts'
import { below } from './apply-places.ts'
import { type ChangeSet, type ChangeSetOptions, changeSet, longestRun } from './change-set.ts'
import { citation } from './cite.ts'
import { ended, isSame, type Level } from './write-article.ts'
import { type LevelOf, type Order, ordersOf } from './write-orders.ts'
import { outlineBody, outlineOrders } from './write-outline.ts'
import { linesOf, quote } from './write-phrases.ts'

/** A share of the whole wording above which an annex is given anew. */
const mostShare = 0.9

type AnnexPair = { old: Provision; next: Provision }

const annexesOf = ({ text }: ChangeSet['old']) => text.children.filter(({ kind }) => kind === 'annex')
const titleOf = ({ children }: Provision) => children.find(({ kind }) => kind === 'title')

/** Annexes that stay: known by what they hold, else by their title; what changed places comes anew. */
function annexPairs({ old, next, origin }: ChangeSet): AnnexPair[] {
  const [before, after] = [annexesOf(old), annexesOf(next)]
  const taken = new Set<Provision>()
  const named = (one: Provision) => fold(titleOf(one)?.text ?? '')
  const found = after.flatMap((one): AnnexPair[] => {
    const own = before.find(({ id }) => id === origin.get(one.id))
    const from = own ?? before.find((other) => named(other) !== '' && named(other) === named(one))
    if (!from || taken.has(from)) return []
    taken.add(from)
    return [{ old: from, next: one }]
  })
  const run = longestRun(found.map((pair) => before.indexOf(pair.old)))
  return found.filter((_, at) => run.has(at))
}

type AnnexWriter = {
  set: ChangeSet
  comparison: Comparison
  options: ChangeSetOptions
  levelOf: (id: ProvisionId) => Level
}

/** The orders on one annex that stays, in parts; `null` where it is given anew. */
function partsOf({ set, comparison, options, levelOf }: AnnexWriter, { old, next }: AnnexPair): Order[] | null {
  const where = citation(set.old, old.id) ?? ''
  const [before, after] = [titleOf(old), titleOf(next)]
  if (!before !== !after) return null
  const title: Order[] =
    before && after && fold(before.text) !== fold(after.text)
      ? [{ sentences: [ended(`将${where}标题修改为：${quote([after.text])}`)], about: [next.id] }]
      : []
  const within = changeSet(set.old.text, set.next.text, comparison, { ...options, annexes: { old, next } })
  const byArticle: LevelOf = ({ id }) => levelOf(id)
  if (within.old.articles.length && within.next.articles.length) return [...title, ...ordersOf(within, byArticle)]
  if (within.old.articles.length || within.next.articles.length) return null
  const body = outlineOrders(set, outlineBody(old.children, []), outlineBody(next.children, []), { where, levelOf })
  return body && [...title, ...body]
}

const ofAnnex = (orders: readonly Order[], { id }: Provision): Order[] =>
  orders.map((one) => ({ ...one, about: one.about.length ? one.about : [id] }))

function tellAnnex(writer: AnnexWriter, pair: AnnexPair): Order[] {
  const { set, levelOf } = writer
  const { old, next } = pair
  if (isSame({ set, level: 'words' }, old, next)) return []
  const wording = quote(linesOf(next, set.next.placed))
  const whole: Order[] = [{ sentences: [ended(`将${citation(set.old, old.id)}修改为：${wording}`)], about: [next.id] }]
  const parts = levelOf(next.id) === 'words' ? partsOf(writer, pair) : null
  if (!parts?.length) return whole
  const size = parts.flatMap(({ sentences }) => sentences).join('').length
  return size > mostShare * wording.length ? whole : ofAnnex(parts, next)
}

/** 删去附件2 · 增加一个附件，作为附件3 · 将附件1修改为, or the orders on what an annex holds. */
export function annexOrders(writer: AnnexWriter): Order[] {
  const { set } = writer
  const pairs = annexPairs(set)
  const stays = new Set(pairs.flatMap(({ old, next }) => [old, next]))
  const gone = annexesOf(set.old).filter((one) => !stays.has(one))
  const came = annexesOf(set.next).filter((one) => !stays.has(one))
  return [
    ...(gone.length
      ? [{ sentences: [`删去${gone.map(({ id }) => citation(set.old, id)).join('、')}。`], about: [] }]
      : []),
    ...pairs.flatMap((pair) => tellAnnex(writer, pair)),
    ...came.map((one): Order => {
      const wording = quote(linesOf(one, set.next.placed))
      return { sentences: [ended(`增加一个附件，作为${citation(set.next, one.id)}：${wording}`)], about: [one.id] }
    }),
  ]
}

/** The annex of the new text that each provision stands in. */
export const annexesById = ({ next }: ChangeSet): Map<ProvisionId, ProvisionId> =>
  new Map(annexesOf(next).flatMap((annex) => below(annex).map(({ id }) => [id, annex.id] as const)))
