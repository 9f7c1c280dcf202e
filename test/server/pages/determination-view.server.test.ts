import { expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/base/date.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { determinationView } from '#app/server/pages/determination-view.server.ts'
import type { MatterPage } from '#app/server/pages/matter-page.server.ts'
import { calendar, directory, must, nothing, pack } from '#test/support/play.ts'
import { facts, opening } from '#test/support/road.ts'

const today = '2026-03-10' as PlainDate

function viewOf(said: Partial<Record<keyof typeof facts, boolean | null>>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const input = { ...opening, facts: { ...facts, ...said } }
  const { matter } = must(nothing(), { by: 'drafter', act: 'open-matter', input })
  return determinationView({
    pack,
    matter,
    directory,
    locale,
    facts: factsFor(matter, today, calendar),
  } as unknown as MatterPage)!
}

test('before recognition the reviewer of this matter is named as the one to ask', () => {
  const { questions } = viewOf({})
  expect(questions.find(({ fact }) => fact === 'recognition.normative' || fact === 'regime.normative')).toMatchObject({
    act: 'decide-recognition',
    who: 'justice · 审核机构负责人',
  })
})

test('a fact that the drafting unit has left open is asked of the drafting unit', () => {
  const { questions, regimes } = viewOf({ marketRelated: null })
  expect(questions.find(({ fact }) => /market/i.test(fact))).toMatchObject({
    act: 'change-facts',
    who: 'urban · 起草人',
  })
  expect(regimes.find(({ regime }) => regime === 'market')?.applies).toBe(null)
})

test('steps that do not apply keep their rule', () => {
  const { notApplying } = viewOf({ marketRelated: false })
  const step = notApplying.find(({ key }) => key === 'fair-competition')!
  expect(step.name).toBe('公平竞争审查')
  expect(step.because.map(({ value }) => value)).toEqual([false])
  expect(step.sources[0]!.title).toBe('公平竞争审查条例')
})

test('the reader of English has the names in English', () => {
  expect(viewOf({ marketRelated: false }, 'en').notApplying.map(({ name }) => name)).toContain(
    'Fair-competition review',
  )
})
