/**
 * The lines of a piece of HTML from the clipboard, without its markup. Numbers that Word or WPS wrote into lists stay
 * as words; a row of several cells becomes a row of a table, `| a | b |`. Markup is never interpreted, only taken away,
 * so that nothing in it can act.
 */
export function htmlLines(html: string): string[] {
  const flowing = withoutInvisible(fragmentOf(html)).replace(/\s*[\r\n]+\s*/g, (_, at: number, all: string) =>
    isHan(all[at - 1]) ? '' : ' ',
  )
  const marked = flowing
    .replace(/<\/t[dh]\s*>/gi, cellEnd)
    .replace(/<tr\b[^>]*>/gi, `${lineEnd}${rowStart}`)
    .replace(/<\/tr\s*>/gi, `${rowEnd}${lineEnd}`)
    .replace(/<br\b[^>]*>/gi, lineEnd)
    .replace(/<\/?(?:p|div|h[1-6]|li|ul|ol|table|tbody|thead|blockquote|section|article|pre|hr)\b[^>]*>/gi, lineEnd)
    .replace(/<[^>]*>/g, '')
  return rowsJoined(decoded(marked))
    .split(lineEnd)
    .map(tidied)
    .filter((line) => line !== '')
}

// control characters never survive in HTML text, so they can stand for structure
const lineEnd = '\u0001'
const cellEnd = '\u0002'
const rowStart = '\u0003'
const rowEnd = '\u0004'

const isHan = (character = '') => /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(character)

// browsers wrap what was copied in these comments; the rest is the source's own page
function fragmentOf(html: string): string {
  const [, fragment] = /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/.exec(html) ?? []
  return fragment ?? html
}

const withoutInvisible = (html: string) =>
  html
    .replace(/[\u0001-\u0008]/g, '')
    .replace(/<(head|style|script|title|xml)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    // Word hides list numbers from other programs in conditional marks; the marks go, the numbers stay
    .replace(/<!--\[if[^\]]*\]>[\s\S]*?<!\[endif\]-->/gi, (whole) => (/mso-list:\s*Ignore/i.test(whole) ? whole : ''))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '')

const rowsJoined = (text: string) =>
  text.replace(/\u0003([^\u0004]*)\u0004/g, (_, row: string) => {
    const cells = row
      .split(cellEnd)
      .slice(0, -1)
      .map((cell) => tidied(cell.split(lineEnd).join(' ')).replaceAll('|', '｜'))
    // one cell alone is a frame around words, or a page that was laid out with tables
    return cells.length > 1 ? `| ${cells.join(' | ')} |` : cells.join('')
  })

const tidied = (line: string) =>
  line
    .replace(/[\u0001-\u0004]/g, ' ')
    .replace(/[ \t\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .replace(/ \| /g, ' | ')
    .trim()

const named: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
  times: '×',
  laquo: '«',
  raquo: '»',
}

const decoded = (text: string) =>
  text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)
      return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : ''
    },
  )

/** The lines of plain text, tabs between cells as in a table row. Empty lines are left out. */
export const plainLines = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\t+/g, ' ').trim())
    .filter((line) => line !== '')
