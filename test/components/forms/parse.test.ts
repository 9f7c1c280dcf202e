import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm, withoutBlankRows } from '#app/components/forms/parse.ts'

const form = (entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
const schema = z.object({
  title: z.string().min(1, 'required').max(5, 'too-long'),
  days: z.number().min(1),
  outcome: z.enum(['agree', 'object']),
  units: z.array(z.string()).min(1),
  items: z.array(z.object({ words: z.string().min(2), note: z.string().optional() })),
  urgent: z.boolean().default(false),
})

test('a complete form is read, blank rows left out and a single choice taken as a list', () => {
  const parsed = parseForm(
    form([
      ['title', '标题'],
      ['days', '5'],
      ['outcome', 'agree'],
      ['units', 'u1'],
      ['urgent', 'on'],
      ['items[0].words', ''],
      ['items[0].note', ''],
      ['items[1].words', '意见'],
      ['items[1].note', ''],
    ]),
    schema,
  )
  expect(parsed).toEqual({
    ok: true,
    value: { title: '标题', days: 5, outcome: 'agree', units: ['u1'], urgent: true, items: [{ words: '意见' }] },
  })
})

test('faults come back as codes by field, with what was typed', () => {
  const parsed = parseForm(
    form([
      ['title', ''],
      ['days', '五'],
      ['outcome', 'maybe'],
      ['items[0].words', '短'],
      ['items[1].words', ''],
    ]),
    schema,
  )
  expect(parsed).toEqual({
    ok: false,
    errors: {
      title: ['required'],
      days: ['number-invalid'],
      outcome: ['choice-invalid'],
      units: ['too-few'],
      'items[0].words': ['too-short'],
    },
    values: { title: '', days: '五', outcome: 'maybe', items: [{ words: '短' }] },
  })
})

test('the schema’s own codes are kept', () => {
  const parsed = parseForm(form([['title', '一二三四五六']]), schema.pick({ title: true }))
  expect(parsed).toMatchObject({ ok: false, errors: { title: ['too-long'] } })
})

test('rows with something in them keep their order and lose no cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('', '甲', '乙'), fc.constantFrom('', '丙'))), (rows) => {
      const read = withoutBlankRows(
        form(
          rows.flatMap(
            ([a, b], row) =>
              [
                [`r[${row}].a`, a],
                [`r[${row}].b`, b],
              ] as [string, string][],
          ),
        ),
      )
      const kept = rows.filter(([a, b]) => a || b)
      expect([...read.entries()]).toEqual(
        kept.flatMap(([a, b], row) => [
          [`r[${row}].a`, a],
          [`r[${row}].b`, b],
        ]),
      )
    }),
  )
})
