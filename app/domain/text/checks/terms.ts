import type { Check, Examined, Found } from './check.ts'
import { excerpt, isSpoken } from './check.ts'
import { practice } from './sources.ts'

type Term = { name: string; in: string; order: number; at: number; end: number }

const shortName = /[（(]以下(?:统一|统|均)?(?:简称|称)为?[:：]?[“"]?([^“”"（）()，。；、《》]{2,20})[”"]?[）)]/g
const definition =
  /(?:^|。)本(?:法|条例|规定|办法|细则|规则|规范|解释)(?:中)?所称(?:的)?[“"]?([^“”"（）()，。；、是包指和以及]{2,12})[”"]?[，,]?(?:是指|系指)/g

function termsOf({ placed }: Examined): Term[] {
  return placed.flatMap(({ provision }, order) =>
    isSpoken(provision)
      ? [shortName, definition].flatMap((pattern) =>
          [...provision.text.matchAll(pattern)].map(({ 0: whole, 1: name = '', index }) => {
            const at = index + whole.indexOf(name)
            return { name, in: provision.id, order, at, end: at + name.length }
          }),
        )
      : [],
  )
}

const count = (words: string, name: string) => words.split(name).length - 1

function findings(examined: Examined): Found[] {
  const all = examined.placed.map(({ provision }) => provision.text)
  const whole = all.join('\n')
  return termsOf(examined).flatMap(({ name, in: id, order, at, end }): Found[] => {
    if (count(whole, name) > 1) return []
    return [{ in: id, quote: excerpt(all[order]!, at, end), why: { code: 'term-unused', fields: { term: name } } }]
  })
}

/** A name that a text gives (以下简称) or a term that it defines (所称…是指) is used in it. */
export const termCheck: Check = { id: 'terms', weight: 'warning', source: practice, find: findings }
