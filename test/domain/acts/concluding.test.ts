import { describe, expect, test } from 'vitest'
import { kinds } from '#app/domain/matter/kinds.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { lastOf, titleOf } from '#app/domain/matter/matter.ts'
import { endedStages, stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { stepsOf } from '#app/domain/procedure/gates.ts'
import { conclude, type Desk, materials, point, roadOf, versionId } from '#test/support/desk-road.ts'
import { calendar, must, nothing, pack, play, type Played } from '#test/support/play.ts'
import { articles } from '#test/support/road.ts'

function walk(kind: Desk, to: string): Played {
  let played = nothing()
  for (const [stage, step] of roadOf(kind)) {
    for (const move of step(played)) played = must(played, move)
    if (stage === to) return played
  }
  throw new Error(`no stage ${to}`)
}
const unlawful = (kind: Desk) => {
  let played = walk(kind, 'submitted')
  for (const move of [
    { by: 'section', act: 'accept-for-review', input: { officerPostId: 'officer' } },
    {
      by: 'officer',
      act: 'draft-review-opinion',
      input: {
        versionId: versionId(played),
        conclusion: 'unlawful',
        findings: [{ point: point[kind], finding: '不成立' }],
      },
    },
    { by: 'section', act: 'pass-section-head', input: { agreed: true } },
    { by: 'deputy', act: 'pass-deputy-head', input: { agreed: true } },
    { by: 'justice-head', act: 'issue-review-opinion', input: { versionId: versionId(played) } },
  ])
    played = must(played, move)
  return played
}

describe.each<Desk>(['contract', 'enforcement-decision'])('the road of a matter of the kind %s', (kind) => {
  test('leads over the legality desk to the archive, with somebody to act at every stage, and meets every step', () => {
    let played = nothing()
    for (const [stage, step] of roadOf(kind)) {
      for (const move of step(played)) played = must(played, move)
      expect(stageOf(played.matter)).toBe(stage)
      const waiting = tasksOf(played.matter, factsFor(played.matter, '2026-03-02', calendar))
      expect(waiting.length > 0, stage).toBe(!endedStages.has(stageOf(played.matter)))
    }
    const steps = stepsOf(pack, factsFor(played.matter, '2026-03-02', calendar)).filter(({ applies }) => applies)
    expect(steps.map(({ step, met }) => [step.id, met])).toEqual(steps.map(({ step }) => [step.id, true]))
    expect(steps).toHaveLength(6)
  })

  test('is called as it was opened, not by the head of its text', () => {
    expect(titleOf(walk(kind, 'drafting').matter)).toBe(lastOf(walk(kind, 'opened').matter, 'opened')!.payload.title)
  })

  test('answers the points of its own kind, and no others', () => {
    const issued = lastOf(walk(kind, 'reviewed').matter, 'review-issued')!
    expect(Object.keys(issued.payload.points)).toEqual(kinds[kind].points)
    const commented = play(walk(kind, 'under-review'), {
      by: 'officer',
      act: 'make-comment',
      input: { versionId: 'any', point: 'powers-created', weight: 'must', words: '设定许可' },
    })
    expect(commented.refusal).toMatchObject({ code: 'point-of-other-kind' })
  })

  test.each(kinds[kind].materials.due.map((due) => [due]))('is not submitted without %s', (due) => {
    const played = walk(kind, 'drafting')
    const refusal = play(played, {
      by: 'drafter',
      act: 'submit',
      input: {
        versionId: versionId(played),
        allowedWorkingDays: 5,
        materials: materials(kind).filter((one) => one.kind !== due),
      },
    }).refusal
    expect(refusal).toMatchObject({ code: 'materials-missing', fields: { missing: due } })
  })

  test.each(['open-round', 'propose-topic', 'number-document', 'publish', 'decide-major', 'propose-recognition'])(
    'has no %s',
    (act) => {
      const inputs: Record<string, object> = {
        'open-round': { versionId: 'v', unitIds: ['housing'], workingDays: 7 },
        'propose-topic': { versionId: 'v', reporter: '局长' },
        'number-document': { kind: 'document' },
        publish: { publishedOn: '2026-03-02', gazette: '第3期' },
        'decide-major': { major: true, categories: ['policy'], reasons: '重大' },
        'propose-recognition': { proposal: 'normative', elements: {}, reasons: '是' },
      }
      expect(play(walk(kind, 'drafting'), { by: 'drafter', act, input: inputs[act] }).refusal).toMatchObject({
        code: 'denied-kind',
      })
    },
  )

  test('is not concluded before it was reviewed, nor archived before it was concluded', () => {
    const before = walk(kind, 'under-review')
    expect(play(before, conclude(before)).refusal).toMatchObject({ code: 'denied-stage' })
    const archive = { by: 'drafter', act: 'archive-matter', input: { on: '2026-03-02', manifest: '全部' } }
    expect(play(walk(kind, 'reviewed'), archive).refusal).toMatchObject({ code: 'denied-stage' })
  })

  test('a negative opinion may be answered by withdrawing', () => {
    const withdrawn = must(unlawful(kind), {
      by: 'drafter',
      act: 'withdraw-matter',
      input: { reason: '审核未通过，不再办理' },
    })
    expect(stageOf(withdrawn.matter)).toBe('withdrawn')
  })
})

describe('an enforcement decision (行政处罚法 第五十八条: 未经法制审核或者审核未通过的，不得作出决定)', () => {
  const gateOf = (played: Played) => {
    const { refusal } = play(played, conclude(played))
    return [refusal?.code, refusal?.gates?.map(({ rule }) => rule)]
  }

  test('is not made when the review did not pass it', () => {
    expect(gateOf(unlawful('enforcement-decision'))).toEqual(['gate-closed', ['enforcement-passed']])
  })

  test('is not made on another text than the one that was reviewed', () => {
    const reviewed = walk('enforcement-decision', 'reviewed')
    const edited = must(reviewed, {
      by: 'drafter',
      act: 'save-version',
      input: { baseVersionId: versionId(reviewed), name: '改稿', source: articles(5, '应当立即停产') },
    })
    expect(gateOf(edited)).toEqual(['gate-closed', ['enforcement-covers-text']])
    const confirmed = must(edited, { by: 'officer', act: 'confirm-revision', input: { versionId: versionId(edited) } })
    expect(gateOf(confirmed)).toEqual([undefined, undefined])
  })
})

test('what is a template for contracts warns and does not block until the place confirms it by name', () => {
  const played = unlawful('contract')
  expect(stageOf(must(played, conclude(played)).matter)).toBe('concluded')
})

test('neither a conclusion nor an archive is of a day to come', () => {
  const played = walk('contract', 'reviewed')
  const later = { ...conclude(played), input: { ...(conclude(played).input as object), on: '2026-03-03' } }
  expect(play(played, later).refusal).toMatchObject({ code: 'date-in-future', field: 'on' })
})
