import { describe, expect, it } from 'vitest'
import { attemptLimit } from '#app/server/auth/attempts.server.ts'

const minute = 60_000

function limited() {
  let now = 0
  const limit = attemptLimit(() => now)
  const fail = (times: number, account: string, address: string) => {
    for (let n = 0; n < times; n++) limit.failed(account, address)
  }
  return { limit, fail, pass: (milliseconds: number) => void (now += milliseconds) }
}

describe('wrong passwords', () => {
  it('hold an account from one address only, for ten minutes', () => {
    const { limit, fail, pass } = limited()
    fail(4, 'li.mei', '10.0.0.1')
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(false)
    fail(1, 'li.mei', '10.0.0.1')
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(true)
    expect(limit.isHeld('li.mei', '10.0.0.2')).toBe(false)
    expect(limit.isHeld('wang.qiang', '10.0.0.1')).toBe(false)
    pass(10 * minute - 1)
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(true)
    pass(1)
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(false)
  })

  it('are forgotten after the right one', () => {
    const { limit, fail } = limited()
    fail(4, 'li.mei', '10.0.0.1')
    limit.succeeded('li.mei', '10.0.0.1')
    fail(4, 'li.mei', '10.0.0.1')
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(false)
  })

  it('for many accounts hold the address that tries them', () => {
    const { limit, fail } = limited()
    for (let n = 0; n < 50; n++) fail(1, `name${n}`, '10.0.0.9')
    expect(limit.isHeld('li.mei', '10.0.0.9')).toBe(true)
    expect(limit.isHeld('li.mei', '10.0.0.1')).toBe(false)
  })
})
