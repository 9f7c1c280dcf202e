import { expect, test } from 'vitest'
import type { AmendedText, Context } from '#app/domain/acts/act.ts'
import { linkAmendedText } from '#app/domain/acts/amending.ts'
import type { Matter } from '#app/domain/matter/matter.ts'

const matter = { id: 'parks', records: [] } as unknown as Matter
const parks: AmendedText = {
  title: '某市公园管理办法',
  number: '某政发〔2020〕1号',
  registeredMatterId: 'old-parks',
  registeredVersionId: 'version',
  amendedLawId: null,
  lawVersionId: null,
}
const link = (amended: Context['amended'], reason = '上位法已经修改。') =>
  linkAmendedText.decide(matter, { mode: 'amends', amendedText: '某市公园管理办法', reason }, { amended } as Context)

test('the amended text is recorded as it was called on that day, with its wording and the reason', () =>
  expect(link(parks)).toEqual({
    ok: true,
    value: [
      {
        do: 'record',
        kind: 'amended-text-linked',
        payload: { mode: 'amends', reason: '上位法已经修改。', ...parks, after: [] },
      },
    ],
  }))

test.each([
  ['what is neither in the register nor in the library', null, 'amended-text-unknown'],
  ['its own text', { ...parks, registeredMatterId: 'parks' }, 'amended-text-unknown'],
  ['words that fit several', 'several', 'amended-text-several'],
] as const)('%s is refused', (_, amended, code) =>
  expect(link(amended)).toMatchObject({ ok: false, error: { code, field: 'amendedText' } }),
)
