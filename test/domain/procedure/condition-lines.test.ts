import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '#app/domain/procedure/condition.ts'
import {
  blankLine,
  changedLines,
  conditionOf,
  type Line,
  lineChanges,
  linesOf,
} from '#app/domain/procedure/condition-lines.ts'
import { everyPack } from '../exploration/packs.ts'

const conditions = everyPack.flatMap((pack) => [
  ...pack.steps.flatMap(({ appliesWhen, metWhen }) => (appliesWhen ? [appliesWhen, metWhen] : [metWhen])),
  ...pack.gates.flatMap(({ appliesWhen, requires }) => (appliesWhen ? [appliesWhen, requires] : [requires])),
])

test('every condition of every pack is the same after it was in a form', () => {
  expect(conditions.length).toBeGreaterThan(500)
  for (const condition of conditions) expect(conditionOf(linesOf(condition))).toEqual({ ok: true, value: condition })
})

const leaf = fc.oneof(
  fc.record({
    eq: fc.tuple(fc.constantFrom('facts.prices', 'review.days'), fc.constantFrom(true, false, null, 7, 'a')),
  }),
  fc.record({ in: fc.tuple(fc.constant('matter.kind'), fc.array(fc.constantFrom('a', 'b', 3), { minLength: 1 })) }),
  fc.record({ atLeast: fc.tuple(fc.constant('review.days'), fc.integer()) }),
  fc.record({ atMost: fc.tuple(fc.constant('review.days'), fc.record({ parameter: fc.constant('a.b') })) }),
  fc.record({ present: fc.constant('matter.level') }),
) as fc.Arbitrary<Condition>
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))

test('so is any other', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      expect(conditionOf(linesOf(condition))).toEqual({ ok: true, value: condition })
    }),
  )
})

const typed = (lines: readonly Line[]) =>
  lines.filter(({ fact }) => fact).map(({ fact, kind, value }) => [fact, kind, value].join())

test('a button loses nothing that was typed elsewhere, and what can be read stays readable', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(...lineChanges), fc.nat(), (condition, change, place) => {
      const lines = linesOf(condition)
      const at = place % lines.length
      const after = changedLines(lines, change, at)
      if (change === 'remove') {
        expect(after.length).toBeLessThan(lines.length)
        return
      }
      expect(typed(after).sort()).toEqual(typed(lines).sort())
      const filled = after.map((line) =>
        line.fact || !['eq'].includes(line.kind) ? line : { ...line, fact: 'x', value: '1' },
      )
      const isOneTooMany = change === 'inside' && lines[at]!.kind === 'not'
      expect(conditionOf(filled).ok).toBe(!isOneTooMany)
    }),
  )
})

test('to negate twice is to do nothing, as is to move down and up again', () => {
  fc.assert(
    fc.property(tree, fc.nat(), (condition, place) => {
      const lines = linesOf(condition)
      const at = place % lines.length
      if (lines[at]!.kind !== 'not')
        expect(changedLines(changedLines(lines, 'negate', at), 'negate', at)).toEqual(lines)
      const down = changedLines(lines, 'down', at)
      const now = down.findIndex((line, index) => index > at && line === lines[at])
      if (now > at) expect(changedLines(down, 'up', now)).toEqual(lines)
    }),
  )
})

const line = (depth: number, kind: Line['kind'], fact = '', value = ''): Line => ({ depth, kind, fact, value })

test.each([
  [[line(0, 'eq', '', 'true')], 0, 'fact', 'required'],
  [[line(0, 'eq', 'facts.prices')], 0, 'value', 'required'],
  [[line(0, 'atLeast', 'review.days', '五')], 0, 'value', 'not-number'],
  [[line(0, 'all')], 0, 'kind', 'group-empty'],
  [[line(0, 'not'), line(1, 'present', 'a'), line(1, 'present', 'b')], 0, 'kind', 'not-one'],
  [[line(0, 'present', 'a'), line(1, 'present', 'b')], 0, 'kind', 'part-outside'],
  [[line(0, 'present', 'a'), line(0, 'present', 'b')], 1, 'kind', 'part-outside'],
] as const)('%j names the line and the field that cannot be read', (lines, at, field, code) => {
  expect(conditionOf(lines)).toEqual({ ok: false, error: { line: at, field, code } })
})

test('no line is no condition, and the first is added to nothing', () => {
  expect(conditionOf([])).toEqual({ ok: true, value: null })
  expect(changedLines([], 'add', 0)).toEqual([blankLine(0)])
})

test('words of a list may stand between commas of either language', () => {
  const read = conditionOf([line(0, 'in', 'matter.kind', 'contract，enforcement-decision、 major-decision')])
  expect(read).toEqual({
    ok: true,
    value: { in: ['matter.kind', ['contract', 'enforcement-decision', 'major-decision']] },
  })
})
