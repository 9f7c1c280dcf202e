import { expect, test } from 'vitest'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { lastOf } from '#app/domain/matter/matter.ts'
import { settledForm } from '#app/server/pages/ledger-view.server.ts'
import { must, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

/** Three opinions of one unit, none settled. */
function threeOpinions(): Played {
  const round = walkTo('circulating')
  const { roundId } = lastOf(round.matter, 'round-opened')!.payload
  const pasted = '第二条\t应明确办理时限\n第三条\t应明确主体\n第四条\t建议删去'
  return must(round, {
    by: 'housing-head',
    act: 'send-answer',
    input: { roundId, answer: 'agree-with-changes', pasted },
  })
}

const played = threeOpinions()
const ids = ledgerOf(played.matter).map(({ opinionId }) => opinionId)

function grid(rows: Array<[string, string, string]>, extra: Record<string, string> = {}): FormData {
  const form = new FormData()
  rows.forEach(([opinionId, disposition, reason], row) => {
    form.set(`items[${row}].opinionId`, opinionId)
    form.set(`items[${row}].disposition`, disposition)
    form.set(`items[${row}].reason`, reason)
  })
  for (const [name, value] of Object.entries({ _key: 'k', ...extra })) form.set(name, value)
  return form
}

const settled = (form: FormData) =>
  ids.flatMap((id, row) =>
    form.get(`items[${row}].opinionId`) === id
      ? [[row, form.get(`items[${row}].disposition`), form.get(`items[${row}].reason`)]]
      : [],
  )

const empty: Array<[string, string, string]> = ids.map((id) => [id, '', ''])

test('rows without a disposition are not sent on', () => {
  expect(
    settled(
      settledForm(
        grid([
          [ids[0]!, 'adopted', ''],
          [ids[1]!, '', ''],
          [ids[2]!, 'declined', '另有规定'],
        ]),
        played.matter,
      ),
    ),
  ).toEqual([
    [0, 'adopted', ''],
    [2, 'declined', '另有规定'],
  ])
})

test('a batch gives one disposition and reason to the chosen rows alone', () => {
  const form = grid(empty, { _batch: 'chosen', _batchDisposition: 'declined', _batchReason: '上位法已有规定' })
  form.append('_chosen', ids[0]!)
  form.append('_chosen', ids[2]!)
  expect(settled(settledForm(form, played.matter))).toEqual([
    [0, 'declined', '上位法已有规定'],
    [2, 'declined', '上位法已有规定'],
  ])
})

test('adopting what is open leaves what was typed', () => {
  const form = grid(
    [
      [ids[0]!, 'declined', '理由'],
      [ids[1]!, '', ''],
      [ids[2]!, '', ''],
    ],
    { _batch: 'adopt-open' },
  )
  expect(settled(settledForm(form, played.matter)).map(([, disposition]) => disposition)).toEqual([
    'declined',
    'adopted',
    'adopted',
  ])
})

test('a row that says what the ledger says already is not recorded again', () => {
  const items = [{ opinionId: ids[0], disposition: 'declined', reason: '理由' }]
  const { matter } = must(played, { by: 'drafter', act: 'settle-opinions', input: { items } })
  expect(
    settled(
      settledForm(
        grid([
          [ids[0]!, 'declined', '理由 '],
          [ids[1]!, 'adopted', ''],
        ]),
        matter,
      ),
    ),
  ).toEqual([[1, 'adopted', '']])
})

test('the same grid sent twice has one key, another grid has another', () => {
  const key = (rows: Array<[string, string, string]>) => settledForm(grid(rows), played.matter).get('_key')
  expect(key([[ids[0]!, 'adopted', '']])).toBe(key([[ids[0]!, 'adopted', '']]))
  expect(key([[ids[0]!, 'adopted', '']])).not.toBe(key([[ids[0]!, 'declined', '理由']]))
})
