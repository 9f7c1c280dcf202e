import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvidence } from '#app/domain/procedure/evidence-fields.ts'
import { type EvidenceStep, evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'

const today = '2026-04-01'
const on = '2026-03-20'
type Given = Record<string, unknown>
const read = (step: EvidenceStep, fields: Given, common: Given = {}) =>
  readEvidence(step, fields, { on, ...common }, today)

const dossier = { problem: '停车难', grounds: '价格法', scheme: '分区收费', feasibility: '可行' }
const article12 = { purpose: 'public-interest', noAlternative: '补贴全体经营者费用过高' }

describe('is entered as it was, and the gate says what it lacks', () => {
  test.each<[string, EvidenceStep, Given, Given, Given]>([
    [
      'a hearing whose papers came five days ahead',
      'hearing',
      { materialsSentOn: '2026-03-05', heldOn: '2026-03-10', participants: '15', signed: 'true' },
      {},
      { materialsSentOn: '2026-03-05', heldOn: '2026-03-10', participants: 15, signed: true },
    ],
    ['a hearing of which only the day is known', 'hearing', { heldOn: '2026-03-10' }, {}, { heldOn: '2026-03-10' }],
    [
      'an appraisal in which an interested expert took part',
      'expert-appraisal',
      { experts: 5, interested: true },
      {},
      { experts: 5, interested: true },
    ],
    ['a risk that cannot be controlled', 'risk-assessment', {}, { conclusion: 'not-controllable' }, {}],
    ['a conclusion against the draft', 'fair-competition', {}, { conclusion: 'does-not-conform' }, {}],
    [
      'a suggestion of a leader without a dossier',
      'initiation',
      { source: 'leader' },
      { conclusion: 'start' },
      { source: 'leader' },
    ],
    [
      'one way of hearing the public, as a form sends it',
      'participation',
      { forms: 'symposium', specialGroup: '  ' },
      {},
      { forms: ['symposium'] },
    ],
    [
      'an exception that ends on a condition',
      'fair-competition',
      { ...article12, endCondition: '救灾结束' },
      { conclusion: 'exception' },
      { ...article12, endCondition: '救灾结束' },
    ],
    [
      'an exception whose end lies ahead',
      'fair-competition',
      { ...article12, endsOn: '2028-12-31' },
      { conclusion: 'exception' },
      { ...article12, endsOn: '2028-12-31' },
    ],
    ['an adaptation period that still runs', 'adaptation-period', {}, { from: '2026-03-20', to: '2026-05-01' }, {}],
  ])('%s', (_, step, fields, common, expected) => {
    expect(read(step, fields, common)).toEqual({ ok: true, value: expected })
  })
})

describe('is refused at the field that is wrong', () => {
  test.each<[string, EvidenceStep, Given, Given, string, string]>([
    [
      'papers sent after the hearing',
      'hearing',
      { materialsSentOn: '2026-03-11', heldOn: '2026-03-10' },
      {},
      'evidence-dates-reversed',
      'fields.materialsSentOn',
    ],
    ['a hearing still to come', 'hearing', { heldOn: '2026-04-02' }, {}, 'date-in-future', 'fields.heldOn'],
    ['a hearing without its day', 'hearing', { participants: 15 }, {}, 'evidence-field-missing', 'fields.heldOn'],
    [
      'a number of people that is none',
      'hearing',
      { heldOn: on, participants: '十五' },
      {},
      'count-invalid',
      'fields.participants',
    ],
    ['a day that does not exist', 'hearing', { heldOn: '2026-02-30' }, {}, 'date-invalid', 'fields.heldOn'],
    [
      'a risk neither controllable nor not',
      'risk-assessment',
      {},
      { conclusion: '可控' },
      'conclusion-missing',
      'conclusion',
    ],
    [
      'a department’s suggestion without its scheme',
      'initiation',
      { source: 'department', ...dossier, scheme: '' },
      { conclusion: 'start' },
      'evidence-field-missing',
      'fields.scheme',
    ],
    [
      'a source outside the three',
      'initiation',
      { source: 'press' },
      { conclusion: 'start' },
      'choice-invalid',
      'fields.source',
    ],
    [
      'a dispute without the opinion of the lead unit',
      'dispute-settlement',
      { mainIssue: '职责', unitsOpinions: '各执一词', leadReasons: '三定' },
      {},
      'evidence-field-missing',
      'fields.leadOpinion',
    ],
    [
      'a way of hearing the public that is none of the seven',
      'participation',
      { forms: ['symposium', 'telephone'] },
      {},
      'choice-invalid',
      'fields.forms',
    ],
    [
      'a catalogue published before the Party committee consented',
      'catalogue',
      { partyConsentOn: '2026-03-02', publishedOn: '2026-03-01' },
      {},
      'evidence-dates-reversed',
      'fields.partyConsentOn',
    ],
    [
      'an exception without its purpose',
      'fair-competition',
      { noAlternative: '无', endCondition: '结束' },
      { conclusion: 'exception' },
      'evidence-field-missing',
      'fields.purpose',
    ],
    [
      'an exception that never ends',
      'fair-competition',
      article12,
      { conclusion: 'exception' },
      'evidence-one-missing',
      'fields.endsOn',
    ],
    [
      'a first review after the conclusion',
      'fair-competition',
      { initialReviewOn: '2026-03-21' },
      { conclusion: 'conforms' },
      'evidence-dates-reversed',
      'fields.initialReviewOn',
    ],
    ['a comment period without its days', 'public-comment', {}, {}, 'period-missing', 'from'],
    [
      'a comment period that ends before it begins',
      'public-comment',
      {},
      { from: '2026-03-10', to: '2026-03-01' },
      'period-reversed',
      'to',
    ],
    [
      'a comment period that still runs',
      'public-comment',
      {},
      { from: '2026-03-10', to: '2026-04-09' },
      'period-not-over',
      'to',
    ],
    ['a field of another kind', 'plan', { heldOn: on }, {}, 'evidence-field-unknown', 'fields.heldOn'],
  ])('%s', (_, step, fields, common, code, field) => {
    expect(read(step, fields, common)).toEqual({ ok: false, error: { code, field } })
  })
})

test('whatever is given, what is kept has the shape of its row', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant('2026-03-01'), fc.array(fc.string()))
  fc.assert(
    fc.property(
      fc.constantFrom(...evidenceSteps),
      fc.array(value, { minLength: 12, maxLength: 12 }),
      fc.string(),
      (step, values, conclusion) => {
        const { fields, conclusion: asked } = evidenceKinds[step]
        const given = Object.fromEntries(
          fields.map(({ name, choices }, at) => [name, choices ? choices[0] : values[at]]),
        )
        const result = read(step, given, { conclusion: typeof asked === 'object' ? asked.choices[0] : conclusion })
        if (!result.ok) return
        for (const { name, type, required } of fields) {
          const kept = result.value[name]
          if (required === true) expect(kept).toBeDefined()
          if (kept === undefined) continue
          if (type === 'number') expect(kept).toSatisfy((count: number) => Number.isInteger(count) && count >= 0)
          if (type === 'yes-no') expect(typeof kept).toBe('boolean')
          if (type === 'date') expect(kept).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(kept).not.toBe('')
        }
      },
    ),
  )
})
