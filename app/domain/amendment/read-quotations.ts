import type { Wording } from './instruction.ts'
import { numeralCharacters, toNumber } from '../text/numeral.ts'

/**
 * A decision parted into what orders and what is quoted. The words of an order stand without white space; each
 * quotation in them is one character of the private use area that names its place in `quotations`.
 */
export type Order = { line: number; words: string; quotations: Wording[]; unclosed: boolean }

const firstMark = 0xe000
/** Stands for a quotation inside an order. */
export const markOf = (index: number): string => String.fromCharCode(firstMark + index)
export const quotationAt = ({ quotations }: Pick<Order, 'quotations'>, mark: string): Wording =>
  quotations[mark.charCodeAt(0) - firstMark] ?? []
export const anyMark = '[\\ue000-\\uf8ff]'
export const isMark = (character: string): boolean => character >= '\ue000' && character <= '\uf8ff'

const privateUse = /[\ue000-\uf8ff]/g
const n = numeralCharacters
const labelled =
  /^(?:([〇零一二三四五六七八九十百千]+)、|[（(]([〇零一二三四五六七八九十百千]+)[)）]|([0-9０-９]+)[.．、])(.*)$/
const operation = new RegExp(
  `^(?:(?:将|把|在|对|原).{0,80}(?:修改为|改为第|增加|删[去除]|合并|单列|移作)|删[去除](?:第|《|刑法)|增加[${n}]+[条款项章节]|对部分|修改《|.{0,6}条文顺序)`,
)
const tail = /^(?:本(?:决定|修正案)自|根据本(?:决定|修正案)|《[^》]+》(?:[、和]《[^》]+》)*根据本决定|此外[，,])/
const unlabelled = new RegExp(
  `^(?:将.{0,60}(?:修改为|改为第)|在.{0,60}增加|删[去除]第|增加[${n}]+[条款项].{0,4}作为|原第[${n}]+[条款项]|第[${n}]+[款项条节章](?:至第[${n}]+[款项条节章])?(?:相应)?(?:修改为|改为|作为第|分为))`,
)
/** An order whose new wording comes with the next line. */
const awaits = new RegExp(
  `(?:(?:修改为|调整为)(?:第[${n}]+[条款项](?:之[${n}]+)?)?|作为(?:第[${n}]+[条款项章节](?:之[${n}]+)?[、至和]?)+|内容如下|规定|为)[：:]$`,
)
const bare = new RegExp(
  `((?:修改为|作为(?:第[${n}]+[条款项章节](?:之[${n}]+)?[、至和]?)+)[：:])([^“\\ue000-\\uf8ff].*)$`,
)

type Label = { form: number; number: number; rest: string }

function labelOf(line: string): Label | null {
  const found = labelled.exec(line)
  if (!found) return null
  const form = [1, 2, 3].find((group) => found[group])!
  return { form, number: toNumber(found[form]!) ?? 0, rest: found[4]! }
}

/** Whether a line begins an order, seen from inside a wording whose end was not marked. */
function opensOrder(line: string, numbers: readonly number[]): boolean {
  const label = labelOf(line)
  if (tail.test(line)) return true
  if (!label || !numbers[label.form]) return false
  return label.number === numbers[label.form]! + 1 && operation.test(label.rest)
}

const balanceOf = (words: string) => words.split('“').length - words.split('”').length

/** “ at the head of a further paragraph repeats the opening mark, unless it opens a quotation of its own. */
function repeatsOpening(line: string): boolean {
  if (!line.startsWith('“')) return false
  const balance = balanceOf(line.slice(1))
  return balance === 0 || (balance < 0 && /”[。；;，,]?$/.test(line)) || balance > 0
}

type Reader = { lines: string[]; at: number; orders: Order[]; numbers: number[] }

/** Reads one quotation from its opening mark; returns what stands behind its closing mark on that line. */
function readQuotation(reader: Reader, opened: string): { wording: Wording; rest: string; closed: boolean } {
  const wording: Wording = []
  let line = opened
  for (;;) {
    let depth = 1
    for (let at = 0; at < line.length; at++) {
      if (line[at] === '“') depth++
      if (line[at] === '”') depth--
      if (depth > 0) continue
      wording.push(line.slice(0, at))
      return { wording, rest: line.slice(at + 1), closed: true }
    }
    wording.push(line)
    const next = reader.lines[reader.at + 1]
    if (next === undefined || opensOrder(next, reader.numbers))
      return { wording, rest: '', closed: endsQuoted(wording) }
    reader.at++
    line = repeatsOpening(next) ? next.slice(1) : next
  }
}

/** A nested quotation without its closing mark lets the last mark of the wording close it. */
function endsQuoted(wording: Wording): boolean {
  const last = wording.at(-1)!
  if (!last.endsWith('”')) return false
  wording[wording.length - 1] = last.slice(0, -1)
  return true
}

function readUnquoted(reader: Reader, first: string | null): Wording {
  const wording = first ? [first] : []
  for (; reader.at + 1 < reader.lines.length; reader.at++) {
    const next = reader.lines[reader.at + 1]!
    const rest = labelOf(next)?.rest ?? next
    if (
      opensOrder(next, reader.numbers) ||
      unlabelled.test(next.replace(/\s+/g, '')) ||
      (rest !== next && unlabelled.test(rest))
    )
      break
    wording.push(next)
  }
  return wording
}

const quoteAhead = ({ lines, at }: Reader) => lines[at + 1]?.startsWith('“') ?? false

function readOrder(reader: Reader) {
  const order: Order = { line: reader.at + 1, words: '', quotations: [], unclosed: false }
  const mark = (wording: Wording) => {
    order.words += markOf(order.quotations.length)
    order.quotations.push(wording)
  }
  let rest = reader.lines[reader.at]!
  const label = labelOf(rest)
  if (label) reader.numbers[label.form] = label.number
  if (label && label.form === 1) reader.numbers.fill(0, 2)
  for (;;) {
    const open = rest.indexOf('“')
    if (open < 0) {
      const unquoted = bare.exec(rest.replace(/\s+/g, ''))
      if (unquoted) {
        order.words += rest.replace(/\s+/g, '').slice(0, unquoted.index) + unquoted[1]
        mark(readUnquoted(reader, unquoted[2]!))
        break
      }
      order.words += rest.replace(/\s+/g, '')
      if (!awaits.test(order.words)) break
      if (!quoteAhead(reader)) {
        mark(readUnquoted(reader, null))
        break
      }
      rest = reader.lines[++reader.at]!
      continue
    }
    order.words += rest.slice(0, open).replace(/\s+/g, '')
    const quotation = readQuotation(reader, rest.slice(open + 1))
    mark(quotation.wording)
    if (!quotation.closed) order.unclosed = true
    rest = quotation.rest
    // A wording whose paragraphs are quoted one by one goes on with the next line.
    if (rest === '' && quotation.closed && quoteAhead(reader)) rest = reader.lines[++reader.at]!
  }
  reader.orders.push(order)
}

/** Leaves of web pages before a paragraph: `- “……`. */
const tidy = (line: string) =>
  line
    .trim()
    .replace(/^[-*]\s+(?=[“（(])/, '')
    .replace(privateUse, '')

/** Parts a decision into its orders, in their order. White space at the ends of lines and empty lines are dropped. */
export function readOrders(words: string): Order[] {
  const numbered = words.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((line, index) => ({ line: tidy(line), index }))
  const kept = numbered.filter(({ line }) => line)
  const reader: Reader = { lines: kept.map(({ line }) => line), at: 0, orders: [], numbers: [0, 0, 0, 0] }
  for (; reader.at < reader.lines.length; reader.at++) readOrder(reader)
  return reader.orders.map((order) => ({ ...order, line: kept[order.line - 1]!.index + 1 }))
}

/** The words of an order as they were written, its quotations between their marks. */
export const expand = (words: string, order: Order): string =>
  words.replace(new RegExp(anyMark, 'g'), (mark) => `“${quotationAt(order, mark).join('\n')}”`)
