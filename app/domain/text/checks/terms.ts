import type { Check, Examined, Found } from './check.ts'
import { excerpt, isSpoken } from './check.ts'
import { practice } from './sources.ts'

type Term = { name: string; isGiven: boolean; in: string; order: number; at: number; end: number }

const shortName = /[（(]以下(?:统一|统|均)?(?:简称|称)为?[:：]?[“"]?([^“”"（）()，。；、《》]{2,20})[”"]?[）)]/g
const definition =
  /(?:^|。)本(?:法|条例|规定|办法|细则|规则|规范|解释)(?:中)?所称(?:的)?[“"]?([^“”"（）()，。；、是包指和以及]{2,12})[”"]?[，,]?(?:是指|系指)/g

function termsOf({ placed }: Examined): Term[] {
  return placed.flatMap(({ provision }, order) =>
    isSpoken(provision)
      ? [shortName, definition].flatMap((pattern) =>
          [...provision.text.matchAll(pattern)].map(({ 0: whole, 1: name = '', index }) => {
            const at = index + whole.indexOf(name)
            return { name, isGiven: pattern === shortName, in: provision.id, order, at, end: at + name.length }
          }),
        )
      : [],
  )
}

/** 本法所称慈善信托属于公益信托，是指…, 所称为商业目的使用: a description and no name that comes again in its words. */
const isDescription = (name: string) => /的|属于|^为/.test(name)

const count = (words: string, name: string) => words.split(name).length - 1

function findings(examined: Examined): Found[] {
  const all = examined.placed.map(({ provision }) => provision.text)
  const whole = all.join('\n')
  const terms = termsOf(examined)
  return terms.flatMap((term): Found[] => {
    const { name, in: id, order, at, end } = term
    const found = (code: string): Found => ({
      in: id,
      quote: excerpt(all[order]!, at, end),
      why: { code, fields: { term: name } },
    })
    if (count(whole, name) === 1) return isDescription(name) ? [] : [found('term-unused')]
    if (terms.some((other) => other !== term && other.name === name && other.order < order))
      return [{ ...found('term-twice'), weight: 'note' }]
    return isUsedBefore(term, examined) ? [{ ...found('term-early'), weight: 'note' }] : []
  })
}

/** Shorter names are words of the language as well. */
const shortestName = 4

/** A name is given where it is first used; before that nobody knows what it means. */
function isUsedBefore({ name, isGiven, in: id, order }: Term, { placed }: Examined): boolean {
  if (!isGiven || name.length < shortestName) return false
  const used = new RegExp(`(?<![\\u4e00-\\u9fff《])${escaped(name)}`)
  return placed
    .slice(0, order)
    .some(({ provision }) => provision.id !== id && isSpoken(provision) && used.test(provision.text))
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A name that a text gives (以下简称) or a term that it defines (所称…是指) is used in it. */
export const termCheck: Check = { id: 'terms', weight: 'warning', source: practice, find: findings }
