import type { Check, Examined, Found } from './check.ts'
import { excerpt, matches } from './check.ts'
import { boundarySource } from './sources.ts'

const amount =
  '((?:[0-9０-９.,]+|[零〇一二三四五六七八九十百千万亿两]+)(?:个?(?:工作)?[日月年]|天|周岁|岁|[万亿]?元|人|平方米|公里|米|吨|公斤|%|倍|次|件))'
const contradiction = new RegExp(`(?<![不未])(不满|不足|超过|高于|低于|多于|少于)${amount}(以上|以下|以内)`, 'g')
const under = new RegExp(`${amount}以下的[，,]`, 'g')
const over = new RegExp(`${amount}以上(?:不满[^，。；]{1,16})?的[，,]`, 'g')

/** 超过三十日以上: the first word leaves the number out, the second takes it in. */
const contradictions = (examined: Examined): Found[] =>
  matches(examined, contradiction).map(({ provision, found, at }) => ({
    in: provision.id,
    quote: excerpt(provision.text, at, at + found[0].length),
    why: { code: 'boundary-contradicts', fields: { words: found[0] } },
  }))

/** 一万元以下的，…；一万元以上的，…: both take in ten thousand itself. */
const overlaps = (examined: Examined): Found[] =>
  matches(examined, under).flatMap(({ provision, found, at }) => {
    const above = [...provision.text.matchAll(over)].find(([, number]) => number === found[1])
    if (!above) return []
    const why = { code: 'boundary-overlap', fields: { amount: found[1]! } }
    return [
      { in: provision.id, quote: excerpt(provision.text, at, at + found[0].length), why, weight: 'note' as const },
    ]
  })

/** 以上、以下、以内 take the number in, 不满、超过 leave it out: no number is taken twice or said both ways. */
export const boundaryCheck: Check = {
  id: 'boundaries',
  weight: 'warning',
  source: boundarySource,
  find: (examined) => [...contradictions(examined), ...overlaps(examined)],
}
