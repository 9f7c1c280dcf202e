import type { PlainDate } from '#app/domain/base/date.ts'
import type { MatterKind } from '#app/domain/matter/kinds.ts'
import type { conclusions, Payload, ReviewPoint } from '#app/domain/matter/records.ts'
import zh from '#app/messages/zh.ts'

/** Wording of printed papers. They are always in Chinese, whatever language the person who prints them reads. */

/** 2026年1月5日: Arabic numerals without leading zeros (GB/T 9704-2012). */
export function writtenDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 国办发〔2018〕115号（六）: where the pages say less than its words (verified, word for word). */
const fullWords: Partial<Record<ReviewPoint, string>> = {
  'rights-reduced': '是否存在没有法律、法规依据作出减损公民、法人和其他组织合法权益或者增加其义务的情形',
  'own-power': '是否存在没有法律、法规依据作出增加本单位权力或者减少本单位法定职责的情形',
}
/** What a reviewer looks at in a kind of matter. */
export function pointWords(kind: MatterKind, point: ReviewPoint): string {
  const words: Partial<Record<ReviewPoint, string>> = zh.kinds.of[kind].points
  return (kind === 'normative-document' && fullWords[point]) || (words[point] ?? point)
}
/** 国办发〔2018〕115号（六）: the three conclusions (verified, word for word). */
export const conclusionWords: Record<(typeof conclusions)[number], string> = {
  lawful: '合法',
  unlawful: '不合法',
  revise: '应当予以修改',
}
export const dispositionWords: Record<'adopted' | 'partly' | 'declined', string> = {
  adopted: '采纳',
  partly: '部分采纳',
  declined: '不予采纳',
}
export const answerWords: Record<Payload<'answer-sent'>['answer'], string> = {
  agree: '同意',
  'agree-with-changes': '原则同意，有修改意见',
  object: '不同意',
  'no-objection': '无不同意见',
  'not-concerned': '不涉及本单位职责',
}
export const meetingResultWords: Record<Payload<'minutes-issued'>['result'], string> = {
  passed: '通过',
  'passed-in-principle': '原则通过',
  'revise-and-return': '修改后再议',
  deferred: '暂缓',
  rejected: '不通过',
}
