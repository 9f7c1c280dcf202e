import { isPlainDate, type PlainDate } from '../base/date.ts'
import { fold } from '../text/fold.ts'
import { readLabel } from '../text/label.ts'
import { readArticle, readDivision, readPoint } from '../text/line.ts'
import { type LegalText, type Provision, textFormat } from '../text/model.ts'
import { toNumber } from '../text/numeral.ts'
import { readValidity } from '../text/validity.ts'
import type { FromReading, RepealClause, VersionFacts } from './library.ts'
import { namesDocument } from './marks.ts'

/** What comes with a text from outside it, such as a file name or an index. It counts where the text is silent. */
export type Declared = { date?: PlainDate; firstDate?: PlainDate; from?: PlainDate }

const n = '0-9零〇○一二三四五六七八九十'
const day = `([${n}]{4})年([${n}]{1,3})月([${n}]{1,3})日`
const event = new RegExp(
  `${day}((?:(?!${day})[^。]){0,160}?)(通过|公布|发布|颁布|印发|批准|修订|修正|修改)(?!〈|《|<|的决定)`,
  'g',
)
const amendment = /修订|修正|修改/
const headLinesAtMost = 40

function dateOf(year: string, month: string, date: string): PlainDate | null {
  const parts = [year, month, date].map(toNumber)
  if (parts.includes(null)) return null
  const plain = parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  return isPlainDate(plain) ? plain : null
}

type History = { told: Array<{ date: PlainDate; amends: boolean }>; inForce: PlainDate | null }

const forceInHead = new RegExp(`${day}(?:(?!${day})[^。;]){0,60}?(?:公布施行|发布施行|起施行|(?<=日)施行)`)

/** The days that the lines under the title tell of: when it was made, published, amended, and put into force. */
function history(lines: readonly string[]): History {
  const body = lines.findIndex((line, at) => at > 0 && (readArticle(line, 0) ?? readDivision(line) ?? readPoint(line)))
  const head = fold(lines.slice(0, Math.min(body < 0 ? headLinesAtMost : body, headLinesAtMost)).join('；'))
  const told = [...head.matchAll(event)].flatMap(([, year, month, date, between, , , , what]) => {
    const on = dateOf(year!, month!, date!)
    return on ? [{ date: on, amends: amendment.test(what ?? between!) }] : []
  })
  const force = forceInHead.exec(head)
  return { told, inForce: force && dateOf(force[1]!, force[2]!, force[3]!) }
}

const paragraph = (id: string, text: string): Provision => ({ id, kind: 'paragraph', text, children: [] })
const label = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]+)?\s*/

type Line = { words: string; place: string }

/** Lines without their article's label, each with the label it stands under. */
function placed(lines: readonly string[]): Line[] {
  let place = ''
  let last = 0
  return lines.map((line) => {
    const article = readArticle(line, last)
    if (!article) return { words: line, place }
    place = article.label.replace(/\s/g, '')
    last = readLabel(place)?.number ?? last
    return { words: line.replace(label, ''), place }
  })
}

const textOf = (lines: readonly Line[]): LegalText => ({
  format: textFormat,
  children: lines.map(({ words }, at) => paragraph(String(at), words)),
})

/** 《…》中有关…的规定同时废止 takes away part of an act only. */
const partly =
  /》(?:（[^）]*）|\([^()]*\))?(?:中|第[^，。；、]*?[条款项]|[^，。；、《]*?(?:部分|有关规定|相关规定|的规定))[^，。；《]*?废止/
const wholly = /废止/

function repealsIn(lines: readonly Line[]): RepealClause[] {
  const speaking = lines.filter(({ words }) => wholly.test(words) && words.includes('《'))
  const read = readValidity(textOf(speaking)).repeals.flatMap(({ title, number, clauseId }) => {
    const { words, place } = speaking[Number(clauseId)]!
    const sentence = words.split(/(?<=[。；;])/).find((one) => fold(one).includes(`《${title}》`)) ?? words
    const behind = fold(sentence).slice(fold(sentence).indexOf(`《${title}》`))
    if (partly.test(behind)) return []
    return [{ title, ...(number && { number }), place, quote: sentence.trim() }]
  })
  return [...read, ...listed(lines)]
}

const quoted = /\u300a(.+)\u300b/g
const opensList = /废止[:：]$/
const listEntry = /^\s*(?:[（(]?[零〇一二三四五六七八九十百\d]+[)）、.．]|《)/

/** 下列规定同时废止： and a list below it. */
function listed(lines: readonly Line[]): RepealClause[] {
  const found: RepealClause[] = []
  let under: Line | null = null
  for (const line of lines) {
    if (opensList.test(line.words)) under = line
    else if (under && listEntry.test(line.words)) {
      const titles = [...line.words.matchAll(quoted)].map(([, title]) => title!)
      const plain = line.words
        .replace(/^\s*[（(]?[零〇一二三四五六七八九十百\d]+[)）、.．]?\s*/, '')
        .replace(/[。；;]\s*$/, '')
      for (const title of titles.length > 0 ? titles : namesDocument(plain) ? [plain] : [])
        found.push({ title, place: under.place, quote: `${under.words}${line.words}` })
    } else under = null
  }
  return found
}

const speaksOfForce = /施行|实施|执行|生效|试行|有效期/
const closingLines = 400

/**
 * Reads when a wording of an act was made, from when and how long it is in force, and what it repeals, from its own
 * words: the lines under the title, the clauses on entry into force and the clauses of repeal. What is declared
 * counts only where the text is silent.
 */
export function readVersionFacts(source: string, declared: Declared = {}): VersionFacts {
  const lines = source
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter(Boolean)
  const { told, inForce } = history(lines)
  const days = told.map(({ date }) => date).sort()
  const date = days.at(-1) ?? declared.date ?? null
  const firstDate = days[0] ?? declared.firstDate ?? declared.date ?? null
  const rows = placed(lines)
  const closing = textOf(rows.filter(({ words }) => speaksOfForce.test(words)).slice(-closingLines))
  const { effective, end } = readValidity(closing, firstDate ?? undefined)
  const [from, fromReading]: [PlainDate | null, FromReading] = effective.date
    ? [effective.date, effective.reading === 'stated' ? 'stated' : 'published']
    : inForce
      ? [inForce, 'stated']
      : declared.from
        ? [declared.from, 'declared']
        : [null, 'unknown']
  return {
    date,
    firstDate,
    from,
    fromReading,
    amended: [...new Set(told.filter(({ amends }) => amends).map((one) => one.date))].sort(),
    ends: end.flatMap((one) => (one.date ? [one.date] : [])),
    repeals: repealsIn(rows),
  }
}
