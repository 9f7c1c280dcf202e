import type { PlainDate } from '#app/domain/base/date.ts'
import { writtenDate } from './official-words.server.ts'
import { blank, line, pack, page, title, typeAreaWidth } from './paper.server.ts'
import { cell, head, table } from './tables.server.ts'

export const templateVersion = 'agenda/1'

export type AgendaTopic = {
  title: string
  reporter: string
  reviewer?: string
  attending: readonly string[]
  papers: readonly string[]
}
export type Agenda = {
  meeting: string
  on: PlainDate
  time?: string
  place?: string
  chair?: string
  topics: readonly AgendaTopic[]
}

/** 会议议程: the topics in their order, who reports, who attends which, and the papers. */
export async function agenda({ meeting, on, time, place, chair, topics }: Agenda): Promise<Uint8Array> {
  const name = `${meeting}议程`
  const facts = [
    `时间：${[writtenDate(on), time].filter(Boolean).join(' ')}`,
    place && `地点：${place}`,
    chair && `主持：${chair}`,
  ].filter((fact) => fact !== undefined && fact !== '')
  const headings = ['序号', '议题', '汇报', '审核情况汇报', '列席单位', '材料'].map((word) => head(word))
  const rows = topics.map((topic, index) => [
    cell(String(index + 1), { align: 'center' }),
    cell(topic.title),
    cell(topic.reporter),
    cell(topic.reviewer),
    cell(topic.attending.join('、')),
    cell(topic.papers.map((paper, at) => `${at + 1}.${paper}`).join('\n')),
  ])
  const children = [
    ...title(name),
    blank(),
    ...facts.map((fact) => line(String(fact), { first: 2 })),
    blank(),
    table([headings, ...rows], { widths: [12, 46, 22, 24, 26, typeAreaWidth - 130], headRows: 1 }),
  ]
  return pack([page(children)], { title: name })
}
