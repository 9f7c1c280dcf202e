import type { PlainDate } from '#app/domain/base/date.ts'
import { writtenDate } from './official-words.server.ts'
import { blank, body, line, pack, page, title } from './paper.server.ts'
import { signatureBlock } from './signature.server.ts'

export const templateVersion = 'consultation-notice/1'

export type ConsultationNotice = {
  documentTitle: string
  addressees: readonly string[]
  leadUnit: string
  /** The last day of the round, and how it was counted. */
  dueOn: PlainDate
  workingDays: number
  /** It runs into a year whose holidays are not announced. */
  provisional?: boolean
  questions?: string
  /** What silence means in this round. */
  silence: 'no-answer' | 'no-objection-presumed'
  contact?: { person: string; telephone?: string }
  attachments: readonly string[]
  date: PlainDate | null
}

/** 征求意见函 */
export async function consultationNotice(paper: ConsultationNotice): Promise<Uint8Array> {
  const name = `关于征求《${paper.documentTitle}》意见的函`
  const contact = paper.contact
    ? `联系人：${paper.contact.person}${paper.contact.telephone ? `，电话：${paper.contact.telephone}` : ''}。`
    : ''
  const silence = paper.silence === 'no-objection-presumed' ? '逾期未反馈的，视为无不同意见。' : ''
  const children = [
    ...title(name),
    blank(),
    line(`${paper.addressees.join('、')}：`),
    body(
      `我单位牵头起草了《${paper.documentTitle}》，现征求你单位意见。请于${writtenDate(paper.dueOn)}前（${paper.workingDays}个工作日${paper.provisional ? '，暂定，节假日安排公布后重新计算' : ''}）将书面意见反馈我单位；没有意见的，也请予反馈。${silence}`,
    ),
    ...(paper.questions ? paper.questions.split('\n').map((part) => body(part)) : []),
    ...(contact ? [body(contact)] : []),
    ...(paper.attachments.length > 0 ? [blank(), ...attachmentList(paper.attachments)] : []),
    blank(),
    blank(),
    ...signatureBlock([paper.leadUnit], paper.date),
  ]
  return pack([page(children)], { title: name })
}

function attachmentList(attachments: readonly string[]) {
  if (attachments.length === 1) return [body(`附件：${attachments[0]}`)]
  return attachments.map((attachment, index) =>
    index === 0 ? body(`附件：1.${attachment}`) : line(`${index + 1}.${attachment}`, { left: 5 }),
  )
}
