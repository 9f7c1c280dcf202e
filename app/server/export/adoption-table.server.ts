import type { PlainDate } from '#app/domain/base/date.ts'
import { dispositionWords } from './official-words.server.ts'
import { blank, landscapeWidth, line, pack, page, title } from './paper.server.ts'
import { signatureBlock } from './signature.server.ts'
import { cell, head, table } from './tables.server.ts'

export const templateVersion = 'adoption-table/1'

export type AdoptionRow = {
  unit: string
  clause: string
  opinion: string
  /** Null while the opinion is open. */
  disposition: 'adopted' | 'partly' | 'declined' | null
  /** Why it was not taken, or the change that answers it. */
  reason: string
}
/** A unit that answered without an opinion to settle. */
export type PlainAnswer = { unit: string; answer: string }
export type AdoptionTable = {
  documentTitle: string
  rows: readonly AdoptionRow[]
  withoutOpinions: readonly PlainAnswer[]
  unanswered: readonly string[]
  unit: string
  date: PlainDate | null
}

/** 征求意见采纳情况汇总表 */
export async function adoptionTable({
  documentTitle,
  rows,
  withoutOpinions,
  unanswered,
  unit,
  date,
}: AdoptionTable): Promise<Uint8Array> {
  const name = `《${documentTitle}》征求意见采纳情况汇总表`
  const widths = [13, 36, 34, 70, 24, landscapeWidth - 177]
  const headings = ['序号', '单位', '条款', '意见', '采纳情况', '理由/对应修改'].map((word) => head(word))
  const body = rows.map((row, index) => [
    cell(String(index + 1), { align: 'center' }),
    cell(row.unit),
    cell(row.clause),
    cell(row.opinion),
    cell(row.disposition ? dispositionWords[row.disposition] : '', { align: 'center' }),
    cell(row.reason),
  ])
  const children = [
    ...title(name),
    blank(),
    line(summary(rows, withoutOpinions, unanswered), { first: 2, free: true, after: 120 }),
    table([headings, ...body], { widths, headRows: 1 }),
    ...(withoutOpinions.length > 0
      ? [
          line('没有修改意见的单位', { face: 'heading', before: 240, after: 120, free: true, keepNext: true }),
          plainAnswers(withoutOpinions),
        ]
      : []),
    ...(unanswered.length > 0
      ? [line(`未反馈意见的单位：${unanswered.join('、')}。`, { first: 2, before: 240, free: true })]
      : []),
    blank(),
    ...signatureBlock([unit], date),
  ]
  return pack([page(children, { kind: 'table' })], { title: name })
}

function summary(rows: readonly AdoptionRow[], plain: readonly PlainAnswer[], unanswered: readonly string[]): string {
  const count = (disposition: AdoptionRow['disposition']) =>
    rows.filter((row) => row.disposition === disposition).length
  const units = new Set([...rows.map(({ unit }) => unit), ...plain.map(({ unit }) => unit)]).size
  const settled = `采纳${count('adopted')}条，部分采纳${count('partly')}条，不予采纳${count('declined')}条`
  return `共征求${units + unanswered.length}个单位意见，${units}个单位反馈；收到意见${rows.length}条，其中${settled}${count(null) > 0 ? `，未处理${count(null)}条` : ''}。`
}

const plainAnswers = (answers: readonly PlainAnswer[]) =>
  table(
    [
      [head('序号'), head('单位'), head('反馈意见')],
      ...answers.map(({ unit, answer }, index) => [
        cell(String(index + 1), { align: 'center' }),
        cell(unit),
        cell(answer),
      ]),
    ],
    {
      widths: [13, 100, landscapeWidth - 113],
      headRows: 1,
    },
  )
