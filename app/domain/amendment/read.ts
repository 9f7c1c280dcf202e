import { numeralCharacters } from '../text/numeral.ts'
import type { Instruction, Operation } from './instruction.ts'
import { spellOut } from './read-addresses.ts'
import { type Context, noContext } from './read-grammar.ts'
import { readStep } from './read-orders.ts'
import { anyMark, expand, isMark, type Order, quotationAt, readOrders } from './read-quotations.ts'

/** Sentences of a decision that order no change, by what they say instead. */
export type StatementKind =
  /** The title of the decision, who made it and when. */
  | 'head'
  /** Why, and of which text, before the first instruction; headings between instructions. */
  | 'lead'
  /** 本决定自……起施行. */
  | 'effect'
  /** 根据本决定作相应修改，重新公布. */
  | 'republication'
  /** 废止《……》. */
  | 'repeal'
  /** A rule of the decision's own that changes no words of the text. */
  | 'own-rule'

export type Statement = { line: number; quote: string; says: StatementKind }

/**
 * Words that order something and were not understood, with the document they speak of. `quotation`: a wording
 * whose closing mark is missing; its order was read as far as the next one. Lines count from 1.
 */
export type Unread = { line: number; quote: string; why: 'sentence' | 'quotation'; document: string }

export type DecisionDocument = { title: string; instructions: Instruction[] }

export type Decision = { documents: DecisionDocument[]; statements: Statement[]; unread: Unread[] }

const n = numeralCharacters
const label = new RegExp(
  `^(?:[〇零一二三四五六七八九十百千]+、|[（(][〇零一二三四五六七八九十百千]+[)）]|[0-9０-９]+[.．、]|第[${n}]+条(?=宪法))`,
)
const connector = /^(?:[，,。；;、：:\n]|并且|并|同时|此外|另外|以及|其中(?=第))+/
const lead =
  /(?:作(?:出|了)?(?:如下|以下|下列)?(?:补充|部分)?(?:修改|修正|修订|调整)(?:和(?:补充|修改))?|决定)[：:]?$|^内容如下[：:]?$/
const effect = /^(?:本(?:决定|修正案|办法|规定)|自).{0,40}(?:施行|实行|生效)$/
const republication = /根据本(?:决定|修正案).{0,60}(?:修改|修正|调整|公布|印发)|重新(?:公布|印发|发布)$/
const repeal = /^(?:自.{0,30}起，?)?(?:废止《|《.*》(?:同时)?(?:予以)?废止)/
const orderly = new RegExp(`${anyMark}|修改为|增加|删[去除]|改为第|合并|单列|移作|^(?:将|把|在第)`)
const purpose = /^(?:为了?|根据)[^。；]*?[，,](?=(?:将|在|把|对)?(?:刑法|本法)?第)/
const named = /《([^》]+)》/g
const sentence = /[。；;\n]/

function says(words: string): StatementKind | null {
  if (lead.test(words)) return 'lead'
  if (effect.test(words)) return 'effect'
  if (republication.test(words)) return 'republication'
  if (repeal.test(words)) return 'repeal'
  return orderly.test(words) ? null : 'own-rule'
}

type Reader = {
  decision: Decision
  documents: Map<string, DecisionDocument>
  /** The document that the words speak of, and what the decision calls a document for short (《解释》). */
  title: string
  short: Map<string, string>
  context: Context
  count: number
}

function documentOf(reader: Reader): DecisionDocument {
  const known = reader.documents.get(reader.title)
  if (known) return known
  const document: DecisionDocument = { title: reader.title, instructions: [] }
  reader.documents.set(reader.title, document)
  reader.decision.documents.push(document)
  return document
}

function speakOf(reader: Reader, name: string) {
  const title = reader.short.get(name) ?? name
  if (title === reader.title) return
  reader.title = title
  reader.context = noContext
}

/** The one text that the title or the words before the first order name; none when they name several. */
function subject(words: string): string | null {
  const amended = /(?:修改|对)((?:《[^》]+》(?:[（(][^）)]*[)）])?[、和]?)+)/.exec(words)?.[1]
  const names = [...(amended ?? '').replace(/[（(][^）)]*[)）]/g, '').matchAll(named)].map(([, name]) => name!)
  return names.length === 1 && !/》等[^。]{0,12}(?:件|部)/.test(words) ? names[0]! : null
}

function readLead(reader: Reader, words: string) {
  const name = subject(words)
  const abbreviation = /以下(?:简称|称)(?:为)?[《“]?([^》”）)]+)[》”]?[)）]/.exec(words)?.[1]
  if (name && abbreviation) reader.short.set(abbreviation, name)
  if (name) speakOf(reader, name)
}

const heading =
  /^(?:(?:将|对|修改)?《([^》]+)》(?:[（(][^）)]*[)）])?(?:作(?:出)?(?:如下|以下)?修改|(?:的)?修改|修改如下)?|(?:将|对|修改)《([^》]+)》作(?:出)?(?:如下|以下)?修改)[：:]?$/
const inline = /^(?:将|把|在|对|删[去除])?《([^》]+)》(?=(?:[（(][^）)]*[)）])?(?:原|的|中|第|名称|题目|序言))/

function state(reader: Reader, order: Order, words: string, kind: StatementKind) {
  reader.decision.statements.push({ line: order.line, quote: expand(words, order), says: kind })
}

function readRest(reader: Reader, order: Order, rest: string): number {
  const stop = rest.search(sentence)
  const words = stop < 0 ? rest : rest.slice(0, stop)
  const kind = says(words)
  if (kind) {
    state(reader, order, words, kind)
    if (kind === 'lead') readLead(reader, words)
    if (kind === 'republication' && /条文?顺序|(?:调整|变更).{0,4}顺序/.test(words))
      add(reader, order, words, { op: 'renumber-rest' })
  } else
    reader.decision.unread.push({
      line: order.line,
      quote: expand(words, order),
      why: 'sentence',
      document: reader.title,
    })
  return words.length
}

function add(reader: Reader, order: Order, words: string, operation: Operation) {
  const quote = expand(words, order)
  documentOf(reader).instructions.push({ no: ++reader.count, quote, document: reader.title || null, operation })
}

const flat = (order: Order) => (marks: string) => [...marks].filter(isMark).flatMap((mark) => quotationAt(order, mark))

function readBody(reader: Reader, order: Order, words: string) {
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at)
    const skipped = connector.exec(rest)?.[0].length ?? 0
    if (skipped) {
      at += skipped
      continue
    }
    const name = inline.exec(rest)?.[1]
    if (name) speakOf(reader, name)
    const step = readStep(words, at, reader.context, flat(order))
    if (!step) {
      at += readRest(reader, order, rest)
      continue
    }
    for (const operation of step.operations) add(reader, order, words.slice(at, at + step.length), operation)
    reader.context = step.context
    at += step.length
  }
}

function readOrder(reader: Reader, order: Order) {
  const found = label.exec(order.words)
  if (found) reader.context = noContext
  const words = spellOut(order.words.slice(found?.[0].length ?? 0))
  if (order.unclosed)
    reader.decision.unread.push({
      line: order.line,
      quote: expand(words, order),
      why: 'quotation',
      document: reader.title,
    })
  const titled = heading.exec(words)
  if (titled) {
    speakOf(reader, (titled[1] ?? titled[2])!)
    return state(reader, order, words, 'lead')
  }
  const reason = purpose.exec(words)?.[0] ?? ''
  if (reason) state(reader, order, reason, 'lead')
  readBody(reader, order, words.slice(reason.length))
}

const isHead = (words: string) =>
  /^[（(].*[)）]$/.test(words) || /^\d{4}年\d{1,2}月\d{1,2}日.{0,60}(?:通过|施行|公布|会议|实施)/.test(words)

function readHead(reader: Reader, [first, ...orders]: Order[]): Order[] {
  if (!first) return []
  const title = first.words
  if (!/(?:决定|修正案|通知|令|公告)(?:[（(].*[)）])?$/.test(title)) return [first, ...orders]
  state(reader, first, title, 'head')
  const amended = /^(.*?)修正案/.exec(title)?.[1]
  reader.title = (subject(title) ?? amended) || ''
  return orders
}

/**
 * Reads a decision that amends (修改决定, 修正案, 打包修改), whoever wrote it, into its instructions by document.
 * Every sentence ends as an instruction, as a statement that orders no change, or in `unread`; nothing is passed
 * over. A document without a title is one that the decision does not name.
 */
export function readDecision(words: string): Decision {
  const decision: Decision = { documents: [], statements: [], unread: [] }
  const reader: Reader = {
    decision,
    documents: new Map(),
    title: '',
    short: new Map(),
    context: noContext,
    count: 0,
  }
  for (const order of readHead(reader, readOrders(words))) {
    if (isHead(order.words) && !reader.count) state(reader, order, order.words, 'head')
    else readOrder(reader, order)
  }
  return decision
}
