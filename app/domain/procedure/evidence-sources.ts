import type { Source } from '../base/source.ts'

/** Articles on which kinds of evidence rest, each read in the official text. */
const article =
  (title: string, number?: string) =>
  (locus: string): Source => ({ title, ...(number && { number }), locus, verification: 'verified' })

export const decisions = article('重大行政决策程序暂行条例', '国令第713号')
export const competition = article('公平竞争审查条例', '国令第783号')
export const environment = article('优化营商环境条例', '国务院令第722号')
export const openGovernment = article('中华人民共和国政府信息公开条例', '国务院令第711号')
export const organic = article('中华人民共和国地方各级人民代表大会和地方各级人民政府组织法')
export const practised: Source = { title: '国家层面没有统一规定，按照当地做法', verification: 'practice' }
