/** 文种 of the carrier: what may bear a number, a letterhead and a signature (党政机关公文处理工作条例 第八条, not verified). */
export const carriers = [
  'order',
  'decision',
  'public-notice',
  'notice-to-public',
  'opinion',
  'notice',
  'circular',
  'letter',
  'resolution',
  'reply',
  'minutes',
] as const
export type Carrier = (typeof carriers)[number]
export const carrierWords: Record<Carrier, string> = {
  order: '令',
  decision: '决定',
  'public-notice': '公告',
  'notice-to-public': '通告',
  opinion: '意见',
  notice: '通知',
  circular: '通报',
  letter: '函',
  resolution: '决议',
  reply: '批复',
  minutes: '纪要',
}

/** What a carrier may enclose. 条例 is kept for regulations (规章制定程序条例 第七条, verified). */
export const enclosedKinds = [
  'measures',
  'provisions',
  'rules',
  'implementing-opinions',
  'plan',
  'benchmark',
  'standards',
  'catalogue',
] as const
export type EnclosedKind = (typeof enclosedKinds)[number]

/**
 * Who issues, under whose authority: the first fact of a document. The review body, the meeting and the filing follow from it
 * (国办发〔2018〕115号（四）, verified).
 */
export const authorities = [
  'government', // 政府制定
  'government-office', // 政府办公厅（室）印发
  'department-with-consent', // 报经本级政府同意，以部门名义印发
  'department', // 部门自行制定
  'county-body', // 县级部门、乡镇、街道制定
  'joint-with-party', // 与党委（机构）联合制发
] as const
export type Authority = (typeof authorities)[number]
