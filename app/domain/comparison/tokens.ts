/**
 * Cuts Chinese legal text into the pieces that a difference may replace but never cut through: names of laws,
 * references, document numbers, dates, amounts with their units, Latin words, frequent terms. Everything else
 * is a single character. Dictionary segmentation is not used: it cuts by everyday words, differently in
 * different versions of a runtime, and is slow on long texts.
 */

export type TokenKind =
  | 'title'
  | 'reference'
  | 'number'
  | 'date'
  | 'amount'
  | 'latin'
  | 'term'
  | 'mark'
  | 'space'
  | 'character'
/** `key` is what it is compared by: its text, unless it names a provision (see `wordsOf`). */
export type Token = { kind: TokenKind; text: string; start: number; key: string }

const token = (kind: TokenKind, text: string, start: number): Token => ({ kind, text, start, key: text })

/** Terms made ready for looking up: by the code of the first character, longest first. */
export type Lexicon = ReadonlyMap<number, readonly string[]>

export function lexicon(terms: readonly string[]): Lexicon {
  const byFirst = new Map<number, string[]>()
  for (const term of terms) {
    if (term.length < 2) continue
    const first = term.charCodeAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), term])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return byFirst
}

const numeral = '[〇零一二三四五六七八九十百千万两]+'
const ordinal = `(?:${numeral}|[0-9０-９]+)`
const bracketed = `(?:[（(]${ordinal}[）)]|${ordinal})`
/** 第十条, 第十条之一第二款第（三）项, 第二章第一节; and the lower levels alone: 第二款第三项. */
const reference = [
  `第${ordinal}(?:编|分编|章|节)(?:第${ordinal}节)?`,
  `第${ordinal}条(?:之${numeral})?(?:第${ordinal}款)?(?:第${bracketed}项)?(?:第${bracketed}目)?`,
  `第${ordinal}款(?:第${bracketed}项)?(?:第${bracketed}目)?`,
  `第${bracketed}项(?:第${bracketed}目)?`,
].join('|')
const documentNumber = '[〔［[【][12][0-9]{3}[〕］\\]】]第?[0-9]+号|第[0-9]+号'
const year = '(?:[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3})年'
const date = `${year}(?:${ordinal}月(?:${ordinal}日)?)?|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日`
const digits = '[0-9０-９]+(?:[.．,，][0-9０-９]+)*'
/** Units after which a numeral is an amount. Those that begin everyday words (分, 点, 种, 条) are left out. */
export const units = [
  '个工作日',
  '个自然日',
  '个月',
  '个',
  '工作日',
  '日',
  '天',
  '周',
  '年',
  '小时',
  '分钟',
  '万元',
  '亿元',
  '元',
  '倍',
  '人',
  '名',
  '次',
  '件',
  '份',
  '周岁',
  '岁',
  '平方米',
  '平方公里',
  '立方米',
  '公里',
  '千米',
  '米',
  '厘米',
  '公斤',
  '千克',
  '克',
  '吨',
  '亩',
  '公顷',
  '级',
  '%',
  '％',
  '‰',
  '℃',
]
const unit = [...units].sort((a, b) => b.length - a.length).join('|')
const amount = `百分之${numeral}(?:点${numeral})?|${numeral}分之${numeral}|(?:${digits}|${numeral})[余多]?[亿万千百]?(?:${unit})`

/** What the groups of the scanner find, in their order. */
const scanned = ['reference', 'number', 'date', 'amount', 'latin', 'space', 'mark'] as const

const scanner = new RegExp(
  [
    `(${reference})`,
    `(${documentNumber})`,
    `(${date})`,
    `(${amount}|${digits})`,
    "([A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]*(?:[-'’._][A-Za-z0-9]+)*)",
    '(\\s+)',
    '([\\p{P}\\p{S}])',
  ].join('|'),
  'uy',
)

/** The end of a name in 《 》, which may hold other names in 〈 〉 or 《 》; `start` when it is never closed. */
function titleEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '《') depth++
    if (text[at] === '》' && --depth === 0) return at + 1
    if (text[at] === '\n') return start
  }
  return start
}

function termAt(text: string, start: number, terms: Lexicon): string | undefined {
  const known = terms.get(text.charCodeAt(start))
  if (known) for (const term of known) if (text.startsWith(term, start)) return term
  return undefined
}

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)))

/** The marks that come most often and begin nothing longer than themselves. */
const loneMarks = codesOf('，。、；：（）“”')
/** What a Han character may begin besides itself and a term. */
const opensScan = codesOf('第一二三四五六七八九十百千万两零')
const opensTitle = '《'.charCodeAt(0)

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

function scan(text: string, start: number): Token | null {
  scanner.lastIndex = start
  const match = scanner.exec(text)
  if (!match) return null
  for (let group = 0; group < scanned.length; group++)
    if (match[group + 1] !== undefined) return token(scanned[group]!, match[0], start)
  return null
}

function tokenAt(text: string, start: number, terms: Lexicon): Token {
  const code = text.charCodeAt(start)
  if (loneMarks.has(code)) return token('mark', text[start]!, start)
  if (code === opensTitle) {
    const end = titleEnd(text, start)
    if (end > start) return token('title', text.slice(start, end), start)
  }
  if (!isHan(code) || opensScan.has(code)) {
    const found = scan(text, start)
    if (found) return found
  }
  const term = termAt(text, start, terms)
  if (term) return token('term', term, start)
  return token('character', isHan(code) ? text[start]! : String.fromCodePoint(text.codePointAt(start)!), start)
}

/** The pieces of a text in order; joined they are the text again. */
export function tokens(text: string, terms: Lexicon): Token[] {
  const found: Token[] = []
  for (let start = 0; start < text.length; ) {
    const piece = tokenAt(text, start, terms)
    found.push(piece)
    start += piece.text.length
  }
  return found
}

/** Nothing but a name that is never closed is cut by what stands so many characters behind it. */
const farthestAhead = 40

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}

/** How long the common end is beyond the common beginning. */
function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  let length = 0
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length++
  return length
}

/** The pieces of two texts; what they begin and end with alike is cut once. */
export function tokensOfBoth(old: string, next: string, terms: Lexicon): [old: Token[], next: Token[]] {
  const ours = tokens(old, terms)
  const theirs: Token[] = []
  const beginning = sharedStart(old, next)
  const end = next.length - sharedEnd(old, next, beginning)
  let [at, start] = [0, 0]
  for (; at < ours.length; at++) {
    const { text } = ours[at]!
    if (start + text.length > beginning - farthestAhead || text === '《') break
    theirs.push(ours[at]!)
    start += text.length
  }
  // A piece depends on nothing before it: where both are cut at one place of the common end, all behind is alike.
  const by = next.length - old.length
  while (start < next.length) {
    while (at < ours.length && ours[at]!.start + by < start) at++
    if (start >= end && at < ours.length && ours[at]!.start + by === start) break
    const piece = tokenAt(next, start, terms)
    theirs.push(piece)
    start += piece.text.length
  }
  if (start < next.length)
    for (; at < ours.length; at++) {
      const { kind, text, start: before } = ours[at]!
      theirs.push(token(kind, text, before + by))
    }
  return [ours, theirs]
}
