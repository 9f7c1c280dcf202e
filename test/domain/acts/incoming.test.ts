import { expect, test } from 'vitest'
import { stageOf } from '#app/domain/matter/stage.ts'
import { must, nothing, play } from '#test/support/play.ts'

const registered = () =>
  must(nothing(), {
    by: 'clerk',
    act: 'register-incoming',
    input: { sender: '市城管局', title: '关于报送办法草案的请示', notSecret: true },
  })

test.each(['office-head', 'vice', 'mayor'])('an instruction by %s opens the road to the lead unit', (by) => {
  const played = must(registered(), {
    by,
    act: 'instruct-incoming',
    input: { words: '请市城管局牵头办理', outcome: 'open', leadUnitId: 'urban' },
  })
  expect(stageOf(played.matter)).toBe('received')
  expect(play(played, { by: 'stranger-drafter', act: 'open-from-incoming', input: {} }).refusal).not.toBeNull()
})

test('a paper that may be secret is not registered', () => {
  const input = { sender: '市城管局', title: '来文', notSecret: false }
  expect(play(nothing(), { by: 'clerk', act: 'register-incoming', input }).refusal?.code).toBe('input-invalid')
})
