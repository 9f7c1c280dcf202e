import { expect, test } from 'vitest'
import { roles, systemDuties } from '#app/domain/access/roles.ts'
import { sightOf } from '#app/domain/oversight/sight.ts'

test.each([
  [['office-clerk'], 'all'],
  [['secretary-general', 'meeting-member'], 'all'],
  [['review-head'], 'all'],
  [['drafter'], 'own'],
  [['review-officer'], 'own'],
  [['liaison', 'unit-head'], 'own'],
  [['auditor'], 'numbers'],
  [['system-administrator'], null],
  [['security-officer'], null],
] as const)('%o sees %s', (held, sight) => {
  expect(sightOf(held)).toBe(sight)
})

test('whoever keeps the system sees no matter, whatever else he holds', () => {
  for (const duty of systemDuties) for (const role of roles) expect(['numbers', null]).toContain(sightOf([role, duty]))
})
