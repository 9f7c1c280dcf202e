import { describe, expect, test } from 'vitest'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { calendar, must, nothing, pack, play, type Played } from '#test/support/play.ts'
import { articles, facts, road, walkTo } from '#test/support/road.ts'

const adopted = articles(6).replace('第2类招牌的设置人应当依法办理', '第2类招牌的设置人应当在十个工作日内依法办理')
const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
const edited = (played: Played, from: string, to: string) =>
  must(played, {
    by: 'drafter',
    act: 'save-version',
    input: { baseVersionId: versionId(played), name: '再一稿', source: adopted.replace(from, to) },
  })
const submitting = (played: Played) =>
  play(played, {
    by: 'drafter',
    act: 'submit',
    input: {
      versionId: versionId(played),
      allowedWorkingDays: 10,
      materials: ['text', 'explanation', 'basis', 'consultation', 'own-opinion'].map((kind) => ({
        kind,
        present: true,
      })),
    },
  })
const refusedBy = (played: Played) => submitting(played).refusal?.gates?.map(({ rule }) => rule) ?? []
const reviewedAgain = (played: Played) =>
  must(played, {
    by: 'fair',
    act: 'enter-evidence',
    input: {
      step: 'fair-competition',
      document: '公平竞争审查意见（二）',
      reference: '清市监〔2026〕5号',
      person: '吴某',
      on: '2026-03-01',
      conclusion: 'conforms',
      fields: { initialReviewOn: '2026-02-28', stakeholdersHeard: true },
    },
  })
/** All that is wanted before submission is there. */
const ready = (): Played =>
  road
    .slice(
      0,
      road.findIndex(([reached]) => reached === 'submitted'),
    )
    .reduce((played, [, step]) => [step(played)].flat().reduce(must, played), nothing())

describe('the review of competition covers the text that goes on', () => {
  test('an edit of a clause on operators stops submission until it is reviewed again', () => {
    const changed = edited(ready(), '第5类招牌的设置人应当', '第5类招牌的经营者应当')
    expect(refusedBy(changed)).toContain('fair-competition-covers-text')
    const gate = submitting(changed).refusal?.gates?.find(({ rule }) => rule === 'fair-competition-covers-text')
    expect(gate?.missing.zh).toContain('涉及经营者经济活动的条款有实质修改')
    expect(refusedBy(reviewedAgain(changed))).not.toContain('fair-competition-covers-text')
  })

  test.each([
    ['another clause', '第3类招牌的设置人应当', '第3类招牌的设置人必须'],
    ['marks', '第5类招牌的设置人应当', '第5类招牌的设置人，应当'],
  ])('an edit of %s leaves it standing', (_, from, to) => {
    expect(refusedBy(edited(ready(), from, to))).not.toContain('fair-competition-covers-text')
  })
})

test('a burden that came in after public comment is told before submission and stops nothing', () => {
  const played = edited(ready(), '第6类招牌的设置人应当', '第6类招牌的设置人逾期的处一千元罚款，并应当')
  const warned = gatesBefore('submit', pack, factsFor(played.matter, '2026-03-02', calendar)).find(
    ({ rule }) => rule === 'public-comment-covers-burdens',
  )
  expect(warned).toMatchObject({ met: false, severity: 'warn' })
  expect(refusedBy(played)).not.toContain('public-comment-covers-burdens')
  expect(lastOf(played.matter, 'version-saved')!.payload.change.substantive).toHaveLength(1)
})

describe('facts that the text overtakes after submission', () => {
  const newFacts = { facts: { ...facts, licences: true }, reason: '会后修改稿增加了许可条件' }
  const change = (played: Played, by: string) => play(played, { by, act: 'change-facts', input: newFacts }).refusal

  test.each(['reviewed', 'deliberating', 'signing'])(
    'at %s the reviewer determines them again, the drafter cannot',
    (stage) => {
      const played = walkTo(stage)
      expect(change(played, 'drafter')).toMatchObject({ code: 'denied-stage' })
      expect(change(played, 'officer')).toBeNull()
    },
  )

  test('once it is signed nobody does', () => {
    expect(change(walkTo('signed'), 'officer')).toMatchObject({ code: 'denied-stage' })
  })
})
