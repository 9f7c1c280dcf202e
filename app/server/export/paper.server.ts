import {
  AlignmentType,
  BorderStyle,
  CarriageReturn,
  Document,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'

/**
 * The page of Chinese official documents: A4 with 37 mm above, 28 mm at the binding side, a type area of 156 × 225 mm and in it
 * 22 lines of 28 characters (GB/T 9704-2012; the margins are verified, the rest is from memory).
 */
export const millimetres = (length: number): number => Math.round((length / 25.4) * 1440)
const marginsOf = (top: number, left: number, right: number, bottom: number) => ({
  top: millimetres(top),
  left: millimetres(left),
  right: millimetres(right),
  bottom: millimetres(bottom),
})
const margins = {
  document: marginsOf(37, 28, 26, 35),
  table: marginsOf(25, 25, 25, 25),
  /** A form to fill in and sign is one sheet of paper. */
  form: marginsOf(18, 28, 26, 20),
}
const a4 = { width: millimetres(210), height: millimetres(297) }
export const typeAreaWidth = 156
export const landscapeWidth = 297 - 25 - 25
/**
 * 225 mm / 22, rounded down so that the last line stays on its page. Every line has exactly this height; there is no grid beside it, to
 * which LibreOffice would stretch a title to two lines.
 */
const linePitch = 579
/** A third-size character: 156 mm / 28. */
export const characterWidth = 316
/**
 * What each character of 16 points gives up so that 28 stand in a line: 0.25 points. It is set on the characters and not as a
 * grid (`linesAndChars`), which LibreOffice 7.4 reads otherwise than Word: 21 characters in a line.
 */
const characterSpace = -5

/** Fonts by name only: none of them may be shipped. Half-points. */
export const faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  number: '宋体',
} as const
export type Face = keyof typeof faces
/** 号: second 22 pt, third 16 pt, fourth 14 pt, small fourth 12 pt, fifth 10.5 pt; in half-points. */
export const sizes = { second: 44, third: 32, fourth: 28, smallFourth: 24, fifth: 21 } as const
export const red = 'FF0000'

/** Characters that XML has no place for: one of them, and Word does not open the file. */
const forbidden = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Cs}]/gu
const writable = (text: string) => text.replace(forbidden, '')

export type Look = { face?: Face; size?: number; bold?: boolean; color?: string; mark?: 'inserted' | 'deleted' }

export function words(text: string, { face = 'body', size = sizes.third, bold, color, mark }: Look = {}): TextRun {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: faces[face], hint: 'eastAsia' }
  // Not by colour alone: a black and white copy has to show what was added and what went.
  const change = mark === 'inserted' ? { underline: {}, bold: true } : mark === 'deleted' ? { strike: true } : {}
  const children = writable(text)
    .split(/([\t\n])/)
    .map((part) => (part === '\t' ? new Tab() : part === '\n' ? new CarriageReturn() : part))
  return new TextRun({ children, font, size, ...(bold ? { bold } : {}), ...(color ? { color } : {}), ...change })
}

export type LineOptions = Look & {
  align?: 'left' | 'center' | 'right' | 'both'
  /** Of the first line, the whole left and the right side, in characters of third size. */
  first?: number
  left?: number
  hanging?: number
  right?: number
  pageBreakBefore?: boolean
  keepNext?: boolean
  /** Follows the height of its letters. */
  free?: boolean
  /** Of the line, in twentieths of a point, where it is not that of the grid. */
  height?: number
} & Pick<IParagraphOptions, 'border' | 'tabStops'> & { before?: number; after?: number }

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
}

/** One paragraph; body text by default: third-size 仿宋, two characters in, every line of one height. */
export function line(content: string | readonly ParagraphChild[], options: LineOptions = {}): Paragraph {
  const {
    align = 'both',
    first = 0,
    left = 0,
    hanging = 0,
    right = 0,
    before = 0,
    after = 0,
    free,
    pageBreakBefore,
    keepNext,
    border,
    tabStops,
    height = linePitch,
  } = options
  const characters = (count: number) => Math.round(count * characterWidth)
  return new Paragraph({
    children: typeof content === 'string' ? [words(content, options)] : content,
    alignment: alignments[align],
    indent: {
      left: characters(left),
      right: characters(right),
      ...(hanging ? { hanging: characters(hanging) } : { firstLine: characters(first) }),
    },
    spacing: { before, after, ...(free ? {} : { line: height, lineRule: LineRuleType.EXACT }) },
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...(border ? { border } : {}),
    ...(tabStops ? { tabStops } : {}),
  })
}

export const body = (content: string | readonly ParagraphChild[], options: LineOptions = {}) =>
  line(content, { first: 2, ...options })
export const blank = () => line('')
export const title = (text: string, options: LineOptions = {}) =>
  text.split('\n').map((part, index) =>
    line(part, {
      face: 'title',
      size: sizes.second,
      align: 'center',
      keepNext: true,
      ...(index === 0 ? options : {}),
    }),
  )
export const rule = (color = red, size = 12): Pick<IParagraphOptions, 'border'> => ({
  border: { bottom: { style: BorderStyle.SINGLE, size, color, space: 1 } },
})

/** — 1 — in fourth size, 7 mm under the type area, at the outer side: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right', after: number): Footer {
  const font = { ascii: faces.number, hAnsi: faces.number, eastAsia: faces.number }
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: sizes.fourth })
  return new Footer({ children: [line([number], { align: side, [side]: 1, free: true, after })] })
}

export type PageOptions = {
  /** `table`: across, for wide tables. */
  kind?: keyof typeof margins
  /** The footer of a first page without a number. */
  first?: Footer
  /** From the edge of the paper to the footer, in millimetres. */
  footer?: number
}

/** From the edge of the paper to the footer, in millimetres. */
const footers = { document: 23, table: 13, form: 10 }

export function page(
  children: readonly FileChild[],
  { kind = 'document', first, footer = footers[kind] }: PageOptions = {},
): ISectionOptions {
  const orientation = kind === 'table' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const below = millimetres(kind === 'document' ? Math.max(0, 23 - footer) : 0)
  return {
    properties: {
      page: {
        size: { ...a4, orientation },
        margin: { ...margins[kind], header: millimetres(15), footer: millimetres(footer) },
      },
      ...(first ? { titlePage: true } : {}),
    },
    footers: { default: pageNumber('right', below), even: pageNumber('left', below), ...(first ? { first } : {}) },
    children,
  }
}

export type FileProperties = { title: string; properties?: Record<string, string> }

/** The bytes of a Word file. */
export async function pack(
  sections: readonly ISectionOptions[],
  { title: name, properties = {} }: FileProperties,
): Promise<Uint8Array> {
  const document = new Document({
    title: writable(name),
    creator: '文衡',
    lastModifiedBy: '文衡',
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            size: sizes.third,
            characterSpacing: characterSpace,
            font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: faces.body },
          },
        },
      },
    },
    customProperties: Object.entries(properties).map(([key, value]) => ({ name: key, value: writable(value) })),
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
