import { expect, test } from 'vitest'
import { readPasted } from '#app/domain/consultation/pasted.ts'

test.each([
  ['第五条\t建议删去“独家”\t删去', { clause: '第五条', words: '建议删去“独家”', proposed: '删去' }],
  ['1\t第五条\t建议删去', { clause: '第五条', words: '建议删去', proposed: '' }],
  [
    '第十二条第二款：期限过短，建议改为十五个工作日',
    { clause: '第十二条第二款', words: '期限过短，建议改为十五个工作日', proposed: '' },
  ],
  ['第三条 | 与上位法不一致 | 按上位法修改', { clause: '第三条', words: '与上位法不一致', proposed: '按上位法修改' }],
  ['总体同意，请补充依据', { clause: '', words: '总体同意，请补充依据', proposed: '' }],
])('%s', (line, expected) => {
  expect(readPasted(line)).toEqual([expected])
})

test('headings and empty lines are left out, every other line is an opinion', () => {
  expect(readPasted('序号\t条款\t意见\n\n1\t第一条\t甲\n2\t第二条\t乙\n').map((opinion) => opinion.words)).toEqual([
    '甲',
    '乙',
  ])
})
