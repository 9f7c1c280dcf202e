import type { ProvisionKind } from '../text/model.ts'
import type { ComparisonReport, ReportChange, ReportRun } from './report.ts'
import type { State } from './rows.ts'
import type { TableLine, TableRow } from './table.ts'

/** The words of a page in the reader's language; the language as HTML writes it. */
export type RenderWords = {
  language: string
  title: string
  old: string
  next: string
  summary: string
  states: Record<State, string>
  collisions: Record<ComparisonReport['collisions'][number]['kind'], string>
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const marks = { '=': ['', ''], '-': ['[-', '-]'], '+': ['{+', '+}'] } as const

function marked(runs: readonly ReportRun[]): string {
  return runs
    .map(([sign, text]) => {
      const [open, shut] = marks[sign]
      const words = sign === '=' ? text.replace(/\s+/g, ' ') : oneLine(text)
      return words ? open + words + shut : ''
    })
    .join('')
    .trim()
}

/** 第二条→第三条; what stands on one side alone, or reads alike on both, once. */
function names({ old, new: next }: ReportChange): string {
  const [from, to] = [old.join('、'), next.join('、')]
  return from && to && from !== to ? `${from}→${to}` : to || from
}

/** A line for each change and each collision: what became of it, its address, its words with [-gone-] and {+new+}. */
export function changeLines({ changes, collisions }: ComparisonReport, words: RenderWords): string[] {
  return [
    ...changes
      .filter(({ kind }) => kind !== 'unchanged')
      .map((change) => [words.states[change.kind], names(change), marked(change.runs)].join('\t')),
    ...collisions.map(({ kind, address, a, b }) =>
      [words.collisions[kind], address, oneLine(a), oneLine(b)].join('\t'),
    ),
  ]
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!)
const tags = { '=': null, '-': 'del', '+': 'ins' } as const

const element = (sign: ReportRun[0], text: string) => {
  const tag = tags[sign]
  const words = escaped(text).replace(/\n/g, '<br>')
  return tag ? `<${tag}>${words}</${tag}>` : words
}

const style = [
  'body{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.8 "FangSong","STFangsong",serif;color:#111}',
  'h1{font:bold 1.4em/1.4 "SimHei","PingFang SC",sans-serif;text-align:center}',
  'del{color:#8f1d1d;text-decoration:line-through}ins{color:#0b5c2e;text-decoration:underline}',
  'p{margin:.4em 0}.kind{font-size:.8em;border:1px solid #666;padding:0 .4em;margin-right:.6em}',
  'table{border-collapse:collapse;width:100%;table-layout:fixed}',
  'td,th{border:1px solid #333;padding:.5em;vertical-align:top;overflow-wrap:anywhere}',
  '@media print{body{max-width:none;margin:0}tr{break-inside:avoid}}',
].join('')

const page = ({ language, title, summary }: RenderWords, body: string) =>
  [
    '<!doctype html>',
    `<html lang="${escaped(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1><p>${escaped(summary)}</p>`,
    body,
    '</body></html>',
    '',
  ].join('\n')

/** Both texts in one with what went and came, as one HTML file that needs nothing else. */
export function comparisonHtml({ changes }: ComparisonReport, words: RenderWords): string {
  const body = changes.map((change) => {
    const kind = change.kind === 'unchanged' ? '' : `<span class="kind">${escaped(words.states[change.kind])}</span>`
    const runs = change.runs.map(([sign, text], at) => element(sign, at ? text : text.replace(/^\n/, ''))).join('')
    return `<p class="${change.kind}" lang="zh-CN">${kind}${runs}</p>`
  })
  return page(words, body.join('\n'))
}

const headings: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const signOf = { same: '=', deleted: '-', inserted: '+' } as const

function cell(label: string, lines: readonly TableLine[], kind: ProvisionKind): string {
  const paragraphs = lines.map(({ label: own, runs }) =>
    [escaped(own), ...runs.map((run) => element(signOf[run.kind], run.text))].join(''),
  )
  const first = label ? `<b>${escaped(label)}</b>　${paragraphs[0] ?? ''}` : (paragraphs[0] ?? '')
  const all = [first, ...paragraphs.slice(1)].map((one) => `<p>${one}</p>`).join('')
  return `<td${headings.has(kind) ? ' class="heading"' : ''}>${all}</td>`
}

/** The 修改对照表 as one HTML file that needs nothing else. */
export function tableHtml(rows: readonly TableRow[], words: RenderWords): string {
  const head = `<tr><th scope="col">${escaped(words.old)}</th><th scope="col">${escaped(words.next)}</th></tr>`
  const body = rows.map(
    ({ kind, oldLabel, old, newLabel, new: next }) =>
      `<tr>${cell(oldLabel, old, kind)}${cell(newLabel, next, kind)}</tr>`,
  )
  return page(words, `<table lang="zh-CN"><thead>${head}</thead><tbody>\n${body.join('\n')}\n</tbody></table>`)
}
