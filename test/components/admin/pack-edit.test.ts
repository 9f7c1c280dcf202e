import type { z } from 'zod'
import { expect, test } from 'vitest'
import { parseForm } from '#app/components/forms/parse.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { editableRows, type TypedRow } from '#app/domain/procedure/row-edit.ts'

const schema = registry.get('edit-pack')!.input as z.ZodType<{ rows: TypedRow[] }>
const rows = editableRows(nationalPack).map(({ typed }) => typed)

function formOf(typed: readonly TypedRow[]): FormData {
  const form = new FormData()
  form.set('packHash', 'hash')
  form.set('version', '2')
  typed.forEach((row, index) => {
    for (const [name, value] of Object.entries(row)) form.set(`rows[${index}].${name}`, value)
  })
  return form
}

test('a copy posted as the form shows it is read, every row of it', () => {
  const read = parseForm(formOf(rows), schema)
  expect(read.ok ? read.value.rows.map(({ key }) => key) : read.errors).toEqual(rows.map(({ key }) => key))
})

test('a fault stands at the field of its row', () => {
  const faulty = rows.map((row) => (row.key === 'legal-review.max' ? { ...row, value: '十五' } : row))
  const read = parseForm(formOf(faulty), schema)
  const index = rows.findIndex(({ key }) => key === 'legal-review.max')
  expect(read.ok ? {} : read.errors).toEqual({ [`rows[${index}].value`]: ['not-number'] })
})
