import { expect, test } from 'vitest'
import { wasTakenThen } from '#app/domain/acts/taken.ts'
import { walkTo } from '#test/support/road.ts'

test('what was done for the submission was done then, once the matter is past it', () => {
  for (const act of ['give-own-opinion', 'record-own-discussion', 'sign-submission'])
    expect(wasTakenThen(act, walkTo('registered').matter), act).toBe(true)
})

test('while the act can be done again, it is asked again', () => {
  const { matter } = walkTo('closing')
  expect(wasTakenThen('give-own-opinion', matter)).toBe(false)
})

test('what nobody did was not done, nor what no act does', () => {
  const { matter } = walkTo('drafting')
  expect(wasTakenThen('give-own-opinion', matter)).toBe(false)
  expect(wasTakenThen('no-such-act', walkTo('registered').matter)).toBe(false)
})
