import { type Check, excerpt, matches } from './check.ts'
import { technicalRules } from './sources.ts'

const units =
  '个?工作日|日(?!前|内瓦)|天|个月|周岁|岁|[万亿]?元|人(?!大|民)|平方米|公里|米(?!粉|面)|吨|公斤|倍|小时|分钟'
/** A day of the calendar is written in Arabic numerals by the same rule, a document number and a table by others. */
const arabic = new RegExp(`(?<![年月〔\\[.\\d第号])(?:\\d[\\d.,]*(?:${units})|\\d[\\d.]*[%％])`, 'g')
const chinese = new RegExp(
  `(?<![年月第零〇一二三四五六七八九十百千万])(?:[二三四五六七八九十百千两][零一二三四五六七八九十百千万]*(?:${units})|百分之[零一二三四五六七八九十百]+)`,
  'g',
)

/**
 * Amounts, terms, ages and proportions stand in Chinese numerals. Documents of offices use both, so only a text that
 * writes the same kind of number in both ways is told, once.
 */
export const numberFormCheck: Check = {
  id: 'number-forms',
  weight: 'note',
  source: technicalRules('数字的使用'),
  find(examined) {
    const [first, ...others] = matches(examined, arabic)
    const written = matches(examined, chinese).length
    if (!first || written === 0) return []
    const { provision, found, at } = first
    const fields = { words: found[0], arabic: others.length + 1, chinese: written }
    return [
      {
        in: provision.id,
        quote: excerpt(provision.text, at, at + found[0].length),
        why: { code: 'numbers-mixed', fields },
      },
    ]
  },
}
