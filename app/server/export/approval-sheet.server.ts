import type { PlainDate } from '#app/domain/base/date.ts'
import { type Carrier, carrierWords } from '#app/domain/document/genres.ts'
import { writtenDate } from './official-words.server.ts'
import { line, pack, page, sizes, title, typeAreaWidth } from './paper.server.ts'
import { type Cell, cell, head, table } from './tables.server.ts'

export const templateVersion = 'approval-sheet/1'

/** The chain of a paper before it goes out, in the order in which the sheet is signed. Practice, not law. */
export const approvalSteps = [
  'drafter',
  'copy-editor',
  'countersign',
  'unit-head',
  'office-review',
  'secretary-general',
  'deputy-chief',
  'issuer',
  'recheck',
  'numbering',
  'printing',
  'distribution',
  'archiving',
] as const
export type ApprovalStep = (typeof approvalSteps)[number]
const stepWords: Record<ApprovalStep, string> = {
  drafter: '拟稿',
  'copy-editor': '部门核稿',
  countersign: '会签',
  'unit-head': '部门主要负责人',
  'office-review': '办公室核稿',
  'secretary-general': '（副）秘书长',
  'deputy-chief': '分管领导',
  issuer: '签发',
  recheck: '复核',
  numbering: '登记编号',
  printing: '印制、校对、用印',
  distribution: '分发',
  archiving: '归档',
}

export type ApprovalEntry = {
  name: string
  opinion?: string
  date?: PlainDate /** 代录: who entered it for the signer. */
  recordedBy?: string
}
export type ApprovalSheet = {
  issuer: string
  title: string
  carrier: Carrier
  number: string | null
  /** Version and fingerprint, so that a signed page can be matched with the text. */
  signedText: string
  draftedBy: { unit: string; person: string; telephone?: string }
  addressee?: string
  copies?: string
  publicity?: '主动公开' | '依申请公开' | '不予公开'
  urgency?: string
  attachments?: readonly string[]
  reviewOpinion?: string
  meeting?: string
  entries: Partial<Record<ApprovalStep, readonly ApprovalEntry[]>>
}

/** 发文审批单 (签批单): a form to print and sign; what is already signed is filled in, all other places are open. */
export async function approvalSheet(sheet: ApprovalSheet): Promise<Uint8Array> {
  const name = `${sheet.issuer}发文审批单`
  const field = (label: string, value: string | undefined, span = 1): Cell[] => [head(label), cell(value, { span })]
  const wide = (label: string, value: string | undefined) => field(label, value, 3)
  const rows: Cell[][] = [
    wide('文件标题', sheet.title),
    [...field('文种', carrierWords[sheet.carrier]), ...field('发文字号', sheet.number ?? '')],
    [
      ...field('拟稿单位', sheet.draftedBy.unit),
      ...field('拟稿人', [sheet.draftedBy.person, sheet.draftedBy.telephone].filter(Boolean).join(' ')),
    ],
    [...field('公开属性', sheet.publicity), ...field('紧急程度', sheet.urgency)],
    wide('签批文本', sheet.signedText),
    wide('主送', sheet.addressee),
    wide('抄送', sheet.copies),
    wide('附件', sheet.attachments?.map((attachment, index) => `${index + 1}.${attachment}`).join('\n')),
    wide('合法性审核', sheet.reviewOpinion),
    wide('集体审议', sheet.meeting),
    ...approvalSteps.map((step) => [head(stepWords[step]), { lines: entryLines(sheet.entries[step] ?? []), span: 3 }]),
  ]
  const children = [
    ...title(name),
    table(rows, { widths: [34, 44, 32, typeAreaWidth - 110], minimumHeight: 9.5 }),
    note(),
  ]
  return pack([page(children, { kind: 'form' })], { title: name })
}

const note = () =>
  line('注：圈阅视为同意。代录的，应当附有本人签名的纸质文件。', { size: sizes.fifth, free: true, before: 80 })

/** An open place keeps the words for name and date, so that it can be filled in by hand. */
function entryLines(entries: readonly ApprovalEntry[]): string[] {
  if (entries.length === 0) return ['　　　　　　　　　　　签名：　　　　　　　年　　月　　日']
  return entries.map(({ opinion, name, date, recordedBy }) =>
    [opinion, name, date ? writtenDate(date) : '', recordedBy ? `（经办人${recordedBy}代录）` : '']
      .filter(Boolean)
      .join('　'),
  )
}
