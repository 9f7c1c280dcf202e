import { describe, expect, test } from 'vitest'
import { factsFor } from '#app/domain/matter/facts.ts'
import { latestVersion, recordsOf } from '#app/domain/matter/matter.ts'
import { recordPayloads } from '#app/domain/matter/records.ts'
import { calendar, must, play, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const facts = (played: Played) => factsFor(played.matter, '2026-03-02', calendar)
const enter = (step: string, more: object = {}, by = 'drafter') => ({
  by,
  act: 'enter-evidence',
  input: { step, document: '凭证', reference: '清政办〔2026〕9号', person: '周某', on: '2026-02-20', ...more },
})
const entered = (played: Played, step: string, more: object = {}) => must(played, enter(step, more))

describe('facts of evidence', () => {
  test('a hearing counts the days by which its papers came', () => {
    const held = entered(walkTo('drafting'), 'hearing', {
      fields: { noticeOn: '2026-01-10', materialsSentOn: '2026-02-15', heldOn: '2026-02-20', ordered: 'true' },
    })
    expect(facts(held)).toMatchObject({
      'evidence.hearing': true,
      'evidence.hearing.heldOn': '2026-02-20',
      'evidence.hearing.materialDays': 5,
      'evidence.hearing.noticeDays': 41,
      'evidence.hearing.ordered': true,
      'evidence.hearing.signed': null,
      'evidence.hearing.participants': null,
    })
  })

  test('several ways of hearing the public count', () => {
    const heard = entered(walkTo('drafting'), 'participation', { fields: { forms: ['symposium', 'hearing'] } })
    expect(facts(heard)).toMatchObject({
      'evidence.participation.forms': 2,
      'evidence.participation.specialGroup': null,
    })
  })

  test('the last of two stands, whole', () => {
    const first = entered(walkTo('drafting'), 'risk-assessment', {
      conclusion: 'not-controllable',
      fields: { risks: '集中投诉', assessor: '某中心' },
    })
    const second = entered(first, 'risk-assessment', { conclusion: 'controllable', fields: { risks: '集中投诉' } })
    expect(facts(second)).toMatchObject({
      'evidence.risk-assessment.conclusion': 'controllable',
      'evidence.risk-assessment.assessor': null,
    })
  })

  test('what is not there is unknown, and not entered', () => {
    expect(facts(walkTo('drafting'))).toMatchObject({
      'evidence.hearing': false,
      'evidence.hearing.materialDays': null,
      'evidence.archive.manifest': null,
    })
  })
})

describe('the text that evidence speaks of', () => {
  test('is the latest where nothing else is said', () => {
    const drafted = walkTo('drafting')
    const given = recordsOf(entered(drafted, 'plan').matter, 'evidence-entered').at(-1)!
    expect(given.payload.versionId).toBe(latestVersion(drafted.matter)!.payload.versionId)
  })

  test('is none before there is one', () => {
    const given = recordsOf(entered(walkTo('opened'), 'plan').matter, 'evidence-entered').at(-1)!
    expect(given.payload.versionId).toBeUndefined()
  })

  test('has to be there, and so have the provisions', () => {
    const drafted = walkTo('drafting')
    expect(play(drafted, enter('plan', { versionId: 'nowhere' })).refusal?.code).toBe('version-unknown')
    expect(play(drafted, enter('plan', { provisionIds: ['nowhere'] })).refusal?.code).toBe('provision-unknown')
  })
})

test('a record of before the fields were asked reads as it was', () => {
  const before = { step: 'hearing', document: '听证笔录', person: '汤某', on: '2026-01-05', files: [] }
  expect(recordPayloads['evidence-entered'].parse(before)).toEqual({ ...before, fields: {} })
})
