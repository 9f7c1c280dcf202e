import type { Provision } from '../model.ts'
import { readValidity } from '../validity.ts'
import type { Check, Examined, Found, Why } from './check.ts'
import { excerpt, matches } from './check.ts'
import { practice, technicalRules, termSource } from './sources.ts'

const isAmendment = /修正案|修改.*决定|修订.*决定|废止.*决定|批复|答复|复函/
/** Documents that are issued with a day of their own; interpretations of courts are put in force by their announcement. */
const issued = /(?<!最高人民.*)(?:办法|规定|细则|规则|条例)(?:[（(].*[)）])?$/

function lastProvision({ placed }: Examined): string | null {
  const spoken = placed.filter(({ provision }) => provision.kind === 'paragraph' && provision.text)
  return spoken.at(-1)?.provision.id ?? null
}

/** A text in articles says since when it is in force; working days are told to need a calendar. */
export const effectCheck: Check = {
  id: 'effect',
  weight: 'warning',
  source: technicalRules('施行日期的表述'),
  find(examined) {
    const { text, placed, words } = examined
    const { effective } = readValidity(text)
    if (effective.workingDays && effective.clauseId) {
      const quote = words.get(effective.clauseId) ?? ''
      const fields = { days: effective.workingDays }
      return [{ in: effective.clauseId, quote, why: { code: 'effect-needs-calendar', fields }, weight: 'note' }]
    }
    const title = placed.find(({ provision }) => provision.kind === 'title')?.provision.text ?? ''
    const hasArticles = placed.some(({ provision }) => provision.kind === 'article')
    const last = lastProvision(examined)
    if (effective.reading !== 'not-stated' || !hasArticles || !last || isAmendment.test(title)) return []
    const weight = issued.test(title) ? ('warning' as const) : ('note' as const)
    return [
      { in: last, quote: (words.get(last) ?? '').slice(-24), why: { code: 'effect-missing', fields: {} }, weight },
    ]
  },
}

const isEffect = /^本[\u4e00-\u9fff]{1,8}自.{1,24}起(?:施行|实施|生效)/

/** The day of entry into force stands in the last article of the text. */
export const effectPlaceCheck: Check = {
  id: 'effect-place',
  weight: 'note',
  source: technicalRules('施行日期的表述'),
  find({ text, placed }) {
    const annexed = new Set(['annex', 'enclosure'])
    const below = (children: readonly Provision[]): Provision[] =>
      children.flatMap((one) => (annexed.has(one.kind) ? [] : [one, ...below(one.children)]))
    const articles = below(text.children).filter(({ kind }) => kind === 'article')
    const labels = new Map(placed.map(({ provision, label }) => [provision.id, label]))
    const last = articles.at(-1)
    return articles.flatMap((article): Found[] => {
      const clause = article.children.find(({ text: words }) => isEffect.test(words))
      if (!clause || article === last) return []
      const fields = { last: labels.get(last!.id) ?? '' }
      return [{ in: clause.id, quote: clause.text.slice(0, 24), why: { code: 'effect-not-last', fields } }]
    })
  },
}

/** A term of years is read in two ways: the last day itself says more. */
export const endCheck: Check = {
  id: 'end',
  weight: 'note',
  source: termSource,
  find({ text, words }) {
    const [anniversary, dayBefore] = readValidity(text).end
    if (!anniversary || !dayBefore) return []
    const quote = words.get(anniversary.clauseId) ?? ''
    const [later, earlier] = [anniversary.date, dayBefore.date]
    const why: Why =
      later && earlier
        ? { code: 'end-two-readings', fields: { later, earlier } }
        : { code: 'end-two-readings-undated', fields: {} }
    return [{ in: anniversary.clauseId, quote, why }]
  },
}

const vague = /(?:^|[。；])([^《》。；]{2,40}?(?:同时|一并|相应|即行)废止)(?=[。；]|$)/g
/** 本办法…废止 speaks of its own end. */
const ofItself = /^(?:本|由)/

/** Other sentences tell of standards and certificates that lapse. */
const entersIntoForce = /起(?:施行|实施|执行|实行|生效)/

/** What is repealed is named, so that everybody knows what is still in force. */
export const repealCheck: Check = {
  id: 'repeal',
  weight: 'warning',
  source: technicalRules('废止的表述'),
  find: (examined) =>
    matches(examined, vague).flatMap(({ provision, found, at }): Found[] =>
      ofItself.test(found[1]!) || !entersIntoForce.test(provision.text)
        ? []
        : [
            {
              in: provision.id,
              quote: excerpt(provision.text, at, at + found[0].length),
              why: { code: 'repeal-unnamed', fields: {} },
            },
          ],
    ),
}

const interprets =
  /本(?:法|条例|规定|办法|细则|规则|意见|通知|规范)(?:的)?(?:最终)?解释权?(?:归|由)([^，。；]{2,30}?)(?:所有|负责解释|负责|解释)?[，。；]/g

/** One body interprets a text, and it is said once. */
export const interpreterCheck: Check = {
  id: 'interpreter',
  weight: 'note',
  source: practice,
  find: (examined) => {
    const [first, ...more] = matches(examined, interprets)
    return more.flatMap(({ provision, found }): Found[] =>
      found[1] === first!.found[1]
        ? []
        : [
            {
              in: provision.id,
              quote: found[0],
              why: { code: 'interpreter-differs', fields: { first: first!.found[1]!, other: found[1]! } },
            },
          ],
    )
  },
}
