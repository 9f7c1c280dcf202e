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
  | 'clause'
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

/** The pieces of a text in order, or of what stands from one place to another; joined they are the text again. */
export function tokens(text: string, terms: Lexicon, from = 0, to = text.length): Token[] {
  const found: Token[] = []
  for (let start = from; start < to; ) {
    const piece = tokenAt(text, start, terms)
    found.push(piece)
    start += piece.text.length
  }
  return found
}

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

/** No piece but a name goes on behind one of these, or 1，000. */
const clauseMarks = codesOf('，。；：')
const closesTitle = '》'.charCodeAt(0)
const lineEnd = '\n'.charCodeAt(0)
const isFigure = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)

const endsClause = (text: string, at: number) =>
  clauseMarks.has(text.charCodeAt(at)) && !isFigure(text.charCodeAt(at - 1))

/** The places behind the clauses of a text between two places, of which the first begins one. */
function clauseEnds(text: string, from: number, to: number): number[] {
  const ends: number[] = []
  let depth = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === opensTitle) depth++
    else if (code === closesTitle) depth = Math.max(0, depth - 1)
    else if (code === lineEnd) depth = 0
    else if (depth === 0 && endsClause(text, at)) ends.push(at + 1)
  }
  return ends
}

/** Where the first clause begins that the common end holds whole, behind all names that may begin before it. */
function firstClause(old: string, next: string, end: number): number {
  const start = Math.max(next.length - end, next.lastIndexOf('》') + 1)
  const by = old.length - next.length
  for (let at = start; at < next.length; at++)
    // What stands before the mark of these two places need not be common.
    if (endsClause(next, at - 1) && (at > start + 1 || endsClause(old, at + by - 1))) return at
  return next.length
}

/** Clauses that both texts have are left whole, but for those that may refer to a provision. */
function clauses(text: string, from: number, to: number, terms: Lexicon): Token[] {
  let start = from
  return [...clauseEnds(text, from, to), to].flatMap((end) => {
    const [first, words] = [start, text.slice(start, end)]
    start = end
    if (!words) return []
    return words.includes('第') ? tokens(text, terms, first, end) : [token('clause', words, first)]
  })
}

/** The pieces of two texts that differ. The clauses that they begin and end with alike are one piece each. */
export function tokensOfBoth(old: string, next: string, terms: Lexicon): [old: Token[], next: Token[]] {
  const shared = sharedStart(old, next)
  const beginning = clauseEnds(next, 0, shared).at(-1) ?? 0
  const end = firstClause(old, next, sharedEnd(old, next, shared))
  const by = old.length - next.length
  const before = clauses(next, 0, beginning, terms)
  const behind = clauses(next, end, next.length, terms)
  return [
    [
      ...before,
      ...tokens(old, terms, beginning, end + by),
      ...behind.map((piece) => ({ ...piece, start: piece.start + by })),
    ],
    [...before, ...tokens(next, terms, beginning, end), ...behind],
  ]
}
