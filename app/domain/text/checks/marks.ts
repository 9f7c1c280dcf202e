import { type Check, excerpt, type Found, isSpoken } from './check.ts'
import { technicalRules } from './sources.ts'

const pairs: ReadonlyMap<string, string> = new Map([
  ['》', '《'],
  ['）', '（'],
])
const opening: ReadonlySet<string> = new Set(pairs.values())
/** 1）and 一）are labels. */
const labels = /(^|[，。；：\s])[（(]?[\d一二三四五六七八九十a-zA-Z]{1,3}[）)]/g

/** The first mark that has no partner, or null. Half-width brackets are held for full ones. */
function unpaired(words: string): { mark: string; at: number } | null {
  const open: Array<{ mark: string; at: number }> = []
  const folded = words.replaceAll('(', '（').replaceAll(')', '）')
  const plain = folded.replace(labels, (whole, before: string) => before + '　'.repeat(whole.length - before.length))
  for (const [at, mark] of [...plain].entries()) {
    if (opening.has(mark)) open.push({ mark, at })
    const partner = pairs.get(mark)
    if (partner === undefined) continue
    if (open.at(-1)?.mark !== partner) return { mark, at }
    open.pop()
  }
  return open[0] ?? null
}

/** Marks that open and close stand in pairs within a paragraph. */
export const pairedMarkCheck: Check = {
  id: 'paired-marks',
  weight: 'warning',
  source: technicalRules('标点符号的使用'),
  find: ({ placed }) =>
    placed.flatMap(({ provision }): Found[] => {
      const found = isSpoken(provision) ? unpaired(provision.text) : null
      if (!found) return []
      const { mark, at } = found
      return [
        {
          in: provision.id,
          quote: excerpt(provision.text, at, at + 1),
          why: { code: 'mark-unpaired', fields: { mark } },
        },
      ]
    }),
}

const quotedTwice = /“[^“”\n]{0,60}“[^“”\n]{1,60}”[^“”\n]{0,60}”/g

/** Quotation marks within quotation marks are single ones. */
export const nestedQuoteCheck: Check = {
  id: 'nested-quotes',
  weight: 'note',
  source: technicalRules('标点符号的使用'),
  find: ({ placed }) =>
    placed.flatMap(({ provision }): Found[] =>
      isSpoken(provision)
        ? [...provision.text.matchAll(quotedTwice)].map(({ 0: words, index }) => ({
            in: provision.id,
            quote: excerpt(provision.text, index, index + words.length),
            why: { code: 'nested-quotes', fields: { words } },
          }))
        : [],
    ),
}
