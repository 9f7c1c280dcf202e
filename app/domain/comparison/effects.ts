import type { Source } from '../base/source.ts'

/**
 * What new words may lay on people. These are hints for the reader of a difference, no findings: a document may
 * repeat what a law already says.
 */
export const effects = ['duty', 'penalty', 'licence', 'fee', 'restriction'] as const
export type Effect = (typeof effects)[number]

export type EffectWords = { words: readonly string[]; sources: readonly Source[] }

const optimisation = '优化营商环境条例'
const optimisationNumber = '国务院令第722号'

export const effectWords: Record<Effect, EffectWords> = {
  duty: {
    words: ['应当', '必须', '须', '有义务', '有责任', '负责'],
    sources: [
      {
        title: optimisation,
        number: optimisationNumber,
        locus: '第六十四条第一款',
        verification: 'verified',
        quote: '没有法律、法规或者国务院决定和命令依据的，行政规范性文件不得减损市场主体合法权益或者增加其义务',
      },
    ],
  },
  penalty: {
    words: [
      '警告',
      '通报批评',
      '罚款',
      '没收',
      '暂扣',
      '降低资质等级',
      '吊销',
      '限制开展生产经营活动',
      '责令停产停业',
      '责令关闭',
      '限制从业',
      '行政拘留',
      '处罚',
    ],
    sources: [
      { title: '中华人民共和国行政处罚法', locus: '第九条', verification: 'verified' },
      { title: '中华人民共和国行政处罚法', locus: '第十六条', verification: 'verified' },
    ],
  },
  licence: {
    words: [
      '许可',
      '审批',
      '核准',
      '批准',
      '备案',
      '登记',
      '注册',
      '目录',
      '规划',
      '年检',
      '年报',
      '监制',
      '认定',
      '认证',
      '审定',
    ],
    sources: [
      {
        title: optimisation,
        number: optimisationNumber,
        locus: '第三十九条第一款',
        verification: 'verified',
        quote:
          '严禁以备案、登记、注册、目录、规划、年检、年报、监制、认定、认证、审定以及其他任何形式变相设定或者实施行政许可',
      },
      { title: '中华人民共和国行政许可法', locus: '第十七条', verification: 'verified' },
    ],
  },
  fee: {
    words: ['收费', '费用', '缴纳', '交纳', '保证金', '政府性基金', '押金', '服务费'],
    sources: [
      {
        title: optimisation,
        number: optimisationNumber,
        locus: '第二十五条',
        verification: 'verified',
        quote: '设立政府性基金、涉企行政事业性收费、涉企保证金，应当有法律、行政法规依据或者经国务院批准',
      },
    ],
  },
  restriction: {
    words: ['不得', '禁止', '严禁', '限制', '停产', '停业', '停止', '扣押', '查封', '冻结'],
    sources: [
      {
        title: optimisation,
        number: optimisationNumber,
        locus: '第六十四条第一款',
        verification: 'verified',
        quote: '不得设置市场准入和退出条件，不得干预市场主体正常生产经营活动',
      },
      { title: optimisation, number: optimisationNumber, locus: '第五十九条第二款', verification: 'verified' },
      { title: '中华人民共和国行政强制法', locus: '第十条第四款', verification: 'verified' },
    ],
  },
}
