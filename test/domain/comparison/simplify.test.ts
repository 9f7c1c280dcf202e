import { expect, test } from 'vitest'
import { runsBetween } from '#app/domain/comparison/inner.ts'
import { frequentTerms } from '#app/domain/comparison/terms.ts'
import { lexicon, tokens } from '#app/domain/comparison/tokens.ts'
import { mark } from './notation.ts'

const terms = lexicon(frequentTerms)
const words = (text: string) => tokens(text, terms).map((token) => ({ ...token, key: token.text }))
const read = (old: string, next: string) => mark(runsBetween(words(old), words(next)))

test.each([
  ['a number keeps its unit', '处五千元以上罚款', '处三千元以上罚款', '处<del>五千</del><ins>三千</ins>元以上罚款'],
  ['another unit is another amount', '十日内答复', '十个工作日内答复', '<del>十日</del><ins>十个工作日</ins>内答复'],
  ['an amount is never cut', '十五日内答复', '二十五日内答复', '<del>十五</del><ins>二十五</ins>日内答复'],
  [
    'a law is replaced whole',
    '依照《甲市甲法》处理',
    '依照《乙市甲法》处理',
    '依照<del>《甲市甲法》</del><ins>《乙市甲法》</ins>处理',
  ],
  [
    'single characters in common do not hold two clauses together',
    '由县的有关机构负责核查',
    '由市的其他部门组织检验',
    '由<del>县的有关机构负责核查</del><ins>市的其他部门组织检验</ins>',
  ],
  [
    'a clause that came begins behind the mark',
    '申请人提交材料，受理单位登记。',
    '申请人提交材料，主管部门核对，受理单位登记。',
    '申请人提交材料，<ins>主管部门核对，</ins>受理单位登记。',
  ],
  [
    'two far changes stay two',
    '市级主管部门负责全市范围内数据资源目录的编制工作，每年更新一次。',
    '省级主管部门负责全市范围内数据资源目录的编制工作，每年更新两次。',
    '<del>市</del><ins>省</ins>级主管部门负责全市范围内数据资源目录的编制工作，每年更新<del>一</del><ins>两</ins>次。',
  ],
  ['nothing before', '', '新增一款。', '<ins>新增一款。</ins>'],
  ['nothing after', '删去一款。', '', '<del>删去一款。</del>'],
])('%s', (_, old, next, expected) => {
  expect(read(old, next)).toBe(expected)
})
