import type { EffectWords } from './effects.ts'

const title = '公平竞争审查条例'
const number = '国令第783号'
const article = (locus: string) => ({ title, number, locus, verification: 'verified' }) as const

/**
 * Words by which a clause is taken to touch the economic activity of operators: what the four articles of standards speak of.
 * A hint with its reason, no finding.
 */
export const marketWords: EffectWords = {
  words: [
    '经营者',
    '经营主体',
    '市场主体',
    '企业',
    '个体工商户',
    '经营',
    '市场准入',
    '准入',
    '退出',
    '负面清单',
    '特许',
    '供应商',
    '商品',
    '服务',
    '要素',
    '外地',
    '本地',
    '招标',
    '投标',
    '政府采购',
    '资质',
    '税收',
    '财政奖励',
    '补贴',
    '奖励',
    '优惠',
    '收费',
    '社会保险费',
    '定价',
    '指导价',
    '价格',
    '垄断',
  ],
  sources: [article('第八条'), article('第九条'), article('第十条'), article('第十一条')],
}
