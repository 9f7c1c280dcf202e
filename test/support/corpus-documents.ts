import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { corpusDir } from './corpus.ts'

/** What its words say of its validity, as pages show it; `clause`: a part of the words that say it. */
export type SaidValidity = { effective: string; effectiveOn: string; end: string; clause?: string }
/** `lines` begin the provisions that the road changes, one after the other. `state`: on the day of publication. */
export type RoadDocument = {
  title: string
  source: string
  real: boolean
  lines: string[]
  validity: SaidValidity
  state: string
}
type Said = Pick<RoadDocument, 'validity' | 'state'>

const ownTexts = resolve(import.meta.dirname, '../fixtures/documents')

/** A real document, or the one written for the project where there is no corpus. */
function document(path: string, own: string, said: { real: Said; own: Said }): RoadDocument {
  const real = corpusDir ? join(corpusDir, path) : ''
  const isReal = real !== '' && existsSync(real)
  const source = readFileSync(isReal ? real : join(ownTexts, own), 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
  return { title: titleOf(source), source, real: isReal, lines: changeable(source), ...(isReal ? said.real : said.own) }
}

const headings = /^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|（|附件|图\d)/

/** A title may run over two lines. */
const titleOf = (source: string): string => {
  const [first = '', second = ''] = source.split(/\r?\n/).map((line) => line.trim())
  return /(?:通知|规定|办法|意见)$/.test(first) ? first : first + second
}

const article = /^第[一二三四五六七八九十百]+条[\s\u3000]*/
const item = /^（[一二三四五六七八九十]+）/

/**
 * The beginnings of lines that state something: articles, or the paragraphs below the headings of an outline. The fourth has a
 * number of its own, so that minutes can name it.
 */
function changeable(source: string): string[] {
  const lines = source.split(/\r?\n/).map((line) => line.trim())
  const begins = (label: RegExp) =>
    lines.filter((line) => label.test(line) && line.length > 25).map((line) => line.replace(label, '').slice(0, 24))
  const articles = begins(article)
  if (articles.length > 4) return articles.slice(1, 6)
  const below = lines.filter(
    (line, place) =>
      line.length > 20 && /^[一二三四五六七八九十]+、/.test(lines[place - 1] ?? '') && !headings.test(line),
  )
  const items = begins(item)
  return [...below.map((line) => line.slice(0, 24)), ...items.slice(1, 3)].slice(0, 3).concat(items[0]!)
}

/** A text in articles. */
export const textInArticles = (): RoadDocument =>
  document('norms/部门规章与规范性文件/市场监督管理行政处罚信息公示规定.txt', 'articles.txt', {
    real: {
      validity: {
        effective: '2021年9月1日',
        effectiveOn: '2021年9月1日',
        end: '条文未载明有效期',
        clause: '自2021年9月1日起施行',
      },
      state: '有效',
    },
    own: {
      // When thirty days have passed after 2 March 2026, and for five years.
      validity: {
        effective: '2026年4月2日',
        effectiveOn: '2026年4月2日',
        end: '2031年',
        clause: '自公布之日起三十日后施行，有效期五年',
      },
      state: '尚未施行',
    },
  })

/** A notice with an outline and an attachment. */
export const noticeWithAttachment = (): RoadDocument =>
  document(
    'norms/国务院文件/国务院办公厅关于国家综合性消防救援车辆悬挂应急救援专用号牌有关事项的通知.txt',
    'notice-with-attachment.txt',
    {
      real: { validity: { effective: '未载明', effectiveOn: '无', end: '条文未载明有效期' }, state: '施行日期未载明' },
      own: {
        validity: {
          effective: '2026年3月2日',
          effectiveOn: '2026年3月2日',
          end: '2031年',
          clause: '自印发之日起施行，有效期五年',
        },
        state: '有效',
      },
    },
  )

/** A text that orders what operators do: how they mark their prices. */
export const rulesForOperators = (): RoadDocument =>
  document('norms/部门规章与规范性文件/明码标价和禁止价格欺诈规定.txt', 'articles.txt', {
    real: {
      validity: {
        effective: '2022年7月1日',
        effectiveOn: '2022年7月1日',
        end: '条文未载明有效期',
        clause: '自2022年7月1日起施行',
      },
      state: '有效',
    },
    own: {
      validity: { effective: '2026年4月2日', effectiveOn: '2026年4月2日', end: '2031年' },
      state: '尚未施行',
    },
  })
