import type { z } from 'zod'
import { expect, test } from 'vitest'
import { changedValues, linesIn, typedValues } from '#app/components/admin/row-values.ts'
import { type FormValues, rowsOf } from '#app/components/forms/index.ts'
import { parseForm } from '#app/components/forms/parse.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { linesOf } from '#app/domain/procedure/condition-lines.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { type TypedRuleRow, typedFromGate, typedFromStep } from '#app/domain/procedure/row-form.ts'

const schema = registry.get('edit-pack-row')!.input as z.ZodType<TypedRuleRow>

/** The fields as the page posts them. */
function formOf(typed: FormValues): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ packHash: 'hash', version: '2', row: '', ...typed })) {
    if (!Array.isArray(value)) {
      form.set(name, String(value))
      continue
    }
    for (const [at, one] of value.entries()) {
      if (typeof one !== 'object' || one === null) form.append(name, String(one))
      else for (const [cell, words] of Object.entries(one)) form.set(`${name}[${at}].${cell}`, String(words))
    }
  }
  return form
}

test('every row is read from the form that shows it', () => {
  for (const typed of [...nationalPack.steps.map(typedFromStep), ...nationalPack.gates.map(typedFromGate)]) {
    const read = parseForm(formOf(typed), schema)
    expect(read.ok ? read.value : read.errors).toMatchObject(typed)
  }
})

const gate = nationalPack.gates.find(({ requires }) => 'all' in requires)!
const posted = typedValues(formOf(typedFromGate(gate)))
const lines = linesOf(gate.requires)

test('what was typed is there again, whatever button was pressed', () => {
  expect(linesIn(posted, 'requires')).toEqual(lines)
  expect(changedValues(posted, 'form show 0')).toEqual(posted)
  expect(linesIn(changedValues(posted, 'requires show 0'), 'requires')).toEqual(lines)
  const after = changedValues({ ...posted, zh: '改过的名称' }, 'requires remove 1')
  expect(after.zh).toBe('改过的名称')
  expect(linesIn(after, 'requires').length).toBeLessThan(lines.length)
  expect(rowsOf(after, 'sources')).toHaveLength(gate.sources.length)
})

test('a source is added at the end and removed from its place', () => {
  const added = changedValues(posted, `sources add ${gate.sources.length}`)
  expect(rowsOf(added, 'sources').at(-1)).toEqual({ title: '', verification: 'memory' })
  expect(rowsOf(changedValues(added, `sources remove ${gate.sources.length}`), 'sources')).toEqual(
    rowsOf(posted, 'sources'),
  )
})
