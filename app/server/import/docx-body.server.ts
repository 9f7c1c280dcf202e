import type { Numberer, NumberReference } from './docx-numbering.server.ts'
import {
  type FileComment,
  type FileTable,
  type LeftBehind,
  type LeftBehindCode,
  type Limits,
  refuse,
} from './reading.server.ts'
import type { Attributes, XmlReader } from './xml.server.ts'

/** What one pass over the paragraphs of a document finds. Notes and comments are joined to it by their ids afterwards. */
export type Body = {
  lines: string[]
  tables: FileTable[]
  leftBehind: LeftBehind[]
  trackedChanges: number
  notes: Array<{ kind: 'footnote' | 'endnote'; id: string; place: string }>
  quotes: Map<string, { quote: string; place: string }>
  bookmarks: string[]
}

type Paragraph = {
  text: string
  deleted: string
  reference: NumberReference | null
  styleId: string | null
  centred: boolean
  markDeleted: boolean
}

type Row = { cells: string[]; lines: string[]; merged: boolean }

const on = (attributes: Attributes) => !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '')
const excerptOf = (text: string) => text.trim().slice(0, 200)
const articlePattern = /^\s*(第[零〇○一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)/
const listItemPattern = /[、.．，,)）:：]$/

/**
 * Reads `w:body`, whose opening tag was read last. A table of contents is left out by its field codes; when such a field never
 * ends, null comes back, and reading again with `keepContents` loses nothing.
 */
export function readBody(reader: XmlReader, numberer: Numberer, limits: Limits, keepContents = false): Body | null {
  return new BodyReader(reader, numberer, limits, keepContents).read()
}

class BodyReader {
  readonly #reader: XmlReader
  readonly #numberer: Numberer
  readonly #limits: Limits
  readonly #body: Body = {
    lines: [],
    tables: [],
    leftBehind: [],
    trackedChanges: 0,
    notes: [],
    quotes: new Map(),
    bookmarks: [],
  }
  #number = 0
  #article = ''
  #carriedText = ''
  #carriedDeletion = ''
  #inBullets = false
  #openQuotes = new Set<string>()
  /** Complex fields may span paragraphs: each begun one with its instruction, and whether its result is being shown. */
  #fields: Array<{ instruction: string; result: boolean }> = []
  #contentsNoted = false
  #tableDepth = 0
  readonly #keepContents: boolean

  constructor(reader: XmlReader, numberer: Numberer, limits: Limits, keepContents: boolean) {
    this.#keepContents = keepContents
    this.#reader = reader
    this.#numberer = numberer
    this.#limits = limits
  }

  read(): Body | null {
    this.#blocks(this.#body.lines)
    if (this.#fields.some((field) => this.#hides(field))) return null
    if (this.#carriedText) this.#body.lines.push(this.#carriedText)
    if (this.#carriedDeletion) this.#left('tracked-deletion', this.#carriedDeletion)
    return this.#body
  }

  get #place(): string {
    const paragraph = `第${Math.max(1, this.#number)}段`
    return this.#article ? `${paragraph}（${this.#article}）` : paragraph
  }

  #left(code: LeftBehindCode, excerpt = ''): void {
    const words = excerptOf(excerpt)
    this.#body.leftBehind.push(words ? { place: this.#place, code, excerpt: words } : { place: this.#place, code })
  }

  #blocks(lines: string[]): void {
    this.#reader.children((name, attributes) => this.#block(name, attributes, lines))
  }

  #block(name: string, attributes: Attributes, lines: string[]): 'read' | undefined {
    if (name === 'w:p') this.#paragraph(lines)
    else if (name === 'w:tbl') this.#table(lines)
    else if (name === 'w:sdt') this.#contentControl(() => this.#blocks(lines))
    else if (['w:customXml', 'w:ins', 'w:moveTo', 'w:sdtContent'].includes(name)) this.#blocks(lines)
    else if (name === 'mc:AlternateContent') this.#alternative((inner) => this.#block(inner, {}, lines))
    else if (name === 'w:altChunk') {
      this.#left('embedded-object')
      return undefined
    } else {
      this.#mark(name, attributes)
      return undefined
    }
    return 'read'
  }

  /** A table of contents made by Word repeats the headings and is derived from them. */
  #contentControl(content: () => void): void {
    let contents = false
    this.#reader.children((name) => {
      if (name === 'w:sdtPr') {
        const look = (inner: string, attributes: Attributes): 'read' | undefined => {
          if (inner === 'w:docPartGallery' && /table of contents/i.test(attributes['w:val'] ?? '')) contents = true
          if (inner !== 'w:docPartObj') return undefined
          this.#reader.children(look)
          return 'read'
        }
        this.#reader.children(look)
        return 'read'
      }
      if (name !== 'w:sdtContent') return undefined
      if (contents) {
        this.#noteContents()
        return undefined
      }
      content()
      return 'read'
    })
  }

  #noteContents(): void {
    if (!this.#contentsNoted) this.#left('contents')
    this.#contentsNoted = true
  }

  /** Of several forms of one thing the first is read and the others, which repeat it, are not. */
  #alternative(visit: (name: string) => 'read' | undefined): void {
    let taken = false
    this.#reader.children((name) => {
      if (taken || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return undefined
      taken = true
      this.#reader.children((inner) => visit(inner))
      return 'read'
    })
  }

  #paragraph(lines: string[]): void {
    this.#number++
    if (this.#number > this.#limits.paragraphs) refuse('file-too-large', { limit: this.#limits.paragraphs })
    const paragraph: Paragraph = {
      text: this.#carriedText,
      deleted: this.#carriedDeletion,
      reference: null,
      styleId: null,
      centred: false,
      markDeleted: false,
    }
    this.#carriedText = ''
    this.#carriedDeletion = ''
    this.#inline(paragraph, 'kept')
    this.#finish(paragraph, lines)
  }

  #finish(paragraph: Paragraph, lines: string[]): void {
    // A field code that shows nothing by the end of its paragraph is broken: what follows must not vanish into it.
    this.#fields = this.#fields.filter((field) => field.result)
    if (paragraph.markDeleted) {
      // A deleted paragraph mark joins the paragraph to the next one.
      this.#body.trackedChanges++
      this.#carriedText = paragraph.text
      this.#carriedDeletion = paragraph.deleted
      return
    }
    const onlyDeleted = !paragraph.text.trim() && paragraph.deleted.trim() !== ''
    const label = onlyDeleted ? '' : this.#label(paragraph)
    const text = paragraph.centred ? paragraph.text.replace(/\s*\n\s*/g, '') : paragraph.text
    const written = text.split('\n').map((line) => line.replace(/[ \t\u00a0]+$/, ''))
    const first = written[0] ?? ''
    if (label) written[0] = `${label}${gapAfter(label, first)}${first.replace(/^[\s\u3000]+/, '')}`
    this.#article = articlePattern.exec(written[0] ?? '')?.[1] ?? this.#article
    if (paragraph.deleted.trim()) this.#left('tracked-deletion', paragraph.deleted)
    for (const line of written) if (line.trim()) lines.push(line)
  }

  #label(paragraph: Paragraph): string {
    const reference = paragraph.reference ?? (paragraph.styleId ? this.#numberer.ofStyle(paragraph.styleId) : null)
    // List 0 takes a paragraph out of the numbering of its style.
    if (!reference || reference.listId === '0' || !paragraph.text.trim()) {
      this.#inBullets = false
      return ''
    }
    const { label, bullet } = this.#numberer.label(reference)
    if (bullet && !this.#inBullets) this.#left('bullet', paragraph.text)
    this.#inBullets = bullet
    return label
  }

  #inline(paragraph: Paragraph, mode: 'kept' | 'deleted'): void {
    this.#reader.children((name, attributes) => this.#inlineElement(name, attributes, paragraph, mode))
  }

  #inlineElement(
    name: string,
    attributes: Attributes,
    paragraph: Paragraph,
    mode: 'kept' | 'deleted',
  ): 'read' | undefined {
    switch (name) {
      case 'w:pPr':
        this.#paragraphProperties(paragraph)
        return 'read'
      case 'w:r':
        this.#run(paragraph, mode)
        return 'read'
      case 'w:ins':
      case 'w:moveTo':
        this.#body.trackedChanges++
        this.#inline(paragraph, mode)
        return 'read'
      case 'w:del':
      case 'w:moveFrom':
        this.#body.trackedChanges++
        this.#inline(paragraph, 'deleted')
        return 'read'
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        this.#inline(paragraph, mode)
        return 'read'
      case 'w:fldSimple':
        this.#inline(paragraph, mode)
        return 'read'
      case 'w:sdt':
        this.#contentControl(() => this.#inline(paragraph, mode))
        return 'read'
      case 'm:oMath':
      case 'm:oMathPara':
        this.#left('formula', this.#textInside())
        return 'read'
      case 'mc:AlternateContent':
        this.#alternative((inner) => this.#inlineElement(inner, {}, paragraph, mode))
        return 'read'
      default:
        this.#mark(name, attributes)
        return undefined
    }
  }

  #mark(name: string, attributes: Attributes): void {
    const id = attributes['w:id'] ?? ''
    if (name === 'w:commentRangeStart' && this.#openQuotes.size < 500) {
      this.#openQuotes.add(id)
      this.#body.quotes.set(id, { quote: '', place: this.#place })
    }
    if (name === 'w:commentRangeEnd') this.#openQuotes.delete(id)
    if (name === 'w:bookmarkStart') this.#body.bookmarks.push(attributes['w:name'] ?? '')
  }

  #paragraphProperties(paragraph: Paragraph): void {
    let level = 0
    let listId: string | null = null
    this.#reader.children((name, attributes) => {
      if (name === 'w:pStyle') paragraph.styleId = attributes['w:val'] ?? null
      if (name === 'w:jc') paragraph.centred = attributes['w:val'] === 'center'
      if (name === 'w:numPr') {
        this.#reader.children((inner, innerAttributes) => {
          if (inner === 'w:ilvl')
            level = Math.min(8, Math.max(0, Number.parseInt(innerAttributes['w:val'] ?? '0', 10) || 0))
          if (inner === 'w:numId') listId = innerAttributes['w:val'] ?? null
          return undefined
        })
        return 'read'
      }
      if (name !== 'w:rPr') return undefined
      this.#reader.children((inner) => {
        if (inner === 'w:del' || inner === 'w:moveFrom') paragraph.markDeleted = true
        return undefined
      })
      return 'read'
    })
    if (listId !== null) paragraph.reference = { listId, level }
  }

  #run(paragraph: Paragraph, mode: 'kept' | 'deleted'): void {
    const run = { hidden: false, hiddenText: '' }
    this.#reader.children((name, attributes) => this.#runElement(name, attributes, paragraph, mode, run))
    if (run.hiddenText.trim()) this.#left('hidden-text', run.hiddenText)
  }

  #runElement(
    name: string,
    attributes: Attributes,
    paragraph: Paragraph,
    mode: 'kept' | 'deleted',
    run: { hidden: boolean; hiddenText: string },
  ): 'read' | undefined {
    const add = (text: string) => {
      if (run.hidden) run.hiddenText += text
      else this.#add(text, paragraph, mode)
    }
    switch (name) {
      case 'w:rPr':
        this.#reader.children((inner, innerAttributes) => {
          if (inner === 'w:vanish' && on(innerAttributes)) run.hidden = true
          return undefined
        })
        return 'read'
      case 'w:t':
      case 'w:delText':
        // Line ends inside the element are white space of the file, not of the text.
        add(this.#textInside().replace(/[\t\r\n]+/g, ' '))
        return 'read'
      case 'w:tab':
      case 'w:ptab':
        add(' ')
        return undefined
      case 'w:br':
        // Page and column breaks are layout; a line break stands in the text.
        if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') add('\n')
        return undefined
      case 'w:cr':
        add('\n')
        return undefined
      case 'w:noBreakHyphen':
        add('-')
        return undefined
      case 'w:sym':
        this.#left('unknown-symbol', `${attributes['w:font'] ?? ''} ${attributes['w:char'] ?? ''}`)
        return undefined
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = this.#fields.at(-1)
        const instruction = this.#textInside()
        if (field && !field.result) field.instruction += instruction
        return 'read'
      }
      case 'w:fldChar':
        this.#fieldMark(attributes['w:fldCharType'] ?? '')
        return undefined
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#body.notes.push({
          kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: attributes['w:id'] ?? '',
          place: this.#place,
        })
        return undefined
      case 'w:ruby':
        this.#reader.children((inner) => {
          if (inner !== 'w:rubyBase') return undefined
          this.#inline(paragraph, mode)
          return 'read'
        })
        return 'read'
      case 'w:drawing':
      case 'w:pict':
        this.#drawing()
        return 'read'
      case 'w:object':
        this.#left('embedded-object')
        return undefined
      case 'mc:AlternateContent':
        this.#alternative((inner) => this.#runElement(inner, {}, paragraph, mode, run))
        return 'read'
      default:
        this.#mark(name, attributes)
        return undefined
    }
  }

  #fieldMark(type: string): void {
    if (type === 'begin') this.#fields.push({ instruction: '', result: false })
    if (type === 'separate') {
      const field = this.#fields.at(-1)
      if (field) field.result = true
      if (field && this.#hides(field)) this.#noteContents()
    }
    if (type === 'end') this.#fields.pop()
  }

  #hides(field: { instruction: string }): boolean {
    return !this.#keepContents && isContents(field.instruction)
  }

  #add(text: string, paragraph: Paragraph, mode: 'kept' | 'deleted'): void {
    if (this.#fields.some((field) => !field.result || this.#hides(field))) return
    const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
    if (mode === 'deleted') {
      paragraph.deleted += clean
      return
    }
    paragraph.text += clean
    for (const id of this.#openQuotes) {
      const range = this.#body.quotes.get(id)!
      if (range.quote.length < 2_000) range.quote += clean
    }
  }

  #textInside(): string {
    let text = ''
    const read = (): 'read' => {
      this.#reader.children(read, (piece) => {
        text += piece
      })
      return 'read'
    }
    read()
    return text
  }

  /** A text box floats outside the order of the text: its words are listed, and the rest of a drawing is an image. */
  #drawing(): void {
    const words: string[] = []
    let box = false
    const look = (name: string): 'read' | undefined => {
      if (name === 'w:txbxContent') {
        box = true
        words.push(this.#textInside())
        return 'read'
      }
      this.#reader.children(look)
      return 'read'
    }
    this.#reader.children(look)
    this.#left(box ? 'text-box' : 'image', words.join(' '))
  }

  #table(lines: string[]): void {
    if (this.#tableDepth > 0) this.#left('nested-table')
    this.#tableDepth++
    const place = this.#place
    const rows: Row[] = []
    let merged = false
    const readRows = (name: string): 'read' | undefined => {
      if (name === 'w:tr') {
        const row = this.#row()
        merged ||= row.merged
        if (row.cells.some((cell) => cell)) rows.push(row)
        return 'read'
      }
      if (name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:customXml') {
        this.#reader.children(readRows)
        return 'read'
      }
      return undefined
    }
    this.#reader.children(readRows)
    this.#tableDepth--
    // A frame of one column only holds text; inside a cell a row cannot be a row of its own.
    if (rows.every(({ cells }) => cells.length === 1)) return void lines.push(...rows.flatMap((row) => row.lines))
    for (const { cells } of rows) lines.push(this.#tableDepth > 0 ? cells.join(' ') : `| ${cells.join(' | ')} |`)
    if (this.#tableDepth > 0) return
    this.#body.tables.push({ place, rows: rows.map(({ cells }) => cells) })
    if (merged)
      this.#body.leftBehind.push({ place, code: 'merged-cells', excerpt: excerptOf(rows[0]?.cells.join(' | ') ?? '') })
  }

  /** The words of merged cells stand once, in the first of them; the others are empty so that columns keep their places. */
  #row(): Row {
    const cells: string[] = []
    const lines: string[] = []
    let merged = false
    let deleted = false
    const readCells = (name: string): 'read' | undefined => {
      if (name === 'w:trPr') {
        this.#reader.children((inner, attributes) => {
          if (inner === 'w:del') deleted = true
          if (inner === 'w:gridBefore')
            for (let n = Number(attributes['w:val']); n > 0 && cells.length < 64; n--) cells.push('')
          return undefined
        })
        return 'read'
      }
      if (name === 'w:tc') {
        const cell = this.#cell()
        merged ||= cell.span > 1 || cell.continued
        cells.push(cell.text)
        lines.push(...cell.lines)
        for (let n = 1; n < cell.span && cells.length < 64; n++) cells.push('')
        return 'read'
      }
      if (name !== 'w:sdt' && name !== 'w:sdtContent' && name !== 'w:customXml') return undefined
      this.#reader.children(readCells)
      return 'read'
    }
    this.#reader.children(readCells)
    if (deleted) {
      this.#body.trackedChanges++
      this.#left('tracked-deletion', cells.join(' | '))
      return { cells: [], lines: [], merged: false }
    }
    return { cells, lines, merged }
  }

  #cell(): { text: string; lines: string[]; span: number; continued: boolean } {
    const lines: string[] = []
    let span = 1
    let continued = false
    this.#reader.children((name, attributes) => {
      if (name !== 'w:tcPr') return this.#block(name, attributes, lines)
      this.#reader.children((inner, innerAttributes) => {
        if (inner === 'w:gridSpan') span = Math.min(64, Math.max(1, Number(innerAttributes['w:val']) || 1))
        if (inner === 'w:vMerge') continued = innerAttributes['w:val'] !== 'restart'
        return undefined
      })
      return 'read'
    })
    // A bar in a cell would be taken for the edge of the cell.
    return { text: continued ? '' : lines.join(' ').replaceAll('|', '｜').trim(), lines, span, continued }
  }
}

const isContents = (instruction: string) => /^\s*TOC\b/.test(instruction)

/** "第三条" is set off by a full space; "一、" and "（一）" stand directly before the words, "1." too unless a digit follows. */
function gapAfter(label: string, text: string): string {
  if (!text.trim()) return ''
  if (!listItemPattern.test(label)) return '　'
  return /\.$/.test(label) && /^\s*\d/.test(text) ? ' ' : ''
}

export const joinComments = (body: Body, written: Map<string, { author: string; text: string }>): FileComment[] =>
  [...written].map(([id, comment]) => ({ ...comment, quote: '', place: '', ...body.quotes.get(id) }))
