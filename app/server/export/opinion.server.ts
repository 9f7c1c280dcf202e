import type { FileChild } from 'docx'
import type { PlainDate } from '#app/domain/base/date.ts'
import { kinds, type MatterKind } from '#app/domain/matter/kinds.ts'
import type { conclusions, ReviewPoint } from '#app/domain/matter/records.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import zh from '#app/messages/zh.ts'
import { pointWords, writtenDate } from './official-words.server.ts'
import { blank, body, line, pack, page, rule, title, words } from './paper.server.ts'
import { signatureBlock } from './signature.server.ts'

export const templateVersion = 'review-opinion/1'

export type ReviewItem = {
  /** Clause, as a person reads it: 第五条第二款. */
  clause: string
  issue: string
  /** Title, article and words of the law. */
  law?: string
  suggestion?: string
}
export type ReviewOpinion = {
  /** The reviewing body, as it signs. */
  reviewer: string
  number: string
  addressee: string
  documentTitle: string
  /** Version and fingerprint of the text that was reviewed. */
  reviewedText: string
  receivedOn?: PlainDate
  kind: MatterKind
  conclusion: (typeof conclusions)[number]
  /** What was found on each point; a point that is absent or null had nothing. */
  points: Partial<Record<ReviewPoint, string | null>>
  items: readonly ReviewItem[]
  words?: string
  date: PlainDate | null
}

/** 合法性审核意见书, in writing and with one of three conclusions (国办发〔2018〕115号（六）, verified). */
export async function opinion(paper: ReviewOpinion): Promise<Uint8Array> {
  const name = kinds[paper.kind].opinionTitle
  const { conclusions: conclusionWords } = zh.kinds.of[paper.kind]
  const received = paper.receivedOn ? `你单位${writtenDate(paper.receivedOn)}送审的` : '你单位送审的'
  const children: FileChild[] = [
    ...title(name),
    line(paper.number, { align: 'center', ...rule('000000', 6) }),
    blank(),
    line(`${paper.addressee}：`),
    body(`${received}《${paper.documentTitle}》（${paper.reviewedText}）收悉。经审核，提出以下意见：`),
    heading(1, '审核结论'),
    body([words('审核结论为：'), words(`${conclusionWords[paper.conclusion]}。`, { bold: true })]),
    ...paragraphs(paper.words),
    heading(2, '审核内容'),
    ...kinds[paper.kind].points.map((point, index) =>
      body(`${index + 1}.${pointWords(paper.kind, point)}：${paper.points[point] ?? '未发现问题。'}`),
    ),
    heading(3, '具体意见'),
    ...(paper.items.length > 0 ? paper.items.flatMap(itemLines) : [body('无。')]),
    ...closing(paper),
    blank(),
    ...signatureBlock([paper.reviewer], paper.date),
  ]
  return pack([page(children)], { title: `${name}（${paper.number}）` })
}

const heading = (number: number, text: string) =>
  body(`${toChinese(number)}、${text}`, { face: 'heading', keepNext: true })
const paragraphs = (text: string | undefined) =>
  text
    ? text
        .split('\n')
        .filter((part) => part.trim())
        .map((part) => body(part))
    : []

function itemLines({ clause, issue, law, suggestion }: ReviewItem, index: number): FileChild[] {
  return [
    body(`（${toChinese(index + 1)}）${clause}`, { face: 'subheading', keepNext: true }),
    ...labelled('问题', issue),
    ...(law ? labelled('依据', law) : []),
    ...(suggestion ? labelled('修改建议', suggestion) : []),
  ]
}

function labelled(label: string, text: string): FileChild[] {
  const [first = '', ...rest] = text.split('\n')
  return [body([words(`${label}：`, { bold: true }), words(first)]), ...rest.map((part) => body(part))]
}

/** 国办发〔2018〕115号（六）: what the drafting unit does with the opinion (verified). */
function closing({ conclusion, kind }: ReviewOpinion): FileChild[] {
  if (conclusion === 'lawful' || kinds[kind].road === 'desk') return []
  return [body('请根据本意见对文件作必要的修改或者补充；未完全采纳的，应当在提请审议时详细说明理由和依据。')]
}
