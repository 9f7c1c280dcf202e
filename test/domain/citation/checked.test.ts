import { expect, test } from 'vitest'
import { weakest } from '#app/domain/base/source.ts'
import { type Checked, verificationOf } from '#app/domain/citation/checked.ts'
import { gardenLaws, resolved, shelf } from './laws.ts'

const garden = shelf(gardenLaws)
const newest = '园林法(2020-05-01).txt'

/** Articles 3 and 4 of the newest wording were read word for word, the others seen in an excerpt; older wordings are as imported. */
const checked: Checked = (_, versionId, label) => {
  if (versionId !== null && versionId !== newest) return 'index'
  if (label === null) return 'excerpt'
  return label === '第三条' || label === '第四条' ? 'verified' : 'excerpt'
}

test.each([
  ['依照《园林法》第三条办理。', null, 'verified'],
  ['依照《园林法》第三条至第五条办理。', null, 'excerpt'],
  ['依照《园林法》执行。', null, 'excerpt'],
  ['依照《园林法》第三条开放。', '2012-01-01', 'index'],
  ['依照《园艺法》第三条执行。', null, null],
  ['依照《园林法》第九十九条处罚。', null, null],
  ['依照本办法第一条执行。', null, null],
])('%s written on %s rests on words checked so far: %s', (source, writtenOn, expected) => {
  const [resolution] = resolved(garden, source, '2026-11-22', { writtenOn })
  expect(verificationOf(resolution!, checked)).toBe(expected)
})

test('what repeals an act counts with it', () => {
  const repealing = shelf({
    ...gardenLaws,
    '绿化法(2024-01-01).txt':
      '绿化法\n（2024年1月1日通过）\n第一条　为了绿化，制定本法。\n第二条　本法自2024年2月1日起施行。《园林法》同时废止。',
  })
  const [resolution] = resolved(repealing, '依照《园林法》第三条开放。', '2026-11-22')
  expect(resolution!.status).toBe('repealed')
  const [own, other] = [resolution!.target!.actId, resolution!.now!.actId]
  const seen: unknown[] = []
  const asked: Checked = (actId, _, label) => {
    seen.push([actId === own ? 'cited' : actId === other ? 'repealing' : actId, label])
    return actId === own ? 'verified' : 'index'
  }
  expect(verificationOf(resolution!, asked)).toBe('index')
  expect(seen).toEqual([
    ['cited', '第三条'],
    ['repealing', '第二条'],
  ])
})

test('of several the least checked counts', () => {
  expect(weakest(['verified', null, 'memory', 'index'])).toBe('memory')
  expect(weakest([null])).toBeNull()
})
