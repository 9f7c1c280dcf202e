import { fold } from './fold.ts'
import {
  isBareHeading,
  isDateLine,
  isDebris,
  isShortLine,
  isTableRow,
  readAnnex,
  readArticle,
  readDivision,
  readPoint,
} from './line.ts'

/** Lines read off a text from a place in it: their words and the place behind them. */
export type Span = { words: string; end: number }

const genre = new RegExp(
  '(?:通知|意见|办法|规定|条例|法|法典|宪法|决定|决议|公告|通告|通报|细则|规则|方案|规划|计划|纲要|批复|复函|函|报告|请示|令|议案|纪要|' +
    '公报|解释|标准|基准|目录|清单|预案|规程|规范|章程|制度|指南|要点|措施|名单|表|准则|守则|答复|说明|指引|范围|安排|要求|政策|协议)' +
    '(?:[（(][^（）()]*[)）])*$',
)
const longestTitleLine = 120
const longestNote = 600
const longestHistory = 200
const titleLinesAtMost = 4

const balanced = (words: string, open: string, close: string) => words.split(open).length === words.split(close).length
const endsTitle = (words: string) =>
  genre.test(fold(words)) && balanced(words, '《', '》') && balanced(words, '“', '”') && balanced(words, '〈', '〉')
/** 几 个 问 题 的 通 知: letters set apart for looks alone. */
export const closeUp = (line: string) => (/^(?:\S\s+)+\S$/.test(line) ? line.replace(/\s+/g, '') : line)

/** 国发〔2018〕41号, 令第706号, 第706号. */
const documentNumber =
  /^(?:[\u4e00-\u9fff]{1,24}[〔[(【]\d{4}[〕\])】]第?\d+号|[\u4e00-\u9fff]{0,24}第[\d零〇○一二三四五六七八九十百千]+号)(?:\{.*\})?$/
export const isDocumentNumber = (line: string): boolean => documentNumber.test(fold(line))

const letterhead = /^(?!.*关于)[\u4e00-\u9fff]{2,40}文件$/
/** 特急, 加急, 机密★10年, 000001: the marks above a letterhead (GB/T 9704-2012 7.2). */
const marks = /^(?:\d{6}|(?:特急|加急|急件|平急|特提)|(?:绝密|机密|秘密).{0,8}|(?:密级|份号|紧急程度)[:：].*)$/
const history =
  /^(?:根据|经|已经)?(?:\d{4}|[一二][〇○零九][零〇○一二三四五六七八九]{2})年.{1,3}月.{1,3}日.*(?:通过|公布|发布|颁布|修订|修正|修改|施行|批准|印发|实施|废止)/
const carriesNote = (line: string) =>
  isDocumentNumber(line) || history.test(fold(line)) || isDateLine(line) || isEffectiveLine(line)
/** 2021年10月1日 施行 */
const isEffectiveLine = (line: string) => /^自?\d{4}年\d{1,2}月\d{1,2}日起?施行$/.test(fold(line))

const isLabelled = (line: string) => Boolean(readArticle(line, -1) ?? readDivision(line) ?? readPoint(line))

const couldBeTitle = (line: string) =>
  isShortLine(line, longestTitleLine) &&
  !isLabelled(line) &&
  !carriesNote(line) &&
  !/^[（(]/.test(line) &&
  !isBareHeading(line) &&
  !readAnnex(line) &&
  !isTableRow(line)

/** A title over one to four lines: it goes on while the words do not yet end in the name of a genre. */
export function readTitle(lines: string[], at: number): Span | null {
  const first = lines[at]
  if (first === undefined || !couldBeTitle(first)) return null
  let words = closeUp(first)
  for (let end = at + 1; end <= at + titleLinesAtMost && !endsTitle(words); end++) {
    const line = lines[end]
    if (line === undefined || !couldBeTitle(line)) break
    words += closeUp(line)
    if (endsTitle(words)) return { words, end: end + 1 }
  }
  return { words: closeUp(first), end: at + 1 }
}

const opens = (words: string) => (words.match(/[（(]/g) ?? []).length - (words.match(/[)）]/g) ?? []).length
const bracketLinesAtMost = 12

function readBracketed(lines: string[], at: number): Span | null {
  let words = ''
  for (let end = at; end < Math.min(lines.length, at + bracketLinesAtMost); end++) {
    words += lines[end]
    if (opens(words) <= 0)
      return /[)）](?:\{.*\})?$/.test(words) && words.length <= longestNote ? { words, end: end + 1 } : null
  }
  return null
}

/** A line under the title that tells who made the text and when (题注, 立法法 第六十五条), or its number. */
export function readNote(lines: string[], at: number): Span | null {
  const line = lines[at]
  if (line === undefined || isLabelled(line)) return null
  if (/^[（(]/.test(line)) return readBracketed(lines, at)
  return carriesNote(line) && line.length <= longestHistory && !/日，/.test(line.slice(0, 20))
    ? { words: line, end: at + 1 }
    : null
}

/** Marks, letterhead and number above the title. */
export const isAboveTitle = (line: string): boolean =>
  marks.test(fold(line)) || letterhead.test(fold(line)) || isDocumentNumber(line)

const contentsAtMost = 400
const isContentsEntry = (line: string) => Boolean(readDivision(line) ?? readAnnex(line)) || isBareHeading(line)

/** The table of contents: from 目录 to the line before its first entry comes again. */
export function readContents(lines: string[], at: number): Span | null {
  if (fold(lines[at] ?? '') !== '目录') return null
  const first = fold(lines[at + 1] ?? '')
  const again = lines.slice(0, at + contentsAtMost).findIndex((line, index) => index > at + 1 && fold(line) === first)
  let end = again > 0 ? again : at + 1
  if (again < 0) while (end < lines.length && isContentsEntry(lines[end]!)) end++
  return { words: lines.slice(at, end).join('\n'), end }
}

const addressees =
  /(?:政府|委|部|局|厅|办|院|会|行|公司|单位|机构|机关|中心|学校|各.{0,12}|社|团|署|台|处|所|厂|企业|县|市|区|省|同志|代表|委员|主席)[:：]$/
/** The addressees of a notice (主送机关): a line above the body that ends in a colon. */
export const isAddressee = (line: string): boolean =>
  line.length <= 300 &&
  addressees.test(line) &&
  !/[。；;]/.test(line) &&
  !isLabelled(line) &&
  !isDebris(line) &&
  !/如下|通知|决定|以下/.test(line)
