import { carryIdentity } from './carry-identity.ts'
import { fold, withoutZeroWidth } from './fold.ts'
import { closeUp, isAboveTitle, isAddressee, readContents, readNote, readTitle } from './head.ts'
import { settleLabels } from './irregular.ts'
import {
  type AnnexLine,
  isBareHeading,
  isDateLine,
  isDebris,
  isShortLine,
  isTableRow,
  isTableRule,
  type LabelledLine,
  namesSignatory,
  readAnnex,
  readArticle,
  readDivision,
  readPoint,
} from './line.ts'
import { readLabel } from './label.ts'
import { type LegalText, type NewId, type Provision, type ProvisionKind, textFormat } from './model.ts'
import { textOutline } from './text-outline.ts'

/** Rank of the kinds in one text: a node closes what ranks with it or below it. */
const ranks: Partial<Record<ProvisionKind, number>> = {
  part: 10,
  subpart: 11,
  chapter: 12,
  section: 13,
  point1: 14,
  article: 20,
  paragraph: 21,
  point2: 22,
  subparagraph: 23,
  point3: 24,
  item: 25,
  point4: 26,
}
const rank = (kind: ProvisionKind) => ranks[kind] ?? 0

/** The text that lines are being added to: the outer one, an enclosed one or an annex. */
type Scope = {
  kind: 'outer' | 'enclosure' | 'annex'
  children: Provision[]
  /** Open provisions from the outside in. */
  open: Provision[]
  lastArticle: number
  hasParts: boolean
  /** The date under the body has been read: what follows is enclosed, annexed or a note. */
  closed: boolean
}

type Reader = {
  lines: string[]
  at: number
  newId: NewId
  /** Labels as they were read. */
  labels: Map<Provision, string>
  root: Provision[]
  scope: Scope
  /** Where an annex goes: the outer text or the enclosed one. */
  host: Scope
  outer: Scope
  /** Folded names of texts that the carrier says it encloses. */
  enclosed: Set<string>
  /** 一、 heads groups of articles, as in judicial interpretations. */
  pointsHeadArticles: boolean
}

const scopeOver = (kind: Scope['kind'], children: Provision[]): Scope => ({
  kind,
  children,
  open: [],
  lastArticle: 0,
  hasParts: false,
  closed: false,
})

function node({ newId, labels }: Reader, kind: ProvisionKind, text: string, label?: string): Provision {
  const made: Provision = { id: newId(), kind, text, children: [] }
  if (label !== undefined) labels.set(made, label)
  return made
}

const innermost = (scope: Scope) => scope.open.at(-1)
const childrenOf = (scope: Scope) => innermost(scope)?.children ?? scope.children

function close(scope: Scope, until: (provision: Provision) => boolean) {
  while (scope.open.length && !until(scope.open.at(-1)!)) scope.open.pop()
}

function append(reader: Reader, provision: Provision, opens: boolean) {
  childrenOf(reader.scope).push(provision)
  if (opens) reader.scope.open.push(provision)
}

/** Furniture stands in the text itself, below no provision. */
function appendToText(reader: Reader, provision: Provision) {
  reader.scope.open.length = 0
  reader.scope.children.push(provision)
}

const openOf = (scope: Scope, kind: ProvisionKind) => scope.open.some((provision) => provision.kind === kind)

function readHead(reader: Reader) {
  const { lines, scope } = reader
  const add = (kind: ProvisionKind, words: string, end: number) => {
    scope.children.push(node(reader, kind, words))
    reader.at = end
  }
  while (reader.at < lines.length && isAboveTitle(lines[reader.at]!)) add('note', lines[reader.at]!, reader.at + 1)
  const title = readTitle(lines, reader.at)
  if (title) add('title', title.words, title.end)
  for (;;) {
    const line = lines[reader.at]
    if (line === undefined) return
    const contents = readContents(lines, reader.at)
    const note = (contents ?? !title) ? null : readNote(lines, reader.at)
    if (contents) add('contents', contents.words, contents.end)
    else if (note) add('note', note.words, note.end)
    else if (isDebris(line)) add('unrecognised', line, reader.at + 1)
    else if (title && isAddressee(line)) return add('addressee', line, reader.at + 1)
    else return
  }
}

function addTable(reader: Reader) {
  const rows: string[] = []
  let rule: string | undefined
  for (; reader.at < reader.lines.length && isTableRow(reader.lines[reader.at]!); reader.at++) {
    const line = reader.lines[reader.at]!
    if (rows.length === 1 && rule === undefined && isTableRule(line)) rule = line
    else rows.push(cellsOf(line).join(' | '))
  }
  append(reader, node(reader, 'table', rows.join('\n'), rule), false)
}

const cellsOf = (row: string) =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

function openArticle(reader: Reader, { label, number, after, rest }: LabelledLine) {
  const { scope } = reader
  // A 一、 that stands in an article ends with it; one that heads articles stays open.
  if (openOf(scope, 'article')) {
    close(scope, ({ kind }) => kind === 'article')
    scope.open.pop()
  }
  close(scope, ({ kind }) => rank(kind) < rank('article'))
  const article = node(reader, 'article', '', label)
  if (after) article.after = true
  append(reader, article, true)
  scope.lastArticle = number
  reopen(reader)
  if (rest) openParagraph(reader, rest)
}

/** The first article or division behind a signature: that was one of the order of promulgation (主席令), above the text. */
function reopen({ scope }: Reader) {
  scope.closed = false
}

function openParagraph(reader: Reader, text: string) {
  close(reader.scope, ({ kind }) => rank(kind) < rank('paragraph'))
  append(reader, node(reader, 'paragraph', text), true)
}

/** A heading may be broken behind its number: 第一章 on one line, 总则 on the next. */
function headingBelow(reader: Reader): string {
  const below = reader.lines[reader.at]
  if (below === undefined || !isShortLine(below) || isBareHeading(below) || readAnnex(below)) return ''
  reader.at++
  return below
}

function openDivision(reader: Reader, { kind, label, rest }: LabelledLine) {
  const { scope } = reader
  close(scope, (open) => rank(open.kind) < rank(kind))
  if (kind === 'part') scope.hasParts = true
  append(reader, node(reader, kind, closeUp(rest || headingBelow(reader)), label), true)
  reopen(reader)
}

function openBareHeading(reader: Reader, line: string) {
  const kind = reader.scope.hasParts ? 'part' : 'chapter'
  close(reader.scope, (open) => rank(open.kind) < rank(kind))
  append(reader, node(reader, kind, closeUp(line), ''), true)
}

const articleKinds: Partial<Record<ProvisionKind, ProvisionKind>> = { point2: 'subparagraph', point3: 'item' }

function headsArticles(reader: Reader, { kind, rest }: LabelledLine) {
  return kind === 'point1' && reader.pointsHeadArticles && isShortLine(rest)
}

/** （二） behind plain paragraphs goes on with the list of （一）: those paragraphs belong to （一）. */
function resumeList({ scope: { open }, labels }: Reader, kind: ProvisionKind, { number }: LabelledLine) {
  const article = open.find((provision) => provision.kind === 'article')
  if (!article || number === 1 || open.some((provision) => provision.kind === kind)) return
  const at = article.children.findLastIndex(({ children }) => children.at(-1)?.kind === kind)
  const list = article.children[at]
  const before = list?.children.at(-1)
  if (!list || !before || readLabel(labels.get(before) ?? '')?.number !== number - 1) return
  before.children.push(...article.children.splice(at + 1))
  open.splice(open.indexOf(article) + 1, Number.POSITIVE_INFINITY, list, before)
}

function openPointInArticle(reader: Reader, line: LabelledLine) {
  const { scope } = reader
  resumeList(reader, articleKinds[line.kind] ?? line.kind, line)
  if (headsArticles(reader, line)) close(scope, ({ kind }) => rank(kind) < rank('point1'))
  else if (line.kind === 'point1') close(scope, ({ kind }) => kind === 'paragraph' || kind === 'article')
  else {
    const kind = articleKinds[line.kind] ?? line.kind
    const nested = line.number === 1 && !openOf(scope, kind) && introducesList(innermost(scope))
    close(scope, (open) => nested || open.kind === 'article' || open.kind === 'paragraph' || isAbove(open.kind, kind))
  }
  append(reader, node(reader, articleKinds[line.kind] ?? line.kind, line.rest, line.label), true)
}

/** 一、 inside an article stands between 款 and 项. */
const isAbove = (above: ProvisionKind, below: ProvisionKind) => above === 'point1' || rank(above) < rank(below)

const introducesList = (provision: Provision | undefined) => {
  const words = provision?.children.at(-1)?.text ?? provision?.text
  return words !== undefined && /[:：]$/.test(words)
}

function openPoint(reader: Reader, line: LabelledLine) {
  const { scope } = reader
  if (openOf(scope, 'article')) return openPointInArticle(reader, line)
  const { kind } = line
  if (openOf(scope, kind)) {
    close(scope, (open) => open.kind === kind)
    scope.open.pop()
  } else if (!(line.number === 1 && introducesList(innermost(scope)))) {
    close(scope, (open) => rank(open.kind) < rank(kind))
  }
  append(reader, node(reader, kind, line.rest, line.label), true)
}

const listEnd = /[。.]$/
const listGoesOn = /[；;]$/

/** A list of points parted by semicolons is over with its full stop: the next plain line belongs to what introduced it. */
function closeFinishedLists({ open, children }: Scope) {
  for (
    let last = open.at(-1);
    last && last.kind !== 'point1' && rank(last.kind) > rank('paragraph');
    last = open.at(-1)
  ) {
    const siblings = open.at(-2)?.children ?? children
    const before = siblings[siblings.indexOf(last) - 1]
    if (!listEnd.test(last.text) || before?.kind !== last.kind || !listGoesOn.test(before.text)) return
    open.pop()
  }
}

function addPlain(reader: Reader, line: string) {
  const { scope } = reader
  if (openOf(scope, 'article')) return openParagraph(reader, line)
  closeFinishedLists(scope)
  append(reader, node(reader, 'paragraph', line), false)
}

const signatureLinesAtMost = 24
/** So near above the date any short line is taken for a signature; farther up it has to name an office. */
const nearDate = 2
const longestSignature = 24

/** Length of the block of signatures that ends in a date; 0 when the lines here are none. */
function signatureLength({ lines, at }: Reader): number {
  for (let end = at; end < lines.length && end - at <= signatureLinesAtMost; end++) {
    const line = lines[end]!
    if (isDateLine(line)) return lines.slice(at, Math.max(at, end - nearDate)).every(namesSignatory) ? end - at + 1 : 0
    const short = namesSignatory(line) || isShortLine(line, longestSignature)
    if (!short || isBareHeading(line) || readAnnex(line)) return 0
  }
  return 0
}

function addSignature(reader: Reader, length: number) {
  for (let left = length; left > 0; left--) {
    const line = reader.lines[reader.at++]!
    appendToText(reader, node(reader, left === 1 ? 'date' : 'signature', line))
  }
  reader.scope.closed = true
}

function nextIsSignature(reader: Reader, ahead: number) {
  for (let at = reader.at + 1; at < Math.min(reader.lines.length, reader.at + ahead); at++) {
    if (signatureLength({ ...reader, at })) return true
    if (readAnnex(reader.lines[at]!)) return false
  }
  return false
}

const listLinesAtMost = 30

/** 附件：1.… before the signature lists what is attached; 附件 after it, or with a text behind it, is an annex. */
function isAttachmentList(reader: Reader, { colon, numbered, rest }: AnnexLine) {
  const below = reader.lines[reader.at + 1]
  if (!colon) return false
  if (rest && !numbered) return true
  const more = below !== undefined && Boolean(readAnnex(below)?.rest)
  return !reader.scope.closed && (more || nextIsSignature(reader, rest ? 2 : listLinesAtMost))
}

function addAttachmentList(reader: Reader) {
  const words = [reader.lines[reader.at++]!]
  let last = readPoint(readAnnex(words[0]!)!.rest)?.number ?? 0
  for (; reader.at < reader.lines.length; reader.at++) {
    const line = reader.lines[reader.at]!
    const point = readPoint(line)
    if (
      !(point && point.number === last + 1) &&
      !(readAnnex(line)?.numbered && readAnnex(line)?.rest && !reader.scope.closed)
    )
      break
    last = point?.number ?? last
    words.push(line)
  }
  appendToText(reader, node(reader, 'attachment-list', words.join('\n')))
}

function openAnnex(reader: Reader, { label, rest }: AnnexLine) {
  const { host } = reader
  const annex = node(reader, 'annex', '', label)
  host.open.length = 0
  host.children.push(annex)
  reader.scope = scopeOver('annex', annex.children)
  reader.at++
  if (rest) annex.children.push(node(reader, 'title', rest))
  if (!rest || reader.lines[reader.at]?.startsWith('（')) readAnnexHead(reader, rest === '')
}

/** An annex without a title of its own begins with its body: only a short first line is taken for one. */
function readAnnexHead(reader: Reader, untitled: boolean) {
  const first = reader.lines[reader.at]
  if (first === undefined || isTableRow(first)) return
  if (untitled) return readHead(reader)
  const note = readNote(reader.lines, reader.at)
  if (!note) return
  reader.scope.children.push(node(reader, 'note', note.words))
  reader.at = note.end
}

const afterText = /^(?:抄送|主送|主题词|印发|联系人|联系电话|发送|分送|报送|抄报)|印发$/

function startsEnclosure({ scope, outer, enclosed, lines, at }: Reader): boolean {
  const expected = scope.closed || (scope === outer && enclosed.size > 0)
  if (!expected || scope.kind === 'annex') return false
  const title = readTitle(lines, at)
  if (!title || afterText.test(lines[at]!)) return false
  return scope.closed || enclosed.has(fold(title.words))
}

function openEnclosure(reader: Reader) {
  const { outer } = reader
  const enclosure = node(reader, 'enclosure', '')
  outer.open.length = 0
  outer.children.push(enclosure)
  reader.scope = scopeOver('enclosure', enclosure.children)
  reader.host = reader.scope
  readHead(reader)
}

function addLine(reader: Reader) {
  const { lines, scope } = reader
  const line = lines[reader.at]!
  if (isTableRow(line)) return addTable(reader)
  if (startsEnclosure(reader)) return openEnclosure(reader)
  const signature = signatureLength(reader)
  if (signature) return addSignature(reader, signature)
  const annex = readAnnex(line)
  if (annex && isAttachmentList(reader, annex)) return addAttachmentList(reader)
  if (annex) return openAnnex(reader, annex)
  reader.at++
  const labelled = readArticle(line, scope.lastArticle) ?? readDivision(line) ?? readPoint(line)
  if (labelled?.kind === 'article') return openArticle(reader, labelled)
  if (labelled && rank(labelled.kind) < rank('point1')) return openDivision(reader, labelled)
  if (labelled) return openPoint(reader, labelled)
  if (isBareHeading(line)) return openBareHeading(reader, line)
  if (isDebris(line)) return append(reader, node(reader, 'unrecognised', line), false)
  if (scope.closed) return appendToText(reader, node(reader, 'note', line))
  return addPlain(reader, line)
}

/** Other line ends than a line feed, and what has no width: rare, and looked for once. */
const odd = /[\r\f\v\u0085\u2028\u2029\u200b-\u200d\u2060\ufeff]/
const anyBreak = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/

function linesOf(source: string): string[] {
  const lines: string[] = []
  for (const line of odd.test(source) ? withoutZeroWidth(source).split(anyBreak) : source.split('\n')) {
    const words = line.trim()
    if (words) lines.push(words)
  }
  return lines
}

/**
 * Reads a text as it was typed, pasted or taken from a file into the tree. Every line is kept, nothing is
 * refused: what was not understood is `unrecognised`. `newId` must never give an id that was given before.
 * With a previous version the ids of its provisions are carried over (see `carryIdentity`).
 */
export function parse(source: string, newId: NewId, previous?: LegalText): LegalText {
  const lines = linesOf(source)
  const root: Provision[] = []
  const outer = scopeOver('outer', root)
  const labels = new Map<Provision, string>()
  const reader: Reader = { lines, at: 0, newId, labels, root, scope: outer, host: outer, outer, ...textOutline(lines) }
  readHead(reader)
  while (reader.at < lines.length) addLine(reader)
  const text: LegalText = { format: textFormat, children: root }
  settleLabels(text, labels)
  return previous ? carryIdentity(text, previous) : text
}
