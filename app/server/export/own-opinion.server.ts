import type { PlainDate } from '#app/domain/base/date.ts'
import { conclusionWords } from './official-words.server.ts'
import { blank, body, pack, page, title, words } from './paper.server.ts'
import { signatureBlock } from './signature.server.ts'

export const templateVersion = 'own-opinion/1'

export type OwnOpinion = {
  unit: string
  documentTitle: string
  reviewedText: string
  conclusion: 'lawful' | 'unlawful'
  words: string
  reviewer: string
  date: PlainDate | null
}

/** The drafting unit's own legality opinion (本单位的合法性审核意见), one of the materials of submission (国办发〔2018〕115号（五）). */
export async function ownOpinion(paper: OwnOpinion): Promise<Uint8Array> {
  const name = `${paper.unit}关于《${paper.documentTitle}》的合法性审核意见`
  const children = [
    ...title(name),
    blank(),
    body(`本单位法制审核机构对《${paper.documentTitle}》（${paper.reviewedText}）进行了合法性审核，意见如下：`),
    body([words('审核结论为：'), words(`${conclusionWords[paper.conclusion]}。`, { bold: true })]),
    ...paper.words
      .split('\n')
      .filter((part) => part.trim())
      .map((part) => body(part)),
    body(`审核人：${paper.reviewer}`),
    blank(),
    ...signatureBlock([paper.unit], paper.date),
  ]
  return pack([page(children)], { title: name })
}
