import type { Check, Examined, Found } from './check.ts'
import { excerpt, matches } from './check.ts'
import { technicalRules } from './sources.ts'

const lint = (id: string, locus: string, code: string, pattern: RegExp): Check => ({
  id,
  weight: 'note',
  source: technicalRules(locus),
  find: (examined: Examined): Found[] =>
    matches(examined, pattern).map(({ provision, found, at }) => ({
      in: provision.id,
      quote: excerpt(provision.text, at, at + found[0].length),
      why: { code, fields: { words: found[0] } },
    })),
})

/** Habits of wording on which drafters agree; each is a note and nothing more. */
export const wordingChecks: readonly Check[] = [
  lint('item-brackets', '引用法律条文', 'item-brackets', /第[（(][一二三四五六七八九十]+[）)]项/g),
  lint('but', '但是、但', 'but', /(?<=[，；])但(?![是书丁凡愿求不须])/g),
  lint('according-to-law', '依照、按照、参照', 'according-to-law', /按照《[^《》]{2,40}法》/g),
  lint(
    'prohibition-subject',
    '不得、禁止',
    'prohibition-subject',
    /(?:单位|个人|(?<!或)者|企业|机构|人员)(?:均|都|一律)?禁止(?![^，。；]{0,12}的)/g,
  ),
  // 必须 is kept for what cannot be otherwise; where a duty is laid down it is 应当.
  lint('must', '应当、必须', 'must', /(?<=单位|个人|(?<!或)者|企业|机构|人员|机关|部门)必须(?=[\u4e00-\u9fff])/g),
  lint('nested-names', '书名号', 'nested-names', /《[^《》〈〉]{0,40}《[^《》]{2,60}》[^《》]{0,40}》/g),
]
