import { expect, test } from 'vitest'
import { parseForm } from '#app/components/forms/parse.ts'
import { evidenceFields } from '#app/components/closing/evidence-fields.ts'
import { enterEvidence } from '#app/domain/acts/closing.ts'
import { readEvidence } from '#app/domain/procedure/evidence-fields.ts'
import { evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'

const typed: Record<string, string> = { date: '2026-03-01', number: '15', text: '清宁市', textarea: '已办理' }

test.each(evidenceSteps)('%s: a form filled in as it stands is taken as its row says', (step) => {
  const form = new FormData()
  form.append('step', step)
  for (const { name, kind, options = [], required } of evidenceFields(step, [{ value: 'v1' }])) {
    if (kind === 'file') continue
    const value = typed[kind] ?? (required || kind !== 'checkboxes' ? options[0]!.value : '')
    form.append(name, value)
    if (kind === 'checkboxes') form.append(name, options[1]!.value)
  }
  if (step === 'fair-competition') form.set('fields.endsOn', '2028-03-01')
  const read = parseForm(form, enterEvidence.input)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  expect(read.value.step).toBe(step)
  const checked = readEvidence(step, read.value.fields, read.value, '2026-03-02')
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  expect(Object.keys(checked.value).sort()).toEqual(evidenceKinds[step].fields.map(({ name }) => name).sort())
})

test('what was left empty is left out', () => {
  const form = new FormData()
  for (const { name } of evidenceFields('hearing', [])) form.append(name, '')
  form.set('step', 'hearing')
  form.set('document', '听证笔录')
  form.set('person', '汤某')
  form.set('on', '2026-03-01')
  form.set('fields.heldOn', '2026-03-01')
  const read = parseForm(form, enterEvidence.input)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  expect(readEvidence('hearing', read.value.fields, read.value, '2026-03-02')).toEqual({
    ok: true,
    value: { heldOn: '2026-03-01' },
  })
})
