import type { Address } from '../text/address.ts'
import type { Part, Target } from './instruction.ts'
import { addressListPattern, addressPattern, betweenPattern, readAddresses, targetAt } from './read-addresses.ts'

const parts: [Part, string][] = [
  ['title', '(?:规章|法规|文件|办法|解释|规定|条例)?(?:的)?(?:名称|题目)|标题'],
  ['preamble', '引言|序言|前言|导语'],
  ['note', '题注'],
  ['attachments', '附件说明'],
  ['whole', '文中|全文|(?:其他)?(?:相关|有关|部分)(?:条文|条款|规定|内容)'],
]
const headings = '(?:的)?(?:章名|节名|编名|章标题|节标题|标题|名称)'
/** Words of a table where they stand; orders on its rows are read in read-tables.ts. */
const tables = '(?:中的|的)?(?:表格|表)'
const leads = '(?:的)?(?:条首部分|首部|引导语|导语|前言部分)'

/** Where words stand: addresses, headings, the title, the preamble, the text as a whole, also mixed in a list. */
const anyPart = parts.map(([, words]) => words).join('|')
// One address and no list: a list of lists could be taken apart in so many ways that a long one is never read.
const onePlace = `(?:${addressPattern}(?:${headings}|${leads}|${tables})?|《[^》]*》(?:的)?(?:${anyPart})|${anyPart})`
export const placesPattern = `(?:${onePlace}(?:${betweenPattern}${onePlace})*)`

const aPart = parts.map(([part, words]) => [part, new RegExp(`^(?:《[^》]*》(?:的)?)?(?:${words})$`, 'u')] as const)
const aHeading = new RegExp(`^(${addressPattern})${headings}$`, 'u')
const aTable = new RegExp(`^(${addressPattern})${tables}$`, 'u')
const aLead = new RegExp(`^(${addressPattern})${leads}$`, 'u')
const splitting = new RegExp(
  `(${addressListPattern}(?:${headings}|${leads}|${tables})?|《[^》]*》(?:的)?(?:${anyPart})|${anyPart})`,
  'gu',
)

function readPlace(words: string, context: Address): Target[] | null {
  for (const [part, pattern] of aPart) if (pattern.test(words)) return [{ address: [], part }]
  for (const [part, pattern] of [
    ['heading', aHeading],
    ['lead', aLead],
    ['table', aTable],
  ] as const) {
    const address = readAddresses(pattern.exec(words)?.[1] ?? '', context)
    if (address) return [{ address: address[0]!, part }]
  }
  if (words.includes('序言第')) {
    const address = readAddresses(words, [])
    return address?.map((one) => ({ address: one, part: 'preamble' as const })) ?? null
  }
  return readAddresses(words, context)?.map(targetAt) ?? null
}

/** Reads a list of places; `null` when a part of it cannot be read. */
export function readPlaces(words: string, context: Address): Target[] | null {
  const targets: Target[] = []
  let rest = words
  for (const [place] of words.matchAll(splitting)) {
    const last = targets.at(-1)
    const read = readPlace(place, last?.address.length ? last.address : context)
    if (!read) return null
    targets.push(...read)
    rest = rest.replace(place, '')
  }
  return targets.length && /^(?:[、，,和及]|以及)*$/.test(rest) ? targets : null
}
