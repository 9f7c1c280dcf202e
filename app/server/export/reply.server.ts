import type { FileChild } from 'docx'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Payload } from '#app/domain/matter/records.ts'
import { answerWords } from './official-words.server.ts'
import { blank, body, line, pack, page, sizes, title, typeAreaWidth } from './paper.server.ts'
import { signatureBlock } from './signature.server.ts'
import { cell, head, table } from './tables.server.ts'

export const templateVersion = 'reply/1'

export type ReplyProposal = { clause: string; opinion: string; proposed?: string }
export type Reply = {
  documentTitle: string
  addressee: string
  unit: string
  answer: Payload<'answer-sent'>['answer']
  general?: string
  proposals: readonly ReplyProposal[]
  signedBy?: string
  date: PlainDate | null
}

/** 复函: the answer of a consulted unit in a form that can be stamped. */
export async function reply(paper: Reply): Promise<Uint8Array> {
  const name = `关于《${paper.documentTitle}》的反馈意见`
  const children: FileChild[] = [
    ...title(name),
    blank(),
    line(`${paper.addressee}：`),
    body(
      `贵单位《关于征求〈${paper.documentTitle}〉意见的函》收悉。经研究，我单位意见为：${answerWords[paper.answer]}。`,
    ),
    ...(paper.general ? paper.general.split('\n').map((part) => body(part)) : []),
    ...(paper.proposals.length > 0 ? [body('具体意见如下：', { keepNext: true }), proposals(paper.proposals)] : []),
    ...(paper.signedBy ? [body(`负责人：${paper.signedBy}`, { before: 240 })] : []),
    ...signatureBlock([paper.unit], paper.date, { room: true }),
    line('（盖章）', { align: 'right', right: 4, size: sizes.fourth }),
  ]
  return pack([page(children)], { title: name })
}

const proposals = (rows: readonly ReplyProposal[]) =>
  table(
    [
      [head('序号'), head('条款'), head('意见及理由'), head('建议修改为')],
      ...rows.map(({ clause, opinion, proposed }, index) => [
        cell(String(index + 1), { align: 'center' }),
        cell(clause),
        cell(opinion),
        cell(proposed),
      ]),
    ],
    { widths: [13, 30, 60, typeAreaWidth - 103], headRows: 1 },
  )
