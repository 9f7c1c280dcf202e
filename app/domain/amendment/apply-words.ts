/** Words of one provision, folded as equality folds them, with the place of each character in the original. */
type Folded = { words: string; places: number[] }

const widthOffset = 0xfee0

function folded(words: string): Folded {
  const places: number[] = []
  let plain = ''
  for (let at = 0; at < words.length; at++) {
    const character = words[at]!
    if (/\s/.test(character)) continue
    plain +=
      character >= '！' && character <= '～' ? String.fromCharCode(character.charCodeAt(0) - widthOffset) : character
    places.push(at)
  }
  return { words: plain, places }
}

/** From where to where in the words of a provision. */
export type Span = { start: number; end: number }

/** All places of words in others, white space and width apart. */
export function findWords(text: string, wanted: string): Span[] {
  const [hay, needle] = [folded(text), folded(wanted).words]
  const spans: Span[] = []
  if (!needle) return spans
  for (let at = hay.words.indexOf(needle); at >= 0; at = hay.words.indexOf(needle, at + needle.length))
    spans.push({ start: hay.places[at]!, end: hay.places[at + needle.length - 1]! + 1 })
  return spans
}

const within = (span: Span, outer: Span) => outer.start <= span.start && span.end <= outer.end
const titles = /《[^》]*》/g

/** The places that stand in no title of another document: such words name it and are no words of this text. */
export function outsideTitles(text: string, spans: Span[]): Span[] {
  const named = [...text.matchAll(titles)].map(({ index, 0: title }) => ({ start: index, end: index + title.length }))
  return spans.filter(
    (span) => !named.some((title) => within(span, title) && span.end - span.start < title.end - title.start),
  )
}

/** The places of old words that are not part of the new ones: 法律委员会 within 宪法和法律委员会. */
export function notYetReplaced(text: string, spans: Span[], to: string): Span[] {
  const done = findWords(text, to)
  return spans.filter((span) => !done.some((one) => within(span, one) && one.end - one.start > span.end - span.start))
}

const conjunction = /^[，。、；：,;:（(和或及等的以与]/
const furthers = /^[并且]/
const clauseStart = /(?:^|[，。；：,;:])$/
const clauseEnd = /^(?:[，。；：,;:]|$)/

/**
 * The mark that joins words put behind (or before) others. Decisions of the 全国人民代表大会常务委员会 leave it out
 * (反垄断法 2022, 二十五、（一）（九）): words that join a whole clause follow a comma, all others 、.
 */
export function joiningMark(text: string, { start, end }: Span, words: string, side: 'before' | 'after'): string {
  if (side === 'after' && conjunction.test(words)) return ''
  if (side === 'before' && /[，。、；：,;:和或并及的]$/.test(words)) return ''
  if (clauseStart.test(text.slice(0, start)) && clauseEnd.test(text.slice(end))) return '，'
  return furthers.test(words) ? '' : '、'
}

export type Edit = Span & { words: string; no: number }

/** Edits that touch one another in the same words. */
export const overlapping = (one: Edit, other: Edit): boolean =>
  one.start === other.start && one.end === other.end
    ? one.words !== other.words || one.start !== one.end
    : one.start < other.end && other.start < one.end

const strength = '、，；。'
const mark = (character: string | undefined) => (character === undefined ? -1 : strength.indexOf(character))

/** What a deletion takes with it so that no mark stands twice or joins nothing: A，B，C without B is A，C. */
export function withMarks(text: string, span: Span): Span {
  const { start, end } = span
  const [left, right] = [mark(text[start - 1]), mark(text[end])]
  if (start === 0 && right >= 0 && right < 3) return { start, end: end + 1 }
  if (left >= 0 && right >= 0) return left > right ? { start, end: end + 1 } : { start: start - 1, end }
  if (left === 0 && right < 0) return { start: start - 1, end }
  if (right === 0 && left < 0) return { start, end: end + 1 }
  return span
}

/** The words with all edits made at once. */
export function edited(text: string, edits: readonly Edit[]): string {
  let words = ''
  let at = 0
  for (const { start, end, words: put } of [...edits].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    words += text.slice(at, start) + put
    at = end
  }
  return words + text.slice(at)
}
