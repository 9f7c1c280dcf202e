import { expect, test } from 'vitest'
import { outcomeOf } from './mutation.ts'

test('every step of the national pack that is removed, negated, flipped or loosened is reported', {
  timeout: 600_000,
}, async () => {
  const { outcome, alive, excusedInVain } = await outcomeOf('step')
  console.info('step mutants', JSON.stringify(outcome))
  expect(alive).toEqual([])
  expect(excusedInVain).toEqual([])
})
