import type { Source } from '../../base/source.ts'

/** 立法法 on how provisions are numbered. */
export const numberingSource: Source = {
  title: '中华人民共和国立法法',
  locus: '第六十五条',
  quote:
    '编、章、节、条的序号用中文数字依次表述，款不编序号，项的序号用中文数字加括号依次表述，目的序号用阿拉伯数字依次表述。',
  verification: 'verified',
}

/** The first part of the technical rules for legislation; its words were not read in the official text. */
export const technicalRules = (locus: string): Source => ({
  title: '立法技术规范（试行）（一）',
  number: '法工委发〔2009〕62号',
  locus,
  verification: 'memory',
})

export const boundarySource: Source = {
  title: '中华人民共和国民法典',
  locus: '第一千二百五十九条',
  quote: '民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。',
  verification: 'verified',
}

export const termSource: Source = { title: '中华人民共和国民法典', locus: '第二百零二条', verification: 'verified' }

/** A rule of good drafting that no document was found for. */
export const practice: Source = { title: '起草惯例', verification: 'practice' }
