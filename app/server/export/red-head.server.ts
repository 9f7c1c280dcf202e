import {
  BorderStyle,
  type FileChild,
  Footer,
  type ISectionOptions,
  type Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PlainDate } from '#app/domain/base/date.ts'
import { type Carrier, carrierWords } from '#app/domain/document/genres.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { setIssued, titleOf } from './legal-text.server.ts'
import { writtenDate } from './official-words.server.ts'
import {
  blank,
  body,
  line,
  millimetres,
  pack,
  page,
  red,
  rule,
  sizes,
  title,
  typeAreaWidth,
  words,
} from './paper.server.ts'
import { withCarrier } from './carrier.server.ts'
import { signatureBlock } from './signature.server.ts'
import { titleLines } from './title-lines.server.ts'

export const templateVersion = 'red-head/1'

export type RedHead = {
  carrier: Carrier
  /** Full names as they stand on the letterhead, the lead body first. */
  issuers: readonly string[]
  /** With 〔〕 and 号 as allocated; null before numbering, which leaves the place open. */
  number: string | null
  /** The text is one that a carrier encloses (办法, 规定 …); where the draft has no words of the carrier, they are set. */
  isEnclosed?: boolean
  text: LegalText
  /** For a text without a title of its own. */
  title?: string
  addressee?: string
  /** Signing bodies; the issuers when left out. */
  signature?: readonly string[]
  date: PlainDate | null
  /** 签发人 of a paper sent upward; the post and name under an order. */
  signatory?: { post?: string; name: string }
  /** 紧急程度 */
  urgency?: string
  /** 附注, without brackets: 此件公开发布. Left out, what the text says under its date. */
  remark?: string
  /** 抄送 */
  copies?: string
  /** 印发机关 and 印发日期 */
  printedBy?: string
  printedOn?: PlainDate
}

type Form = 'document' | 'command' | 'letter'
/** Orders and public notices bear issuer and kind as their head, letters the issuer alone between double rules, all others 文件. */
const forms: Partial<Record<Carrier, Form>> = {
  order: 'command',
  'public-notice': 'command',
  'notice-to-public': 'command',
  letter: 'letter',
  reply: 'letter',
}

/** The issued document with its letterhead (红头), the enclosed text and annexes behind it, and the imprint on the last page. */
export async function redHead(document: RedHead): Promise<Uint8Array> {
  const form = forms[document.carrier] ?? 'document'
  const text = withCarrier(document)
  const { main, remarks, attached } = setIssued(text)
  const name = titleOf(text) || document.title || ''
  const addressee = document.addressee ?? text.children.find(({ kind }) => kind === 'addressee')?.text
  const children: FileChild[] = [
    ...heads[form](document),
    ...(form === 'command' && document.carrier === 'order'
      ? []
      : [...title(titleLines(name).join('\n'), { keepNext: true }), blank()]),
    ...(addressee ? [line(addressee.replace(/[：:]?$/, '：'))] : []),
    ...main,
    ...signed(document),
    ...(document.remark ? [`（${document.remark}）`] : remarks).map((remark) => body(remark)),
    ...attached,
    ...imprint(document, form),
  ]
  return pack([form === 'letter' ? letterPage(children) : page(children)], { title: name })
}

const heads: Record<Form, (document: RedHead) => FileChild[]> = {
  document: documentHead,
  command: commandHead,
  letter: letterHead,
}

/** The head may be as large as it likes within the type area; 62 points is about the customary upper size. */
const headSize = (characters: number): number =>
  Math.min(124, Math.floor((typeAreaWidth * 2.835) / Math.max(1, characters)) * 2)
const headLine = (text: string, before: number, size = headSize(text.length)): Paragraph =>
  line([words(text, { face: 'title', size, color: red })], {
    align: 'center',
    before: millimetres(before),
    height: size * 10,
  })

function documentHead(document: RedHead): FileChild[] {
  const { issuers, number, signatory, urgency } = document
  const above = urgency ? [line(urgency, { face: 'heading' })] : []
  const mark = issuers.length === 1 ? headLine(`${issuers[0]}文件`, urgency ? 25 : 35) : jointHead(issuers)
  const numberLine = signatory
    ? line([words(`　${numberWords(number)}\t签发人：`), words(signatory.name, { face: 'subheading' })], {
        tabStops: [{ type: TabStopType.RIGHT, position: millimetres(typeAreaWidth) - 320 }],
        ...rule(),
      })
    : line(numberWords(number), { align: 'center', ...rule() })
  return [...above, mark, blank(), blank(), numberLine, blank(), blank()]
}

const numberWords = (number: string | null) => number ?? '　　〔　　　　〕　　号'

/** Several issuers stand one below another, 文件 beside them in the middle. */
function jointHead(issuers: readonly string[]): Table {
  const size = Math.min(headSize(Math.max(...issuers.map((issuer) => issuer.length)) + 3), 88)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const column = (children: Paragraph[], width: number) =>
    new TableCell({
      children,
      borders,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: millimetres(width), type: WidthType.DXA },
    })
  const names = issuers.map((issuer, index) => headLine(issuer, index === 0 ? 30 : 0, size))
  return new Table({
    width: { size: millimetres(typeAreaWidth), type: WidthType.DXA },
    columnWidths: [millimetres(124), millimetres(32)],
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ children: [column(names, 124), column([headLine('文件', 30, size)], 32)] })],
  })
}

function commandHead({ carrier, issuers, number }: RedHead): FileChild[] {
  return [
    headLine(`${issuers.join('　')}${carrierWords[carrier]}`, 20),
    blank(),
    blank(),
    line(number ?? '第　　号', { align: 'center' }),
    blank(),
    blank(),
  ]
}

const doubleRule = (style: 'thinThickMediumGap' | 'thickThinMediumGap') => ({ style, size: 24, color: red, space: 1 })
/** The rules are 170 mm wide, 7 mm more than the type area at each side. */
const beyond = -397 / 316

function letterHead({ issuers, number }: RedHead): FileChild[] {
  return [
    headLine(issuers.join('　'), 0),
    line('', { left: beyond, right: beyond, free: true, border: { bottom: doubleRule('thickThinMediumGap') } }),
    line(numberWords(number), { align: 'right' }),
    blank(),
  ]
}

function letterPage(children: FileChild[]): ISectionOptions {
  const rules = new Footer({
    children: [
      line('', { left: beyond, right: beyond, free: true, border: { bottom: doubleRule('thinThickMediumGap') } }),
    ],
  })
  return page(children, { first: rules, footer: 20 })
}

/** A signature never stands on a page without words of the document (GB/T 9704-2012, from memory). */
const keptBlank = () => line('', { keepNext: true })

function signed(document: RedHead): FileChild[] {
  const { carrier, issuers, signature, date, signatory } = document
  if (carrier !== 'order') return [keptBlank(), keptBlank(), ...signatureBlock(signature ?? issuers, date)]
  const leader = signatory ? `${signatory.post ?? ''}　${signatory.name}` : '　'
  return [
    keptBlank(),
    keptBlank(),
    line(leader, { align: 'right', right: 4, keepNext: true }),
    line(date ? writtenDate(date) : '　　年　　月　　日', { align: 'right', right: 4 }),
  ]
}

/** 版记 at the foot of the last page: outer rules 0.35 mm, inner 0.25 mm, fourth-size 仿宋. A letter has no printing line. */
function imprint({ copies, printedBy, printedOn }: RedHead, form: Form): FileChild[] {
  const printing = form !== 'letter' && printedBy
  if (!copies && !printing) return []
  const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
  const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const small = { size: sizes.fourth }
  const inset = 14 / 15.75
  const rows = [
    ...(copies
      ? [
          line([words(`抄送：${copies.replace(/[。.]?$/, '。')}`, small)], {
            left: inset + 2.7,
            hanging: 2.7,
            right: inset,
            free: true,
          }),
        ]
      : []),
    ...(printing
      ? [
          line([words(`${printedBy}\t${printedOn ? writtenDate(printedOn) : '　　年　　月　　日'}印发`, small)], {
            left: inset,
            right: inset,
            free: true,
            align: 'left',
            tabStops: [{ type: TabStopType.RIGHT, position: millimetres(typeAreaWidth) - 280 }],
          }),
        ]
      : []),
  ]
  const width = { size: millimetres(typeAreaWidth), type: WidthType.DXA }
  return [
    new Table({
      width,
      columnWidths: [millimetres(typeAreaWidth)],
      float: {
        horizontalAnchor: 'margin',
        verticalAnchor: 'margin',
        relativeHorizontalPosition: 'center',
        relativeVerticalPosition: 'bottom',
      },
      borders: { top: outer, bottom: outer, left: none, right: none, insideHorizontal: inner, insideVertical: none },
      rows: rows.map((content) => new TableRow({ children: [new TableCell({ children: [content], width })] })),
    }),
    // A table at the very end needs a paragraph behind it, which must not open a page.
    line([words('', { size: 2 })], { free: true }),
  ]
}
