import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relations, roles, systemDuties } from '#app/domain/access/roles.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { endedStages, stageOf, stages } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import zh from '#app/messages/zh.ts'
import { type Chance, chanceOf } from '#test/support/chance.ts'
import { meantActs } from '#test/support/inputs.ts'
import { actor, calendar, directory, type Move, must, nothing, play, type Played } from '#test/support/play.ts'
import { anyone, matterActs, randomMove } from '#test/support/random-moves.ts'
import { articles, opening, road, walkTo } from '#test/support/road.ts'
import { points } from '#test/support/walks.ts'
import { scenarios } from '../exploration/scenarios.ts'
import { broken, frozen, shutBefore } from './invariants.ts'

const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
const acts = [...registry.values()]

test('the road leads from opening to the register, and every stage has somebody to act', () => {
  let played = nothing()
  for (const [stage, step] of road) {
    for (const move of [step(played)].flat()) played = must(played, move)
    expect(stageOf(played.matter)).toBe(stage)
    const tasks = tasksOf(played.matter, factsFor(played.matter, '2026-03-02', calendar))
    if (!endedStages.has(stageOf(played.matter))) expect(tasks.length, stage).toBeGreaterThan(0)
    for (const task of tasks)
      expect(
        [registry.has(task.act), directory.units.has(task.unitId), task.reason in zh.tasks],
        `${stage}: ${task.act}`,
      ).toEqual([true, true, true])
  }
})

test('words that were on their way while a version was made of them are not kept beside it', () => {
  const drafting = walkTo('drafting')
  const base = versionId(drafting)
  const saved = must(drafting, {
    by: 'drafter',
    act: 'save-version',
    input: { baseVersionId: base, name: '第二稿', source: articles(7) },
  })
  const keep = (played: Played, onlyOnLatest: boolean) =>
    play(played, {
      by: 'drafter',
      act: 'keep-working-copy',
      input: { baseVersionId: base, source: articles(7), onlyOnLatest },
    }).refusal
  expect(keep(drafting, true)).toBeNull()
  expect(keep(saved, true)).toMatchObject({ code: 'version-superseded', fields: { latest: 2 } })
  // A second writer who asks for it keeps what he wrote on the version before, and is shown the difference.
  expect(keep(saved, false)).toBeNull()
})

describe('refused, each naming its rule, and nothing changed', () => {
  const unlawful = () => {
    let played = walkTo('under-review')
    played = must(played, {
      by: 'officer',
      act: 'draft-review-opinion',
      input: {
        versionId: versionId(played),
        conclusion: 'unlawful',
        findings: [{ point: 'competence', finding: '超越权限' }],
      },
    })
    played = must(played, { by: 'section', act: 'pass-section-head', input: { agreed: true } })
    played = must(played, { by: 'deputy', act: 'pass-deputy-head', input: { agreed: true } })
    return must(played, { by: 'justice-head', act: 'issue-review-opinion', input: { versionId: versionId(played) } })
  }
  const edited = (played: Played, words = '应当公平办理') =>
    must(played, {
      by: 'drafter',
      act: 'save-version',
      input: { baseVersionId: versionId(played), name: '又一稿', source: articles(6, words) },
    })
  const inPrinciple = () => {
    let played = walkTo('deliberating')
    for (const move of [
      { by: 'vice', act: 'coordinate-topic', input: { agreed: true } },
      { by: 'mayor', act: 'confirm-topic', input: { agreed: true } },
      {
        by: 'clerk',
        act: 'schedule-meeting',
        input: { meeting: '第3次常务会议', kind: 'executive', on: '2026-03-02', position: 1 },
      },
      {
        by: 'clerk',
        act: 'record-meeting',
        input: { attendanceList: '市长', speeches: [{ person: '市长', view: 'agree', words: '同意', chief: true }] },
      },
      {
        by: 'clerk',
        act: 'issue-minutes',
        input: { result: 'passed-in-principle', decisions: [{ words: '原则通过' }] },
      },
    ])
      played = must(played, move)
    return edited(played)
  }

  test.each<[string, () => Played, (played: Played) => Parameters<typeof play>[1], string, string?]>([
    [
      'a topic without a legality opinion',
      () => walkTo('submitted'),
      (played) => ({ by: 'drafter', act: 'propose-topic', input: { versionId: versionId(played), reporter: '局长' } }),
      'denied-stage',
    ],
    [
      'a topic found unlawful',
      unlawful,
      (played) => ({ by: 'drafter', act: 'propose-topic', input: { versionId: versionId(played), reporter: '局长' } }),
      'gate-closed',
      'lawful-before-meeting',
    ],
    [
      'a topic after an edit that made the opinion stale',
      () => edited(walkTo('reviewed')),
      (played) => ({ by: 'drafter', act: 'propose-topic', input: { versionId: versionId(played), reporter: '局长' } }),
      'gate-closed',
      'review-covers-text',
    ],
    [
      'a submission with an open opinion',
      () => walkTo('settling'),
      (played) => ({
        by: 'drafter',
        act: 'submit',
        input: { versionId: versionId(played), allowedWorkingDays: 10, materials: [] },
      }),
      'gate-closed',
      'opinions-settled',
    ],
    [
      'a submission without the own legality opinion',
      () => walkTo('closing'),
      (played) => ({
        by: 'drafter',
        act: 'submit',
        input: { versionId: versionId(played), allowedWorkingDays: 10, materials: [] },
      }),
      'gate-closed',
      'own-opinion-before-submission',
    ],
    [
      'an opinion issued by who passed it in the rank below',
      () => before('reviewed'),
      (played) => ({
        by: 'justice-head',
        as: { ...actor('justice-head'), personId: 'deputy' },
        act: 'issue-review-opinion',
        input: { versionId: versionId(played) },
      }),
      'separation',
    ],
    [
      'an opinion whose section head agreed anew after the deputy head did',
      () => must(before('reviewed'), { by: 'section', act: 'pass-section-head', input: { agreed: true } }),
      (played) => ({ by: 'justice-head', act: 'issue-review-opinion', input: { versionId: versionId(played) } }),
      'chain-out-of-order',
    ],
    [
      'not adopted without a reason',
      () => walkTo('settling'),
      (played) => ({
        by: 'drafter',
        act: 'settle-opinions',
        input: {
          items: [
            {
              opinionId:
                lastOf(played.matter, 'answer-sent') &&
                played.matter.records.flatMap((record) =>
                  record.kind === 'answer-sent' ? record.payload.proposals : [],
                )[0]!.opinionId,
              disposition: 'declined',
            },
          ],
        },
      }),
      'reason-missing',
    ],
    [
      'a liaison sending without the head',
      () => walkTo('circulating'),
      (played) => ({
        by: 'housing-liaison',
        act: 'send-answer',
        input: { roundId: lastOf(played.matter, 'round-opened')!.payload.roundId, answer: 'no-objection' },
      }),
      'denied-role',
    ],
    [
      'editing after submission',
      () => walkTo('submitted'),
      (played) => ({
        by: 'drafter',
        act: 'save-version',
        input: { baseVersionId: versionId(played), name: '偷改', source: articles(7) },
      }),
      'denied-stage',
    ],
    [
      'a consulted unit opening a foreign matter',
      () => walkTo('circulating'),
      (played) => ({
        by: 'stranger-drafter',
        act: 'send-answer',
        input: { roundId: lastOf(played.matter, 'round-opened')!.payload.roundId, answer: 'agree' },
      }),
      'not-found',
    ],
    [
      'the second of two savers',
      () => walkTo('drafting'),
      () => ({
        by: 'drafter',
        act: 'save-version',
        input: { baseVersionId: null, name: '第一稿', source: articles(3) },
      }),
      'version-superseded',
    ],
    [
      'publishing before signature',
      () => walkTo('signing'),
      () => ({ by: 'clerk', act: 'publish', input: { publishedOn: '2026-03-02', gazette: '第3期' } }),
      'denied-stage',
    ],
    [
      'a substantive change after the meeting that goes on without returning',
      inPrinciple,
      (played) => ({
        by: 'officer',
        act: 'check-post-meeting',
        input: { versionId: versionId(played), result: 'within-minutes' },
      }),
      'beyond-minutes',
    ],
    [
      'an approval sheet for a text changed after the meeting and not checked',
      inPrinciple,
      () => ({ by: 'clerk', act: 'issue-approval-sheet', input: {} }),
      'denied-stage',
    ],
    [
      'a number for a text edited after signature',
      () => edited(walkTo('signed')),
      () => ({ by: 'clerk', act: 'number-document', input: { kind: 'document' } }),
      'denied-stage',
    ],
    [
      'a signature without the password',
      () => walkTo('closing'),
      (played) => ({
        by: 'urban-head',
        act: 'sign-submission',
        input: { versionId: versionId(played), opinion: 'agree' },
        passwordConfirmed: false,
      }),
      'password-wrong',
    ],
    [
      'less time for the review than the floor',
      () => before('submitted'),
      (played) => ({
        by: 'drafter',
        act: 'submit',
        input: { versionId: versionId(played), allowedWorkingDays: 3, materials: [] },
      }),
      'review-time-too-short',
    ],
    [
      'a document named a regulation',
      nothing,
      () => ({ by: 'drafter', act: 'open-matter', input: { ...opening, title: '清宁市招牌条例' } }),
      'title-regulation',
    ],
    [
      'a secrecy mark in the text',
      () => walkTo('opened'),
      () => ({
        by: 'drafter',
        act: 'save-version',
        input: { baseVersionId: null, name: '第一稿', source: `机密★10年\n${articles(3)}` },
      }),
      'secrecy-mark',
    ],
  ])('%s', (_, begin, move, code, rule) => {
    const before = begin()
    const { after, refusal } = play(before, move(before))
    expect(refusal?.code).toBe(code)
    if (rule) expect(refusal?.gates?.map((gate) => gate.rule)).toContain(rule)
    for (const gate of refusal?.gates ?? []) expect(gate.sources.length).toBeGreaterThan(0)
    expect(after).toBe(before)
    expect(code in zh.refusals).toBe(true)
  })

  /** Everything done that comes before a stage, not the act that reaches it. */
  function before(stage: string): Played {
    let played = nothing()
    for (const [reached, step] of road) {
      if (reached === stage) return played
      for (const move of [step(played)].flat()) played = must(played, move)
    }
    return played
  }
})

describe('the matrix', () => {
  const cells = acts
    .filter((act) => act.subject === 'matter')
    .flatMap((act) =>
      roles.flatMap((role) => relations.flatMap((relation) => stages.map((stage) => ({ act, role, relation, stage })))),
    )
  const allowed = cells.filter(
    ({ act, role, relation, stage }) => may(act, { roles: [role], relations: new Set([relation]), stage }).allowed,
  )

  test('every act is somebody’s, and every role has something to do', () => {
    expect(acts.filter((act) => act.grants.length === 0).map((act) => act.name)).toEqual([])
    const idle = roles.filter((role) => !acts.some((act) => act.grants.some((grant) => grant.roles.includes(role))))
    // A member speaks in the meeting; the auditor reads.
    expect(idle).toEqual(['auditor'])
  })
  test('no act on a matter for a unit without a part in it, nor for the three system duties', () => {
    expect(allowed.filter(({ relation }) => relation === 'other')).toEqual([])
    expect(allowed.filter(({ role }) => (systemDuties as readonly string[]).includes(role))).toEqual([])
  })
  test('in a stage that has ended only the record can be contested, the filing noted, papers filed, and what was decided executed and supervised', () => {
    const inEnded = allowed.filter(({ stage }) => endedStages.has(stage))
    const names = (rows: typeof allowed) => [...new Set(rows.map(({ act }) => act.name))].sort()
    expect(names(inEnded.filter(({ stage }) => stage !== 'registered'))).toEqual([
      'close-supervision',
      'contest-record',
      'open-supervision',
      'report-supervision',
    ])
    expect(names(inEnded)).toEqual([
      'answer-problem',
      'answer-remark',
      'assign-execution',
      'close-supervision',
      'contest-record',
      'decide-adjustment',
      'end-execution',
      'enter-evidence',
      'open-supervision',
      'order-evaluation',
      'record-filing',
      'record-remark',
      'report-evaluation',
      'report-execution',
      'report-supervision',
      'resume-execution',
      'suspend-execution',
    ])
  })
  test('nobody can both write and review, or sign for issue, by role', () => {
    const can = (name: string) => new Set(registry.get(name)!.grants.flatMap((grant) => grant.roles))
    for (const name of ['issue-review-opinion', 'pass-section-head', 'check-post-meeting'])
      expect(can(name).has('drafter')).toBe(false)
  })
  test('an unknown role is denied', () => {
    expect(may(registry.get('submit')!, { roles: [], relations: new Set(['lead']), stage: 'closing' }).allowed).toBe(
      false,
    )
  })
})

test('every act and every refusal has its words', () => {
  expect(acts.map((act) => act.name).filter((name) => !(name in zh.acts))).toEqual([])
})

test('every act has an input that a person could mean', () => {
  expect(matterActs.filter((act) => !meantActs.includes(act))).toEqual([])
})

test('random acts by random people never break an invariant, and a refused act changes nothing', () => {
  const starts = [...points, ...scenarios]
  for (const { played } of starts) frozen(played.matter)
  const done = { tried: 0, taken: 0, refusals: new Set<string>(), acts: new Set<string>() }
  const random = (played: Played, chance: Chance): Move => {
    const move = randomMove(played, chance)
    return chance.yes(3) ? { ...move, as: anyone(chance) } : move
  }
  fc.assert(
    fc.property(fc.nat(starts.length - 1), fc.nat(), (start, seed) => {
      const chance = chanceOf(seed)
      let { played } = starts[start]!
      for (let at = 0; at < 15; at += 1) {
        const move = random(played, chance)
        const { after, refusal } = play(played, { ...move, passwordConfirmed: !chance.yes(20) })
        done.tried += 1
        if (refusal) {
          done.refusals.add(refusal.code)
          expect(after).toBe(played)
          if (refusal.code === 'gate-closed')
            expect(refusal.gates!.map(({ rule }) => rule)).toEqual(shutBefore(played, move.act))
          continue
        }
        done.taken += 1
        done.acts.add(move.act)
        expect(broken({ before: played, move, after })).toEqual([])
        played = { ...after, matter: frozen(after.matter) }
      }
    }),
    { numRuns: 200 },
  )
  const { acts: taken, refusals, ...counts } = done
  console.info('random acts', JSON.stringify({ ...counts, acts: taken.size, refusals: refusals.size }))
  expect([...refusals].filter((code) => !(code in zh.refusals) && code !== 'input-invalid')).toEqual([])
})
