import { plainTitle, versionMark } from './names.ts'

/** A title in 《》 with what its brackets say behind it. `end` is behind the last bracket that belongs to it. */
export type QuotedTitle = {
  title: string
  start: number
  /** Behind 》. */
  closed: number
  end: number
  number?: string
  version?: string
  /** 以下简称…: the names by which the text goes on. */
  shortNames: string[]
}

const longestTitle = 200

/** The place behind 》, whatever stands nested inside, also 《 within 《; -1 when the title is never closed. */
function closing(words: string, start: number): number {
  let depth = 0
  for (let at = start; at < Math.min(words.length, start + longestTitle); at++) {
    if (words[at] === '《') depth++
    if (words[at] === '》' && --depth === 0) return at + 1
  }
  // 《…《…》 with one mark too few: the title ends where any mark closes.
  const end = words.indexOf('》', start)
  return end > start && end - start < longestTitle ? end + 1 : -1
}

const bracket = /\s*[（(]([^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*)[)）]/y
const shortName = /^(?:以下|下文|下)(?:均|统|合)?(?:简称|称为|称)\s*[:：]?\s*(.+)$/
const documentNumber = /(?:[〔［[【]\d{4}[〕］\]】].*号|令.*号|第\s*\d+\s*号)/
const trial = /^(?:试行|暂行|草案)$/

const namesIn = (words: string): string[] =>
  words
    .split(/、|或者|或/)
    .map((name) => plainTitle(name.trim()))
    .filter((name) => name.length > 1 && name.length < 40)

/** Reads the title at a 《, or null when it is not closed. */
export function titleAt(words: string, start: number): QuotedTitle | null {
  const closed = closing(words, start)
  if (closed < 0) return null
  const found: QuotedTitle = { title: words.slice(start + 1, closed - 1), start, closed, end: closed, shortNames: [] }
  for (;;) {
    bracket.lastIndex = found.end
    const behind = bracket.exec(words)
    if (!behind) return found
    const inside = behind[1]!.trim()
    const parts = inside.split(/[，,；;]/).map((part) => part.trim())
    const said = parts.map((part) => readBracket(part, found))
    if (!said.some(Boolean)) return found
    found.end += behind[0].length
  }
}

function readBracket(words: string, title: QuotedTitle): boolean {
  const short = shortName.exec(words)
  if (short) {
    title.shortNames.push(...namesIn(short[1]!))
    return true
  }
  if (versionMark.test(words)) {
    title.version = words
    return true
  }
  if (documentNumber.test(words)) {
    title.number = words
    return true
  }
  if (!trial.test(words)) return false
  title.title += `（${words}）`
  return true
}

const genre = new RegExp(
  '(?:法|法典|条例|规定|办法|细则|规则|决定|决议|解释|意见|通知|批复|复函|答复|函|公告|通告|^关于.*通报|令|命令|规划|计划|纲要|方案|' +
    '标准|基准|规范|规程|目录|名录|(?<!物品|财物|材料|证据)清单|章程|准则|公约|协定|协议|议定书|条约|修正案|制度|指南|指引|措施|要点|纪要|政策|安排|预案)$',
)

/** Does a title name a document, and not a certificate, a form or a newspaper? */
export const namesDocument = (title: string): boolean => genre.test(plainTitle(title).replace(/\([^()]*\)$/, ''))
