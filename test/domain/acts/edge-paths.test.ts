import { describe, expect, test } from 'vitest'
import type { Directory, Unit } from '#app/domain/access/directory.ts'
import type { Delegation } from '#app/domain/access/directory.ts'
import { substitutionIn } from '#app/domain/acts/substitution.ts'
import type { Context } from '#app/domain/acts/act.ts'
import { conflictsOf } from '#app/domain/matter/conflicts.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { lastOf, latestVersion, recordsOf, roundsOf, unansweredUnits } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { presumedUnits } from '#app/domain/matter/units.ts'
import { actor, calendar, directory, must, play, type Played } from '#test/support/play.ts'
import { opening, road, walkTo } from '#test/support/road.ts'

const versionId = ({ matter }: Played) => latestVersion(matter)!.payload.versionId
const roundId = ({ matter }: Played) => lastOf(matter, 'round-opened')!.payload.roundId
const facts = ({ matter }: Played) => factsFor(matter, '2026-03-02', calendar)
const waiting = (played: Played) => tasksOf(played.matter, facts(played)).map(({ act, unitId }) => [act, unitId])
const changed = <Kind extends MatterRecord['kind']>(played: Played, kind: Kind, payload: object): Played => ({
  ...played,
  matter: {
    ...played.matter,
    records: played.matter.records.map((record) =>
      record.kind === kind ? ({ ...record, payload: { ...record.payload, ...payload } } as MatterRecord) : record,
    ),
  },
})
/** The directory is one for all tests of a file; what a test changes in it is put back. */
function withUnits<Value>(changes: Partial<Record<string, Partial<Unit>>>, body: () => Value): Value {
  const units = directory.units as Map<string, Unit>
  const before = new Map(units)
  for (const [id, change] of Object.entries(changes)) units.set(id, { ...units.get(id)!, ...change })
  try {
    return body()
  } finally {
    for (const [id, unit] of before) units.set(id, unit)
  }
}

/** A round that closed without the answer of the market regulator. */
function closedWithout(): Played {
  let played = walkTo('circulating')
  const id = roundId(played)
  played = must(played, { by: 'housing-head', act: 'send-answer', input: { roundId: id, answer: 'no-objection' } })
  return must(played, { by: 'drafter', act: 'close-round', input: { roundId: id }, today: '2026-03-12' })
}
const late = (played: Played, input: object = {}) => ({
  by: 'market-head',
  act: 'send-late-answer',
  input: { roundId: roundId(played), answer: 'object', general: '不同意设置备案', ...input },
  today: '2026-03-16',
})

describe('a late answer', () => {
  test('before submission reopens the ledger and the stage', () => {
    const closed = closedWithout()
    expect(stageOf(closed.matter)).toBe('closing')
    const played = must(closed, late(closed))
    expect(stageOf(played.matter)).toBe('settling')
    expect(ledgerOf(played.matter)).toMatchObject([{ unitId: 'market', words: '不同意设置备案', disposition: null }])
  })

  test('contradicts the consent that silence was taken for', () => {
    const closed = changed(closedWithout(), 'round-opened', { silence: 'no-objection-presumed' })
    expect(presumedUnits(closed.matter, roundsOf(closed.matter)[0]!)).toEqual(['market'])
    expect(facts(closed)['rounds.presumed']).toBe(1)
    const played = must(closed, late(closed))
    expect(presumedUnits(played.matter, roundsOf(played.matter)[0]!)).toEqual([])
    expect(facts(played)['ledger.open']).toBe(1)
  })

  test('during the review has to be settled before the topic is proposed', () => {
    const reviewed = walkTo('reviewed')
    const propose = {
      by: 'drafter',
      act: 'propose-topic',
      input: { versionId: versionId(reviewed), reporter: '市城管局局长' },
    }
    expect(play(reviewed, propose).refusal).toBeNull()
    const objected = must(reviewed, { ...late(reviewed), today: '2026-03-02' })
    const { refusal } = play(objected, propose)
    expect(refusal).toMatchObject({ code: 'gate-closed', gates: [{ rule: 'opinions-settled' }] })
    const opinionId = ledgerOf(objected.matter).find(({ disposition }) => !disposition)!.opinionId
    const items = [{ opinionId, disposition: 'adopted' }]
    expect(
      play(must(objected, { by: 'drafter', act: 'settle-opinions', input: { items } }), propose).refusal,
    ).toBeNull()
  })

  test('before the signature has to be settled before anybody signs', () => {
    const signing = walkTo('signing')
    const sheet = must(signing, { by: 'clerk', act: 'issue-approval-sheet', input: {} })
    const sign = {
      by: 'mayor',
      act: 'sign-sheet',
      input: { versionId: versionId(sheet), rank: 'issuer', opinion: 'agree' },
    }
    expect(play(sheet, sign).refusal).toBeNull()
    const objected = must(sheet, { ...late(sheet), today: '2026-03-02' })
    expect(stageOf(objected.matter)).toBe('signing')
    expect(play(objected, sign).refusal).toMatchObject({ code: 'opinions-open', fields: { count: 1 } })
    expect(waiting(objected)).toContainEqual(['settle-opinions', 'urban'])
    const opinionId = ledgerOf(objected.matter).find(({ disposition }) => !disposition)!.opinionId
    const settled = must(objected, {
      by: 'drafter',
      act: 'settle-opinions',
      input: { items: [{ opinionId, disposition: 'declined', reason: '上位法已有规定' }] },
    })
    expect(play(settled, sign).refusal).toBeNull()
  })

  test('does not keep a leader from refusing to sign', () => {
    const sheet = must(walkTo('signing'), { by: 'clerk', act: 'issue-approval-sheet', input: {} })
    const objected = must(sheet, { ...late(sheet), today: '2026-03-02' })
    const refusing = { versionId: versionId(sheet), rank: 'issuer', opinion: 'disagree', words: '先处理意见' }
    expect(play(objected, { by: 'mayor', act: 'sign-sheet', input: refusing }).refusal).toBeNull()
  })

  test.each(['signed', 'numbered', 'issued', 'published'])('when %s is a memo and changes nothing', (stage) => {
    const before = walkTo(stage)
    const played = must(before, { ...late(before), today: '2026-03-02' })
    expect(lastOf(played.matter, 'late-answer-noted')!.payload).toMatchObject({ unitId: 'market', answer: 'object' })
    expect(stageOf(played.matter)).toBe(stage)
    expect(ledgerOf(played.matter)).toEqual(ledgerOf(before.matter))
    expect(waiting(played)).toEqual(waiting(before))
  })

  test('is no way into a round that is open, nor for a unit that was not asked', () => {
    const open = walkTo('circulating')
    expect(play(open, late(open)).refusal).toMatchObject({ code: 'round-not-closed' })
    const closed = closedWithout()
    expect(play(closed, { ...late(closed), by: 'justice-head' }).refusal).toMatchObject({ code: 'unit-not-asked' })
    expect(play(closed, { ...late(closed), by: 'stranger-drafter' }).refusal).toMatchObject({ code: 'not-found' })
  })
})

describe('two units that want different words of one clause', () => {
  function twoProposals(first: string, second: string): Played {
    let played = walkTo('circulating')
    const id = roundId(played)
    for (const [by, words] of [
      ['housing-head', first],
      ['market-head', second],
    ] as const)
      played = must(played, {
        by,
        act: 'send-answer',
        input: { roundId: id, answer: 'agree-with-changes', pasted: `第二条\t修改时限\t${words}` },
      })
    return must(played, { by: 'drafter', act: 'close-round', input: { roundId: id } })
  }
  const settle = (played: Played, how: Array<[string, string?]>) =>
    play(played, {
      by: 'drafter',
      act: 'settle-opinions',
      input: {
        items: ledgerOf(played.matter).map(({ opinionId }, place) => ({
          opinionId,
          disposition: how[place]![0],
          reason: how[place]![1],
        })),
      },
    }).refusal

  test('stand against each other, and are not both adopted in silence', () => {
    const played = twoProposals('十个工作日内办理', '五个工作日内办理')
    expect(conflictsOf(played.matter).map(({ opinions }) => opinions.map(({ unitId }) => unitId))).toEqual([
      ['housing', 'market'],
    ])
    expect(facts(played)['ledger.conflicts']).toBe(1)
    expect(settle(played, [['adopted'], ['adopted']])).toMatchObject({
      code: 'conflicting-adoptions',
      fields: { unit: 'housing', other: 'market' },
    })
    expect(settle(played, [['adopted'], ['declined', '时限过短']])).toBeNull()
    expect(settle(played, [['adopted'], ['adopted', '一般十日，简易五日']])).toBeNull()
  })

  test('nor one after the other', () => {
    const played = twoProposals('十个工作日内办理', '五个工作日内办理')
    const [one, other] = ledgerOf(played.matter).map(({ opinionId }) => opinionId)
    const adopt = (opinionId: string) => ({
      by: 'drafter',
      act: 'settle-opinions',
      input: { items: [{ opinionId, disposition: 'adopted' }] },
    })
    const first = must(played, adopt(one!))
    expect(play(first, adopt(other!)).refusal).toMatchObject({ code: 'conflicting-adoptions' })
  })

  test('the same words of both are one wish', () => {
    const played = twoProposals('十个工作日内办理', '十个工作日内办理')
    expect(conflictsOf(played.matter)).toEqual([])
    expect(settle(played, [['adopted'], ['adopted']])).toBeNull()
  })
})

describe('a joint document', () => {
  const walked = (more: object, until: string): Played => {
    let played: Played = { matter: { id: 'm', revision: 0, records: [] }, texts: new Map(), numbers: new Map() }
    for (const [reached, step] of road) {
      for (const move of [step(played)].flat()) {
        const input = move.act === 'open-matter' ? { ...opening, ...more } : move.input
        // A unit that drafts is not asked, so the road of a joint document has another round.
        const asked = move.act === 'open-round' ? { ...(input as object), unitIds: ['market'] } : input
        if (move.by === 'housing-head') continue
        if (move.act === 'settle-opinions') continue
        played = must(played, { ...move, input: asked })
      }
      if (reached === until) return played
    }
    throw new Error(`the road does not lead to ${until}`)
  }
  const joint = () => walked({ jointUnitIds: ['housing'] }, 'drafting')

  test('wants the signature of every head on the text that is submitted', () => {
    const played = joint()
    expect(facts(played)['submission.signaturesWanted']).toBe(2)
    expect(facts(played)['submission.signaturesMissing']).toBe(2)
  })

  test('goes on without a unit that leaves, which reads on and signs no more', () => {
    const left = must(joint(), { by: 'housing-head', act: 'leave-joint-drafting', input: { reason: '职责已划出' } })
    expect(facts(left)).toMatchObject({ 'submission.signaturesWanted': 1, 'matter.joint': false })
    expect([...relationsOf(left.matter, 'housing')]).toEqual(['consulted'])
    expect(
      play(left, { by: 'housing-head', act: 'leave-joint-drafting', input: { reason: '再次' } }).refusal,
    ).not.toBeNull()
  })

  test('is withdrawn by its lead alone', () => {
    const input = { reason: '不再制定' }
    expect(play(joint(), { by: 'housing-head', act: 'withdraw-matter', input }).refusal).toMatchObject({
      code: 'lead-withdraws',
    })
    expect(stageOf(must(joint(), { by: 'urban-head', act: 'withdraw-matter', input }).matter)).toBe('withdrawn')
    expect(play(joint(), { by: 'urban-head', act: 'leave-joint-drafting', input }).refusal).toMatchObject({
      code: 'not-joint-unit',
    })
  })

  test('is not sent to the unit that leads it', () => {
    const played = joint()
    for (const unitIds of [['urban', 'market'], ['urban']])
      expect(
        play(played, {
          by: 'drafter',
          act: 'open-round',
          input: { versionId: versionId(played), unitIds, workingDays: 7 },
        }).refusal,
      ).toMatchObject({ code: 'unit-drafts-itself' })
  })

  test('is issued by a department when all joint heads have countersigned this text', () => {
    const signing = changed(walkTo('signing'), 'opened', {
      jointUnitIds: ['housing'],
      authority: 'department-with-consent',
      issuerId: 'urban',
    })
    const sheet = must(signing, { by: 'clerk', act: 'issue-approval-sheet', input: {} })
    const sign = (by: string, rank: string, opinion = 'agree') => ({
      by,
      act: 'sign-sheet',
      input: { versionId: versionId(sheet), rank, opinion, ...(opinion === 'disagree' && { words: '不同意' }) },
    })
    const issue = sign('urban-head', 'issuer')
    expect(play(sheet, issue).refusal).toMatchObject({ code: 'countersignature-missing', fields: { units: 'housing' } })
    const refused = must(sheet, sign('housing-head', 'countersign', 'disagree'))
    expect(play(refused, issue).refusal).toMatchObject({ code: 'countersignature-missing' })
    expect(stageOf(must(must(sheet, sign('housing-head', 'countersign')), issue).matter)).toBe('signed')
  })
})

describe('a unit that is merged half-way', () => {
  const ended = { market: { validTo: '2026-03-03' } }
  const succession = (input: object = {}) => ({
    by: 'drafter',
    act: 'record-succession',
    input: { unitId: 'market', successorId: 'stranger', reference: '清编发〔2026〕2号', ...input },
    today: '2026-03-04',
  })

  test('its successor takes over the task and the answer; what was done keeps its name', () => {
    const open = walkTo('circulating')
    const played = withUnits(ended, () => must(open, succession()))
    expect(waiting(played)).toContainEqual(['prepare-answer', 'stranger'])
    expect([...relationsOf(played.matter, 'stranger')]).toContain('consulted')
    const answered = must(played, {
      by: 'stranger-drafter',
      act: 'send-answer',
      input: { roundId: roundId(played), answer: 'agree-with-changes', general: '增加监管职责' },
    })
    const round = roundsOf(answered.matter)[0]!
    expect(unansweredUnits(round)).toEqual(['housing'])
    expect(ledgerOf(answered.matter)[0]).toMatchObject({ unitId: 'market', unit: 'stranger' })
    expect(recordsOf(open.matter, 'round-opened')[0]!.payload.unitIds).toEqual(round.opening.payload.unitIds)
  })

  test('one that succeeds two answers for both, and its words count once', () => {
    const open = walkTo('circulating')
    const played = withUnits({ ...ended, housing: { validTo: '2026-03-03' } }, () =>
      must(must(open, succession()), succession({ unitId: 'housing' })),
    )
    const answered = must(played, {
      by: 'stranger-drafter',
      act: 'send-answer',
      input: { roundId: roundId(played), answer: 'object', general: '重复设定' },
    })
    expect(unansweredUnits(roundsOf(answered.matter)[0]!)).toEqual([])
    expect(ledgerOf(answered.matter)).toHaveLength(1)
  })

  test('the lead itself may be merged: its desk moves', () => {
    const played = withUnits({ urban: { validTo: '2026-03-03' } }, () =>
      must(walkTo('drafting'), { ...succession({ unitId: 'urban' }), by: 'clerk' }),
    )
    expect(waiting(played)).toContainEqual(['open-round', 'stranger'])
    expect([...relationsOf(played.matter, 'stranger')]).toContain('lead')
  })

  test('a signature of the old head stands for the new unit', () => {
    const signed = walkTo('submitted')
    const played = withUnits({ urban: { validTo: '2026-03-03' } }, () =>
      must(signed, { ...succession({ unitId: 'urban' }), by: 'clerk' }),
    )
    expect(facts(played)['submission.signaturesMissing']).toBe(facts(signed)['submission.signaturesMissing'])
  })

  test.each<[string, Partial<Record<string, Partial<Unit>>>, object, string]>([
    ['a unit that still stands', {}, {}, 'unit-still-stands'],
    ['a unit without a part', ended, { unitId: 'stranger', successorId: 'housing' }, 'unit-without-part'],
    ['a successor that does not exist', ended, { successorId: 'nobody' }, 'unit-unknown'],
    ['a successor that has ended too', { ...ended, stranger: { validTo: '2026-03-03' } }, {}, 'unit-unknown'],
  ])('refused: %s', (_, units, input, code) => {
    withUnits(units, () => {
      expect(play(walkTo('circulating'), succession(input)).refusal).toMatchObject({ code })
    })
  })
})

describe('a unit that is managed from above', () => {
  const consult = (played: Played) => ({
    by: 'market-head',
    act: 'consult-superior',
    input: { roundId: roundId(played), superior: '省级主管部门', reference: '请示〔2026〕3号' },
  })

  test('asks upward, and its silence is taken for nothing', () => {
    const asked = withUnits({ market: { kind: 'vertical' } }, () => {
      const open = walkTo('circulating')
      return must(open, consult(open))
    })
    const closed = changed(
      must(
        must(asked, {
          by: 'housing-head',
          act: 'send-answer',
          input: { roundId: roundId(asked), answer: 'agree' },
        }),
        { by: 'drafter', act: 'close-round', input: { roundId: roundId(asked) }, today: '2026-03-12' },
      ),
      'round-opened',
      { silence: 'no-objection-presumed' },
    )
    expect(presumedUnits(closed.matter, roundsOf(closed.matter)[0]!)).toEqual([])
  })

  test('a department of the government does not', () => {
    const open = walkTo('circulating')
    expect(play(open, consult(open)).refusal).toMatchObject({ code: 'not-vertical' })
  })
})

test('whoever drafted the text does not answer for a unit that is asked; in a county he may', () => {
  const open = walkTo('circulating')
  const drafted = changed(open, 'opened', { drafterPersonId: 'market-head' })
  const answer = { by: 'market-head', act: 'send-answer', input: { roundId: roundId(open), answer: 'agree' } }
  expect(play(drafted, answer).refusal).toMatchObject({ code: 'answer-by-drafter', fields: { who: 'market-head' } })
  expect(play(drafted, { ...answer, countyMode: true }).refusal).toBeNull()
})

describe('a substitute for an absent signatory', () => {
  const delegation: Delegation = {
    id: 'd',
    postId: 'mayor',
    personId: 'vice',
    validFrom: '2026-03-01',
    validTo: '2026-03-07',
    reason: '外出招商，由常务副市长代签',
  }
  const context = (personId: string, today: string, delegations: Delegation[] = [delegation]) =>
    ({
      actor: { ...actor('mayor'), personId, names: { ...actor('mayor').names, person: personId } },
      directory: { ...directory, delegations } satisfies Directory,
      today,
    }) as unknown as Context

  test('signs at the desk that was handed over, with the authority and its dates', () => {
    expect(substitutionIn({}, context('vice', '2026-03-02'))).toEqual({
      ok: true,
      value: {
        substitute: 'vice',
        substitution: { principal: 'mayor', authority: delegation.reason, from: '2026-03-01', to: '2026-03-07' },
      },
    })
  })

  test.each([
    ['without a delegation', context('vice', '2026-03-02', []), {}],
    ['after it ended', context('vice', '2026-03-08'), {}],
    ['named on paper without authority', context('mayor', '2026-03-02'), { substitute: '林某' }],
  ])('refused %s', (_, given, input) => {
    expect(substitutionIn(input, given)).toMatchObject({ ok: false, error: { code: 'substitute-without-authority' } })
  })

  test('on paper is named with the authority; the holder himself is no substitute', () => {
    expect(
      substitutionIn({ substitute: '林某', substituteAuthority: '市政府分工文件' }, context('mayor', '2026-03-02')),
    ).toEqual({
      ok: true,
      value: { substitute: '林某', substitution: { principal: 'mayor', authority: '市政府分工文件' } },
    })
    expect(substitutionIn({}, context('mayor', '2026-03-02'))).toEqual({ ok: true, value: {} })
  })
})

describe('emergency', () => {
  const emergency = (played: Played): Played =>
    changed(played, 'opened', {
      facts: {
        ...(recordsOf(played.matter, 'opened')[0]!.payload.facts as object),
        emergency: true,
        emergencyGround: '低温雨雪冰冻灾害',
      },
    })
  const submit = (played: Played, allowedWorkingDays: number) => ({
    by: 'drafter',
    act: 'submit',
    input: {
      versionId: versionId(played),
      materials: ['text', 'explanation', 'basis', 'consultation', 'own-opinion', 'fair-competition'].map((kind) => ({
        kind,
        present: true,
      })),
      allowedWorkingDays,
    },
  })
  /** Everything that is wanted before submission. */
  const ready = () => {
    const submitted = walkTo('submitted')
    const place = submitted.matter.records.findIndex(({ kind }) => kind === 'submitted')
    return { ...submitted, matter: { ...submitted.matter, records: submitted.matter.records.slice(0, place) } }
  }

  test('shortens the time of the review', () => {
    const played = ready()
    expect(play(played, submit(played, 2)).refusal).toMatchObject({ code: 'review-time-too-short' })
    expect(play(emergency(played), submit(played, 2)).refusal).toBeNull()
  })

  test('does not take the place of the review', () => {
    const played = emergency(walkTo('submitted'))
    expect(
      play(played, {
        by: 'drafter',
        act: 'propose-topic',
        input: { versionId: versionId(played), reporter: '局长' },
      }).refusal,
    ).toMatchObject({ code: 'denied-stage' })
  })
})

test('a document joint with the Party leaves, is recorded, and nothing of it waits', () => {
  const played = changed(walkTo('closing'), 'opened', { authority: 'joint-with-party' })
  const left = must(played, {
    by: 'clerk',
    act: 'leave-for-party',
    input: { reference: '市委办函〔2026〕5号', reason: '与市委联合制发' },
  })
  expect(stageOf(left.matter)).toBe('left-for-party')
  expect(waiting(left)).toEqual([])
  expect(play(left, { by: 'drafter', act: 'submit', input: {} }).refusal).not.toBeNull()
})
