import { fold } from './fold.ts'
import type { ProvisionKind } from './model.ts'
import { numeralCharacters, toNumber } from './numeral.ts'

/** A line that begins with a label: the label as written and the words behind it. */
export type LabelledLine = { kind: ProvisionKind; label: string; number: number; after: number; rest: string }

const n = numeralCharacters
const chinese = '零〇○一二三四五六七八九十百千'

const article = new RegExp(`^(第\\s*([${n}]+)\\s*条(?:\\s*之([${chinese}]+))?)(\\s*)(.*)$`, 's')
const division = new RegExp(`^(第\\s*([${n}]+)\\s*(分编|编|章|节))(\\s*)(.*)$`, 's')
const divisionKinds: Record<string, ProvisionKind> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }
const points: [ProvisionKind, RegExp][] = [
  ['point1', new RegExp(`^(([${chinese}]+)[、．.])\\s*(.*)$`, 's')],
  ['point2', new RegExp(`^([（(]\\s*([${chinese}]+)\\s*[)）][、．.]?)\\s*(.*)$`, 's')],
  ['point3', /^(([0-9０-９]{1,3})[.．、](?![0-9０-９]))\s*(.*)$/s],
  ['point4', /^(([（(]?)\s*([0-9０-９]{1,3})\s*[)）][、．.]?)\s*(.*)$/s],
]

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)))

const ordinal = '第'
/** What a line of the outline begins with: any other is none, and no pattern needs to be tried. */
const opensPoint = codesOf(`（(${chinese}0123456789０１２３４５６７８９`)

/** A provision that is cited at the head of a sentence goes on with one of these: 第十条规定的…, 第十条、第十一条. */
const continuesSentence = /^[第规所的、和至与或及中以前后，,。；;：]/
const sentenceEnds = codesOf('。；;，,：:')
const endsSentence = (words: string) => sentenceEnds.has(words.charCodeAt(words.length - 1))
const longestHeading = 60
/** 第九千九百九十九条 is ten characters long. */
const longestLabel = 10

const spaced = (space: string, rest: string) => rest === '' || space !== '' || /^[【（(［[]/.test(rest)

/** 第十条 and a space, as most articles begin: read without the pattern. */
function plainArticle(line: string): LabelledLine | null {
  const end = line.indexOf('条')
  const number = end > 1 && end < longestLabel ? toNumber(line.slice(1, end)) : null
  if (number === null || end + 1 === line.length) return null
  const rest = line.slice(end + 1).trimStart()
  const isSpaced = rest.length < line.length - end - 1
  return isSpaced && !rest.startsWith('之')
    ? { kind: 'article', label: line.slice(0, end + 1), number, after: 0, rest }
    : null
}

/** An article begins with its label set off by a space, or goes on from the article before it. */
export function readArticle(line: string, last: number): LabelledLine | null {
  if (!line.startsWith(ordinal)) return null
  const plain = plainArticle(line)
  if (plain) return plain
  const found = article.exec(line)
  if (!found) return null
  const [, label = '', numeral = '', behind, space = '', rest = ''] = found
  const number = toNumber(numeral)
  if (number === null) return null
  const continues = number === last + 1 && !continuesSentence.test(rest)
  if (!spaced(space, rest) && !continues && !(behind && !continuesSentence.test(rest))) return null
  return { kind: 'article', label, number, after: behind ? (toNumber(behind) ?? 0) : 0, rest }
}

/** A heading of 编, 分编, 章 or 节: short and without the mark that ends a sentence. */
export function readDivision(line: string): LabelledLine | null {
  const found = line.startsWith(ordinal) ? division.exec(line) : null
  if (!found) return null
  const [, label = '', numeral = '', word = '', space = '', rest = ''] = found
  const number = toNumber(numeral)
  if (number === null || rest.length > longestHeading || endsSentence(rest)) return null
  if (!spaced(space, rest) && continuesSentence.test(rest)) return null
  return { kind: divisionKinds[word]!, label, number, after: 0, rest }
}

/** A line of the outline 一、（一）1.（1）, named by its outline kind whatever grammar it stands in. */
export function readPoint(line: string): LabelledLine | null {
  if (!opensPoint.has(line.charCodeAt(0))) return null
  for (const [kind, pattern] of points) {
    const found = pattern.exec(line)
    if (!found) continue
    const label = found[1]!
    const rest = found.at(-1)!
    const number = toNumber(found[found.length - 2]!)
    if (number) return { kind, label, number, after: 0, rest }
  }
  return null
}

/** Headings that stand without a number: 刑法 has 附则 behind its parts, 宪法 begins with 序言. */
export const isBareHeading = (line: string): boolean =>
  line.length < 10 && /^(?:序言|前言|引言|附则|结语)$/.test(fold(line))

const date = /^(?:\d{2,4}|[零〇○一二三四五六七八九]{4}|20[×xX*_]{1,2}|[×xX*_]{2,4})年(?:.{1,3})月(?:.{1,3})日$/
const longestDate = 30

/** A line that is a date and nothing else, also with its day left open: 2026年×月×日. */
export const isDateLine = (line: string): boolean =>
  line.length <= longestDate && line.includes('日') && date.test(fold(line))

export const isTableRow = (line: string): boolean => line.startsWith('|') && /^\|.*\|$/.test(line)
export const isTableRule = (line: string): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/.test(line)

const opensDebris = codesOf('-*_=+!<#')

/** What web pages and mark-up leave behind in a text: rules, lists of links, images, tags. A sentence set off by a dash is none. */
export const isDebris = (line: string): boolean =>
  opensDebris.has(line.charCodeAt(0)) &&
  /^(?:[-*_=]{3,}|[-*+]\s+.*(?<![。；：])|!\[.*|<[^<>]*>.*|#{1,6}\s.*)$/.test(line)

export type AnnexLine = { label: string; colon: boolean; numbered: boolean; rest: string }
const annex = new RegExp(
  `^(附(?:件|表|图|录)?\\s*([${chinese}]{1,3}|[0-9０-９]{1,2})?)\\s*(?:([:：.．、])\\s*|\\s+|$)(.*)$`,
  's',
)

/** 附件, 附件1：…, 附表一 …, 附：… */
export function readAnnex(line: string): AnnexLine | null {
  const found = !line.startsWith('附') || isBareHeading(line) ? null : annex.exec(line)
  if (!found) return null
  const [, label = '', number, mark, rest = ''] = found
  return { label: label.trim() + (mark ?? ''), colon: mark === '：' || mark === ':', numbered: Boolean(number), rest }
}

/** A line that may stand alone above a text or below it: short, without a label, not the end of a sentence. */
export const isShortLine = (line: string, longest = 40): boolean =>
  line.length <= longest &&
  !endsSentence(line) &&
  !isTableRow(line) &&
  !isDebris(line) &&
  !readPoint(line) &&
  !readDivision(line) &&
  !/^第.{1,8}条/.test(line)

const office = /[府部委局厅院会署办行社司处心组关团室](?:[（(].*[)）])?$/
const holder = /^(?:总理|主席|省长|市长|县长|区长|州长|主任|部长|局长|厅长|署长)[\s：:]*[\u4e00-\u9fff·\s]{2,12}$/

/** A line that names who signs: an office, or a post and a name. */
export const namesSignatory = (line: string): boolean => isShortLine(line) && (office.test(line) || holder.test(line))
