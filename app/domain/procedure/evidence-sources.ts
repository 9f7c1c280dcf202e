import type { Source } from '../base/source.ts'

/** Articles on which kinds of evidence and their reopening rest. Those made by `article` were read in the official text. */
const article =
  (title: string, number?: string) =>
  (locus: string): Source => ({ title, ...(number && { number }), locus, verification: 'verified' })

export const decisions = article('重大行政决策程序暂行条例', '国令第713号')
export const competition = article('公平竞争审查条例', '国令第783号')
export const environment = article('优化营商环境条例', '国务院令第722号')
export const openGovernment = article('中华人民共和国政府信息公开条例', '国务院令第711号')
export const organic = article('中华人民共和国地方各级人民代表大会和地方各级人民政府组织法')
export const practised: Source = { title: '国家层面没有统一规定，按照当地做法', verification: 'practice' }
export const makingRules = article('规章制定程序条例')
export const reviewGuidance = article(
  '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
  '国办发〔2018〕115号',
)
/** Known from memory only: shown as such, and no ground to block. */
export const officialDocuments = (locus: string): Source => ({
  title: '党政机关公文处理工作条例',
  number: '中办发〔2012〕14号',
  locus,
  verification: 'memory',
})
export const competitionMeasures = (locus: string): Source => ({
  title: '公平竞争审查条例实施办法',
  number: '国家市场监督管理总局令第99号',
  locus,
  verification: 'memory',
})
