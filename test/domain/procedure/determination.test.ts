import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Facts, type FactValue, holds } from '#app/domain/procedure/condition.ts'
import { decide } from '#app/domain/procedure/deciding.ts'
import { determine } from '#app/domain/procedure/determination.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { isOfKind } from '#app/domain/procedure/gates.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { settled } from '#app/domain/procedure/stricter.ts'

const withValue = (key: string, value: number | string): Pack => ({
  ...nationalPack,
  parameters: nationalPack.parameters.map((row) => (row.key === key ? { ...row, value } : row)),
})
const document = {
  'matter.kind': 'normative-document',
  'matter.authority': 'government',
  'recognition.normative': true,
  'facts.affectsRights': true,
  'facts.marketRelated': false,
  'facts.majorDecision': false,
}
const rows: Pack['steps'] = [
  {
    id: 'initiation',
    name: { zh: '决策启动', en: 'Initiation' },
    appliesWhen: { all: [{ present: 'regime.major' }, { eq: ['regime.major', true] }] },
    metWhen: { eq: ['evidence.initiation.conclusion', 'start'] },
    sources: [{ title: '重大行政决策程序暂行条例', number: '国令第713号', locus: '第十条', verification: 'verified' }],
  },
  {
    id: 'risk-assessment',
    name: { zh: '风险评估', en: 'Risk assessment' },
    appliesWhen: { all: [{ eq: ['regime.major', true] }, { not: { eq: ['facts.socialRisk', false] } }] },
    metWhen: { eq: ['evidence.risk-assessment.conclusion', 'controllable'] },
    sources: [
      { title: '重大行政决策程序暂行条例', number: '国令第713号', locus: '第二十二条', verification: 'verified' },
    ],
  },
  {
    id: 'fair-competition',
    name: { zh: '公平竞争审查', en: 'Fair-competition review' },
    appliesWhen: { eq: ['regime.market', true] },
    metWhen: { in: ['evidence.fair-competition.conclusion', ['conforms', 'exception']] },
    sources: [{ title: '公平竞争审查条例', number: '国令第783号', locus: '第十四条', verification: 'verified' }],
  },
  {
    id: 'filing',
    name: { zh: '备案', en: 'Filing' },
    appliesWhen: { not: { eq: ['regime.normative', false] } },
    metWhen: { eq: ['filing.recorded', true] },
    sources: [
      {
        title: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法',
        locus: '第七十五条',
        verification: 'verified',
      },
    ],
  },
  {
    id: 'own-discussion',
    name: { zh: '起草单位集体讨论', en: 'Discussion in the drafting unit' },
    metWhen: { eq: ['ownDiscussion.present', true] },
    sources: [{ title: '起草单位领导班子集体讨论送审稿', verification: 'practice' }],
  },
]
const pack: Pack = { ...nationalPack, steps: rows }
const ids = (steps: Array<{ step: { id: string } }>) => steps.map(({ step }) => step.id)

describe('which steps apply', () => {
  test('a normative document that is nothing else passes neither the steps of a major decision nor those of the market', () => {
    const { applying, notApplying, open, regimes } = determine(pack, document)
    expect(regimes.map(({ regime, applies }) => [regime, applies])).toEqual([
      ['normative', true],
      ['major', false],
      ['market', false],
    ])
    expect(regimes[2]!.grounds).toContainEqual({ fact: 'facts.marketRelated', value: false })
    expect(ids(applying)).toEqual(['filing', 'own-discussion'])
    expect(ids(notApplying)).toEqual(['initiation', 'risk-assessment', 'fair-competition'])
    expect(ids(open)).toEqual([])
  })

  test('why a step does not apply is told by the fact that decides it', () => {
    const step = determine(pack, document).notApplying.find((one) => one.step.id === 'risk-assessment')!
    expect(step.because).toEqual([{ fact: 'regime.major', value: false, asks: { eq: ['regime.major', true] } }])
    expect(step.step.sources[0]).toMatchObject({ title: '重大行政决策程序暂行条例', locus: '第二十二条' })
  })

  test('a step that turns on what nobody has said is open, with the one to ask', () => {
    const { open, questions } = determine(pack, { ...document, 'facts.majorDecision': null })
    expect(ids(open)).toEqual(['initiation', 'risk-assessment'])
    const question = questions.find(({ fact }) => fact === 'regime.major')!
    expect(question.answerer).toEqual({ act: 'change-facts', desk: { relation: 'lead', role: 'drafter' } })
    expect(question.steps).toEqual(['initiation', 'risk-assessment'])
  })

  test('recognition is asked of the reviewer, not of the drafter', () => {
    const { questions } = determine(pack, { ...document, 'recognition.normative': null })
    expect(questions.find(({ fact }) => fact === 'regime.normative')?.answerer).toEqual({
      act: 'decide-recognition',
      desk: { relation: 'reviewing', role: 'review-head' },
    })
  })

  test("in a department's own document its head recognises", () => {
    const own = { ...document, 'matter.authority': 'department', 'recognition.normative': null }
    expect(determine(pack, own).questions[0]?.answerer.desk).toEqual({ relation: 'reviewing', role: 'unit-head' })
  })

  test('a decision of a place that sends normative documents to their own procedure only has no steps of 国令第713号', () => {
    const both = { ...document, 'facts.majorDecision': true }
    expect(ids(determine(pack, both).applying)).toContain('initiation')
    const own = { ...withValue('documents.normative-decisions', 'own-procedure'), steps: rows }
    expect(ids(determine(own, both).notApplying)).toContain('initiation')
  })

  test('a step that no law stands behind is a template', () => {
    const all = determine(pack, document)
    const template = (id: string) => [...all.applying, ...all.notApplying].find(({ step }) => step.id === id)?.template
    expect(template('own-discussion')).toBe(true)
    expect(template('filing')).toBe(false)
  })

  test('every step is told once, whatever is known', () => {
    const value = fc.constantFrom<FactValue>(true, false, null)
    const facts = fc.record({
      'matter.kind': fc.constantFrom('normative-document', 'major-decision', 'contract', 'enforcement-decision'),
      'matter.authority': fc.constantFrom('government', 'department', 'department-with-consent'),
      'recognition.normative': value,
      'facts.marketRelated': value,
      'facts.majorDecision': value,
      'facts.affectsRights': value,
      'facts.expertise': value,
      'facts.socialRisk': value,
    })
    fc.assert(
      fc.property(facts, (known) => {
        const { applying, open, notApplying } = determine(nationalPack, known)
        expect([...ids(applying), ...ids(open), ...ids(notApplying)].sort()).toEqual(
          nationalPack.steps
            .filter((step) => isOfKind(step, known))
            .map(({ id }) => id)
            .sort(),
        )
        for (const step of [...open, ...notApplying]) expect(step.because.length, step.step.id).toBeGreaterThan(0)
      }),
    )
  })
})

describe('several regimes at once', () => {
  const everything = { ...document, 'facts.marketRelated': true, 'facts.majorDecision': true }
  const days = (name: Parameters<typeof settled>[0], pack: Pack = nationalPack, facts: Facts = everything) => {
    const { holds: kept, rules } = settled(name, pack, facts)
    return { kept: kept.map(({ key, value }) => [key, value]), cited: rules.map(({ rule }) => rule.key) }
  }

  test('review takes the seven days of 国令第713号 第二十六条 over the five of 115号, and both are cited', () => {
    expect(days('review-shortest')).toEqual({
      kept: [['legal-review.decision-min', 7]],
      cited: ['legal-review.min', 'legal-review.decision-min'],
    })
    expect(days('review-longest').kept).toEqual([['legal-review.max', 15]])
  })

  test('a place that asks more of normative documents is the stricter one', () => {
    expect(days('review-shortest', withValue('legal-review.min', 10)).kept).toEqual([['legal-review.min', 10]])
  })

  test('public comment: the thirty days of both, and not the period of other documents', () => {
    const { kept, cited } = days('public-comment')
    expect(kept).toEqual([[expect.stringMatching(/market|decision/), 30]])
    expect(cited.sort()).toEqual(['public-comment.decision', 'public-comment.market'])
    expect(days('public-comment', nationalPack, document).kept).toEqual([['public-comment.general', 7]])
  })

  test('a decision that is no document has its own thirty days alone (优化营商环境条例 第六十二条 speaks of documents)', () => {
    const decision = { 'matter.kind': 'major-decision', 'facts.marketRelated': true }
    expect(days('public-comment', nationalPack, decision)).toEqual({
      kept: [['public-comment.decision', 30]],
      cited: ['public-comment.decision'],
    })
  })

  test('where the place sends normative documents to their own procedure, its rules alone hold', () => {
    const own = withValue('documents.normative-decisions', 'own-procedure')
    expect(days('review-shortest', own)).toEqual({ kept: [['legal-review.min', 5]], cited: ['legal-review.min'] })
  })

  test('periods in units that cannot be compared both have to be kept', () => {
    const pack: Pack = {
      ...nationalPack,
      parameters: nationalPack.parameters.map((row) =>
        row.key === 'public-comment.market' ? { ...row, unit: 'working-day', value: 20 } : row,
      ),
    }
    expect(days('public-comment', pack).kept).toEqual([
      ['public-comment.decision', 30],
      ['public-comment.market', 20],
    ])
  })
})

describe('what decides a condition', () => {
  const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.record({ eq: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()) }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  })).condition
  const known = fc.record({
    a: fc.constantFrom<FactValue>(true, false, null),
    b: fc.constantFrom<FactValue>(true, false, null),
    c: fc.constantFrom<FactValue>(true, false, null),
  })

  test('it is decided as gates decide it, and by the named facts alone', () => {
    fc.assert(
      fc.property(conditions, known, (condition, facts) => {
        const decision = decide(condition, facts, () => true)
        expect(decision.holds).toBe(holds(condition, facts))
        if (decision.holds === null) expect(decision.because.every(({ value }) => value === null)).toBe(true)
        const named = Object.fromEntries(decision.because.map(({ fact, value }) => [fact, value]))
        expect(holds(condition, named)).toBe(decision.holds)
      }),
    )
  })

  test('a fact that somebody can be asked for is unknown until he answers; evidence that is not there is not', () => {
    const asks: Condition = { all: [{ present: 'facts.secret' }, { eq: ['facts.secret', true] }] }
    expect(decide(asks, {}, () => true).holds).toBe(null)
    expect(decide(asks, {}, () => false).holds).toBe(false)
    expect(decide(asks, { 'facts.secret': false }, () => true).because).toEqual([
      { fact: 'facts.secret', value: false, asks: { eq: ['facts.secret', true] } },
    ])
  })
})

test('an edit that speaks against a fact is told to whoever submits', () => {
  const warned = (stale: boolean) =>
    gatesBefore('submit', nationalPack, { ...document, 'determination.stale': stale }).find(
      ({ rule }) => rule === 'facts-follow-text',
    )
  expect(warned(true)).toMatchObject({ met: false, severity: 'warn' })
  expect(warned(false)).toBeUndefined()
})

test('under the national rules a document for the market that is a decision too passes the steps of all three', () => {
  const all = {
    ...document,
    'facts.marketRelated': true,
    'facts.majorDecision': true,
    'facts.socialRisk': false,
    'facts.secret': false,
  }
  const { applying, notApplying, open } = determine(nationalPack, all)
  expect(ids(applying)).toEqual(
    expect.arrayContaining([
      'recognition',
      'initiation',
      'participation',
      'fair-competition',
      'party-report',
      'filing',
    ]),
  )
  expect(ids(notApplying)).toContain('risk-assessment')
  expect(ids(open)).toContain('expert-appraisal')
})
