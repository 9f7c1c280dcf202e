import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, condition, type Facts, factsIn, holds } from '#app/domain/procedure/condition.ts'

const facts: Facts = { yes: true, no: false, five: 5, word: 'lawful', none: null, 'rule.least': 5, 'rule.most': 4 }

test.each<[string, Condition, boolean | null]>([
  ['equal', { eq: ['yes', true] }, true],
  ['not equal', { eq: ['word', 'unlawful'] }, false],
  ['unknown stays unknown', { eq: ['missing', true] }, null],
  ['unknown stays unknown through not', { not: { eq: ['none', true] } }, null],
  ['a false part decides all', { all: [{ eq: ['missing', true] }, { eq: ['no', true] }] }, false],
  ['a true part decides any', { any: [{ eq: ['missing', true] }, { eq: ['yes', true] }] }, true],
  ['an unknown part leaves all unknown', { all: [{ eq: ['missing', true] }, { eq: ['yes', true] }] }, null],
  ['at least', { atLeast: ['five', 5] }, true],
  ['at most', { atMost: ['five', 4] }, false],
  ['at least what the pack says', { atLeast: ['five', { parameter: 'least' }] }, true],
  ['at most what the pack says', { atMost: ['five', { parameter: 'most' }] }, false],
  ['unknown while the pack does not know it', { atLeast: ['five', { parameter: 'missing' }] }, null],
  ['a word is no number', { atLeast: ['word', 1] }, null],
  ['one of', { in: ['word', ['lawful', 'revise']] }, true],
  ['present', { present: 'none' }, false],
])('%s', (_, given, expected) => {
  expect(holds(given, facts)).toBe(expected)
})

const name = fc.constantFrom('a', 'b', 'c')
const value = fc.constantFrom<string | number | boolean>('x', 1, 2, true, false)
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ eq: fc.tuple(name, value) }),
    fc.record({ present: name }),
    fc.record({ atLeast: fc.tuple(name, fc.integer({ min: 0, max: 3 })) }),
    fc.record({ not: tie('tree') }),
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
  ) as fc.Arbitrary<Condition>,
}))

test('what is decided on few facts stays decided when more become known', () => {
  fc.assert(
    fc.property(tree, fc.dictionary(name, value), fc.dictionary(name, value), (given, few, more) => {
      const before = holds(given, few)
      const looksForPresence = JSON.stringify(given).includes('present')
      fc.pre(before !== null && !looksForPresence)
      expect(holds(given, { ...more, ...few })).toBe(before)
    }),
  )
})

test('a parameter of the pack is a fact that the rule looked at', () => {
  expect(factsIn({ atLeast: ['days', { parameter: 'comment' }] })).toEqual(['days', 'rule.comment'])
})

test('a condition survives storage and names its facts', () => {
  fc.assert(
    fc.property(tree, (given) => {
      expect(condition.parse(JSON.parse(JSON.stringify(given)))).toEqual(given)
      expect(factsIn(given).every((fact) => ['a', 'b', 'c'].includes(fact))).toBe(true)
    }),
  )
})
