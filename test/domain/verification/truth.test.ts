import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Facts, type FactValue, factsIn, holds } from '#app/domain/procedure/condition.ts'
import { comparisonsIn, factsRead, holdsFor } from '#app/domain/verification/truth.ts'

const name = fc.constantFrom('a', 'b.c', 'evidence.x.days', 'rule.p')
const value: fc.Arbitrary<FactValue> = fc.oneof(
  fc.boolean(),
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('x', 'y', null),
)
const bound = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant({ parameter: 'p' }))
const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { maxLength: 3 })
  return {
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.record({ eq: fc.tuple(name, value) }),
      fc.record({ in: fc.tuple(name, fc.array(value, { maxLength: 3 })) }),
      fc.record({ atLeast: fc.tuple(name, bound) }),
      fc.record({ atMost: fc.tuple(name, bound) }),
      fc.record({ present: name }),
      fc.record({ not: tie('condition') }),
      fc.record({ all: parts }),
      fc.record({ any: parts }),
    ) as fc.Arbitrary<Condition>,
  }
})
const facts: fc.Arbitrary<Facts> = fc.dictionary(name, value)

describe('a condition, evaluated a second time by other code', () => {
  test('holds where the engine says so, and is open where the engine leaves it open', () => {
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        expect(holdsFor(one, known)).toBe(holds(one, known))
      }),
      { numRuns: 2000 },
    )
  })

  test('reads the facts that the engine reads', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(factsRead(one)).toEqual(factsIn(one))
      }),
    )
  })

  test('that nobody can read does not hold', () => {
    for (const odd of [null, 'x', 3, [], {}, { both: [] }, { all: ['x'] }]) expect(holdsFor(odd, {})).toBe(null)
  })

  test('tells its comparisons with the number of the rule', () => {
    const one = { any: [{ atLeast: ['a', { parameter: 'p' }] }, { not: { atMost: ['b.c', 2] } }] }
    expect(comparisonsIn(one, { a: 28, 'rule.p': 30 })).toEqual([
      { fact: 'a', comparison: 'atLeast', parameter: 'p', bound: 30, holds: false },
      { fact: 'b.c', comparison: 'atMost', parameter: null, bound: 2, holds: null },
    ])
  })
})
