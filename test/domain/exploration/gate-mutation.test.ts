import { expect, test } from 'vitest'
import { outcomeOf } from './mutation.ts'

test('every gate of the national pack that is removed, negated, flipped or loosened is reported, or excused with its reason', {
  timeout: 600_000,
}, async () => {
  const { outcome, alive, excusedInVain } = await outcomeOf('gate')
  console.info('gate mutants', JSON.stringify(outcome))
  expect(alive).toEqual([])
  expect(excusedInVain).toEqual([])
})
