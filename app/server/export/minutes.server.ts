import type { FileChild } from 'docx'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { MeetingResult } from '#app/domain/matter/records.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { meetingResultWords, writtenDate } from './official-words.server.ts'
import { blank, body, line, pack, page, red, rule, sizes, words } from './paper.server.ts'

export const templateVersion = 'minutes/1'

export type MinutesTopic = { title: string; result: MeetingResult; decisions: readonly string[] }
export type Minutes = {
  /** 清宁市人民政府常务会议纪要 */
  head: string
  number: string | null
  issuer: string
  meeting: string
  heldOn: PlainDate
  chair: string
  topics: readonly MinutesTopic[]
  attended: readonly string[]
  absent?: readonly string[]
  satIn?: readonly string[]
  date: PlainDate | null
}

/** 会议纪要: decisions only. Who said what stays in the restricted record of the meeting. */
export async function minutes(paper: Minutes): Promise<Uint8Array> {
  const size = Math.min(88, Math.floor((156 * 2.835) / paper.head.length) * 2)
  const children: FileChild[] = [
    line([words(paper.head, { face: 'title', size, color: red })], { align: 'center', free: true }),
    line(paper.number ?? '　　〔　　　　〕　　号', { align: 'center' }),
    line(`${paper.issuer}　　　　${paper.date ? writtenDate(paper.date) : '　　年　　月　　日'}`, {
      align: 'center',
      ...rule(),
    }),
    blank(),
    body(`${writtenDate(paper.heldOn)}，${paper.chair}主持召开${paper.meeting}。会议议定事项如下：`),
    ...paper.topics.flatMap(topicLines),
    blank(),
    ...people('出席', paper.attended),
    ...people('请假', paper.absent),
    ...people('列席', paper.satIn),
  ]
  return pack([page(children)], { title: paper.head })
}

function topicLines({ title, result, decisions }: MinutesTopic, index: number): FileChild[] {
  return [
    body(`${toChinese(index + 1)}、《${title}》`, { face: 'heading', keepNext: true }),
    body(`会议审议结果：${meetingResultWords[result]}。`),
    ...decisions.map((decision, at) => body(`（${toChinese(at + 1)}）${decision}`)),
  ]
}

const people = (label: string, names: readonly string[] | undefined): FileChild[] =>
  names && names.length > 0
    ? [
        line([words(`${label}：`, { face: 'heading', size: sizes.third }), words(names.join('　'))], {
          left: 5,
          hanging: 3,
        }),
      ]
    : []
