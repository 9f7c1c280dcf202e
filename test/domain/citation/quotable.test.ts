import { expect, test } from 'vitest'
import { quotableArticles } from '#app/domain/citation/quotable.ts'
import { gardenLaws, resolved, shelf } from './laws.ts'

const garden = shelf(gardenLaws)
const quotable = (source: string, writtenOn: string | null = null) =>
  quotableArticles(resolved(garden, source, '2026-11-22', { writtenOn })[0]!).map(
    ({ title, label, isNow }) => `${title}${label}${isNow ? '（现）' : ''}`,
  )

test.each([
  ['依照《园林法》第五条第一项处罚。', null, ['园林法第五条']],
  ['依照《园林法》第三条至第五条办理。', null, ['园林法第三条', '园林法第四条', '园林法第五条']],
  ['依照《园林法》第三条开放。', '2012-01-01', ['园林法第三条', '园林法第四条（现）']],
  ['依照《园林法》执行。', null, []],
  ['依照《园艺法》第三条执行。', null, []],
  ['依照《园林法》第九十九条处罚。', null, []],
])('%s written on %s offers %j', (source, writtenOn, offered) => {
  expect(quotable(source, writtenOn)).toEqual(offered)
})
