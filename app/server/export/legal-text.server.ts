import type { FileChild, Paragraph, ParagraphChild, Table } from 'docx'
import type { LegalText, Provision, ProvisionKind } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import { blank, body, type Face, line, title, typeAreaWidth, words } from './paper.server.ts'
import { cell, table } from './tables.server.ts'

export type IssuedParts = {
  /** What stands between the title and the signature, from a note under the title to the list of attachments. */
  main: FileChild[]
  /** 附注 under the date. */
  remarks: string[]
  /** Enclosed text and annexes, each begun on a page of its own. */
  attached: FileChild[]
}

/** A text in either grammar, set as an official document. Labels come from position, as everywhere. */
export function setText(text: LegalText): FileChild[] {
  const setter = new Setter(text)
  return text.children.flatMap((provision) => setter.set(provision))
}

const setByHead: ReadonlySet<ProvisionKind> = new Set(['title', 'addressee', 'signature', 'date'])
const attachedKinds: ReadonlySet<ProvisionKind> = new Set(['enclosure', 'annex'])
/** The number of a document (发文字号) alone on its line. */
const documentNumber = /^[^\s〔〕]+〔\d{4}〕\d+号$/

/**
 * The same for a document that is issued: head and signature are set from what was decided, whatever the draft said of them,
 * and lines above the title, or a number below it, are an older letterhead.
 */
export function setIssued(text: LegalText): IssuedParts {
  const { children } = text
  const setter = new Setter(text, lastWordsOf(children))
  const titleAt = children.findIndex(({ kind }) => kind === 'title')
  const dateAt = children.findIndex(({ kind }) => kind === 'date')
  const parts: IssuedParts = { main: [], remarks: [], attached: [] }
  children.forEach((provision, index) => {
    const { kind } = provision
    const isOlderHead = kind === 'note' && (index < titleAt || documentNumber.test(provision.text))
    if (setByHead.has(kind) || isOlderHead) return
    if (kind === 'note' && dateAt >= 0 && index > dateAt) parts.remarks.push(provision.text)
    else (attachedKinds.has(kind) ? parts.attached : parts.main).push(...setter.set(provision))
  })
  return parts
}

/** The last provision before the signature: it stays on the page of the signature. */
function lastWordsOf(children: readonly Provision[]): Provision | null {
  const last = children.findLast(({ kind }) => !setByHead.has(kind) && kind !== 'note' && !attachedKinds.has(kind))
  return last ? (lastWordsOf(last.children) ?? last) : null
}

/** The words of the title of a text, or of the text that it encloses. */
export const titleOf = (text: LegalText): string => text.children.find(({ kind }) => kind === 'title')?.text ?? ''

const headingFaces: Partial<Record<ProvisionKind, Face>> = { point1: 'heading', point2: 'subheading' }
/** A longer sentence is no heading, even where it is the first. */
const longestHeading = 40

class Setter {
  readonly #labels: Map<Provision, string>

  readonly #last: Provision | null

  /** `last` stays on one page with what follows. */
  constructor(text: LegalText, last: Provision | null = null) {
    this.#last = last
    this.#labels = new Map(place(text).map((placed) => [placed.provision, printedLabel(placed)]))
  }

  set(provision: Provision): FileChild[] {
    const { kind, text, children } = provision
    const label = this.#labels.get(provision) ?? ''
    switch (kind) {
      case 'title':
        return [...title(text), blank()]
      case 'note':
        return [...lines(text).map((part) => line(part, { face: 'subheading', align: 'center' })), blank()]
      case 'contents':
        return lines(text).map((part) => line(part, { left: 2 }))
      case 'addressee':
        return [line(text)]
      case 'part':
      case 'subpart':
      case 'chapter':
      case 'section':
        return [
          line([label, text].filter(Boolean).join('　'), { face: 'heading', align: 'center', keepNext: true }),
          ...this.#all(children),
        ]
      case 'article':
        return this.#article(label, children)
      case 'table':
        return [rowsOf(text)]
      case 'attachment-list':
        return [blank(), ...attachmentLines(text)]
      case 'signature':
        return [blank(), blank(), ...lines(text).map((part) => line(part, { align: 'right', right: 4 }))]
      case 'date':
        return [line(text, { align: 'right', right: 4 })]
      case 'enclosure':
        return this.#enclosure(provision)
      case 'annex':
        return [
          line(label, { face: 'heading', pageBreakBefore: true }),
          blank(),
          ...(text ? [...title(text), blank()] : []),
          ...this.#all(children),
        ]
      default:
        return [...this.#paragraphs(label, provision), ...this.#all(children)]
    }
  }

  #all(provisions: readonly Provision[]): FileChild[] {
    return provisions.flatMap((provision) => this.set(provision))
  }

  /** The first paragraph of an article is printed behind its label. */
  #article(label: string, children: readonly Provision[]): FileChild[] {
    const [first, ...rest] = children
    const keepNext = first === this.#last
    const own = words(label, { face: 'heading' })
    if (first?.kind !== 'paragraph') return [body([own]), ...this.#all(children)]
    return [body([own, words(`　${first.text}`)], { keepNext }), ...this.#all(first.children), ...this.#all(rest)]
  }

  #enclosure({ text, children }: Provision): FileChild[] {
    const heading = text ? [...title(text, { pageBreakBefore: true }), blank()] : []
    const [first, ...rest] = children
    if (heading.length > 0 || !first) return [...heading, ...this.#all(children)]
    if (first.kind === 'title') return [...title(first.text, { pageBreakBefore: true }), blank(), ...this.#all(rest)]
    return [line('', { pageBreakBefore: true }), ...this.#all(children)]
  }

  #paragraphs(label: string, provision: Provision): Paragraph[] {
    const { kind, text } = provision
    const [first = '', ...rest] = lines(text)
    const keepNext = provision === this.#last
    return [body(pointRuns(kind, label, first), { keepNext }), ...rest.map((part) => body(part, { keepNext }))]
  }
}

const lines = (text: string) => text.split('\n')

/** 一、 in 黑体 and （一） in 楷体 as far as the heading goes: the whole line, or its first sentence. */
function pointRuns(kind: ProvisionKind, label: string, text: string): ParagraphChild[] {
  const face = headingFaces[kind]
  if (!face) return [words(`${label}${text}`)]
  const stop = text.indexOf('。')
  const whole = stop < 0 || stop === text.length - 1
  const heading = whole ? text : text.slice(0, stop + 1)
  if (heading.length > longestHeading) return [words(label, { face }), words(text)]
  return whole
    ? [words(`${label}${text}`, { face })]
    : [words(`${label}${heading}`, { face }), words(text.slice(heading.length))]
}

function rowsOf(text: string): Table {
  const rows = lines(text).map((row) => row.split(' | '))
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, () => typeAreaWidth / columns)
  return table(
    rows.map((row) => widths.map((_, index) => cell(row[index]?.trim() ?? ''))),
    { widths, headRows: 1 },
  )
}

/** "附件：1. …": two characters in, the following names below the first, no mark at the end (GB/T 9704-2012, from memory). */
function attachmentLines(text: string): Paragraph[] {
  const [first = '', ...rest] = lines(text)
  return [body(/^附件/.test(first) ? first : `附件：${first}`), ...rest.map((part) => line(part, { left: 5 }))]
}
