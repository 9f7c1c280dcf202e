import { expect, test } from 'vitest'
import { ChainCheck } from '#app/components/admin/chain-check.tsx'
import { chineseOutsideData, render, wordsOf } from '../render.tsx'

type Parts = Parameters<typeof ChainCheck>[0]
const whole: Parts['chain'] = { ok: true, count: 12, head: 'ab12' }
const held: Parts['records'] = { ok: true, records: 5, versions: 2 }
const words = (chain: Parts['chain'], records: Parts['records'], locale: 'zh-CN' | 'en') => {
  const html = render(<ChainCheck chain={chain} records={records} exportTo="/audit/export" />, { locale })
  if (locale === 'en') expect(chineseOutsideData(html)).toEqual([])
  return wordsOf(html)
}

test.each<[string, Parts['chain'], Parts['records'], string, string]>([
  ['whole', whole, held, '记录链完整：12 条', 'The chain is whole: 12 events'],
  [
    'an event was changed',
    { ok: false, seq: 7, reason: 'hash' },
    null,
    '记录链自第 7 条起不能相接',
    'The chain breaks at event 7',
  ],
  ['an event is gone', { ok: false, seq: 8, reason: 'gap' }, null, '缺少该条', 'It is missing'],
  [
    'a record was changed',
    whole,
    { ok: false, matterId: 'm1', seq: 3, reason: 'record', id: 'r9' },
    '办理记录 r9',
    'Record r9',
  ],
  [
    'a record without event',
    whole,
    { ok: false, matterId: 'm1', seq: null, reason: 'record', id: 'r9' },
    '事项 m1，没有审计记录',
    'Matter m1, no audit event',
  ],
])('%s', (_, chain, records, chinese, english) => {
  expect(words(chain, records, 'zh-CN')).toContain(chinese)
  expect(words(chain, records, 'en')).toContain(english)
})
