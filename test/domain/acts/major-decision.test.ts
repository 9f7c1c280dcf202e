import { describe, expect, test } from 'vitest'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { type Move, must, nothing, type Played, play } from '#test/support/play.ts'

/** 停车收费调整和特许经营: a major decision that meets every gate of 国令第713号 before its evidence exists. */
const facts = {
  marketRelated: true,
  severalPowers: true,
  prices: true,
  listed: true,
  npcReport: true,
  expertise: true,
  socialRisk: true,
  specialGroup: true,
  directInterest: true,
  disputed: true,
  reformExploration: false,
  secret: false,
}
const text =
  '清河市机动车停放服务收费调整方案\n第一条 一类区域首小时四元。\n第二条 公共停车泊位实行特许经营。\n第三条 特许经营期限为十年。\n'

const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
const evidence = (step: string, fields: object = {}, more: object = {}): Move => ({
  by: step === 'fair-competition' ? 'fair' : step === 'legal-advisers' ? 'officer' : 'drafter',
  act: 'enter-evidence',
  input: {
    step,
    document: `${step} 材料`,
    reference: '清发改〔2026〕9号',
    person: '承办人',
    on: '2026-02-20',
    fields,
    ...more,
  },
})
const played = (from: Played, ...moves: Array<Move | ((played: Played) => Move)>): Played =>
  moves.reduce((before, move) => must(before, typeof move === 'function' ? move(before) : move), from)

const round = (played: Played) => lastOf(played.matter, 'round-opened')!.payload.roundId
const drafted = (): Played =>
  played(
    nothing(),
    {
      by: 'drafter',
      act: 'open-matter',
      input: {
        kind: 'major-decision',
        title: '清河市机动车停放服务收费调整方案',
        carrier: 'notice',
        enclosed: 'plan',
        authority: 'government',
        issuerId: 'city',
        facts,
        notSecret: true,
      },
    },
    { by: 'drafter', act: 'save-version', input: { baseVersionId: null, name: '决策草案', source: text } },
    (before) => ({
      by: 'drafter',
      act: 'open-round',
      input: { versionId: versionId(before), unitIds: ['housing'], workingDays: 7 },
    }),
    (before) => ({
      by: 'housing-head',
      act: 'send-answer',
      input: { roundId: round(before), answer: 'object', general: '不赞成现在确定经营者。' },
    }),
    (before) => ({ by: 'drafter', act: 'close-round', input: { roundId: round(before) } }),
    (before) => ({
      by: 'drafter',
      act: 'settle-opinions',
      input: {
        items: [
          {
            opinionId: lastOf(before.matter, 'answer-sent')!.payload.generalOpinionId,
            disposition: 'declined',
            reason: '通过公开竞争方式选择。',
            provisionIds: [],
          },
        ],
      },
    }),
    { by: 'drafter', act: 'save-companion', input: { kind: 'interpretation', words: '解读及意见采纳情况' } },
    { by: 'drafter', act: 'save-companion', input: { kind: 'openness', words: '', publicity: 'active' } },
  )

const submission = (before: Played): Move => ({
  by: 'drafter',
  act: 'submit',
  input: {
    versionId: versionId(before),
    allowedWorkingDays: 7,
    materials: ['text', 'explanation', 'basis', 'consultation', 'own-opinion'].map((kind) => ({ kind, present: true })),
  },
})

/** What stands before an act, what the page says of it, and the acts that supply it. */
type Missing = [rule: string, says: string, supplied: Array<Move | ((played: Played) => Move)>]

const heard = {
  noticeOn: '2026-01-15',
  selectionPublished: true,
  listPublished: true,
  ordered: true,
  signed: true,
  participants: 15,
}
const beforeSubmission: Missing[] = [
  [
    'explanation-before-submission',
    '缺起草说明',
    [{ by: 'drafter', act: 'save-companion', input: { kind: 'explanation', words: '说明' } }],
  ],
  [
    'basis-before-submission',
    '缺制定依据',
    [{ by: 'drafter', act: 'save-companion', input: { kind: 'basis', words: '价格法' } }],
  ],
  [
    'initiated-before-submission',
    '缺决策机关启动决策程序的决定',
    [evidence('initiation', { source: 'leader' }, { conclusion: 'start' })],
  ],
  [
    'proposal-studied',
    '未经有关单位研究论证',
    [evidence('initiation', { source: 'leader', studiedBy: '市发改委' }, { conclusion: 'start' })],
  ],
  [
    'listed-with-consent',
    '缺决策事项目录',
    [evidence('catalogue', { partyConsentOn: '2026-01-05', publishedOn: '2026-01-06' })],
  ],
  ['laws-surveyed', '梳理', [evidence('research', { lawsSurveyed: true, alternatives: 2 })]],
  [
    'dispute-recorded',
    '有 1 条不同意见未采纳',
    [
      evidence('dispute-settlement', {
        mainIssue: '经营者',
        unitsOpinions: '另行决策',
        leadOpinion: '一并决策',
        leadReasons: '统一经营',
      }),
    ],
  ],
  ['public-took-part', '缺公众参与的记录', [evidence('participation', { forms: ['symposium'] })]],
  [
    'special-group-heard',
    '缺与人民团体',
    [evidence('participation', { forms: ['symposium'], specialGroup: '出租车司机代表座谈' })],
  ],
  [
    'experts-heard',
    '缺署名的专家论证意见',
    [evidence('expert-appraisal', { experts: 5, signedOpinions: 5, interested: true })],
  ],
  [
    'experts-without-interest',
    '有直接利害关系的专家参加了论证',
    [
      evidence(
        'expert-appraisal',
        { experts: 5, signedOpinions: 5, conflictsDeclared: true, interested: false, dissentSought: true },
        { conclusion: '采纳三条' },
      ),
    ],
  ],
  [
    'risk-report-complete',
    '缺风险评估报告',
    [
      evidence(
        'risk-assessment',
        { risks: '投诉', measures: '分区', plan: '处置', assessor: '中心' },
        { conclusion: 'not-controllable' },
      ),
    ],
  ],
  [
    'fair-competition-before-submission',
    '缺公平竞争审查结论',
    [
      evidence(
        'fair-competition',
        { initialReviewOn: '2026-02-10', stakeholdersHeard: true },
        { conclusion: 'conforms' },
      ),
    ],
  ],
  [
    'heads-signed-submission',
    '主要负责人未签署',
    [
      (before) => ({
        by: 'urban-head',
        act: 'sign-submission',
        input: { versionId: versionId(before), opinion: 'agree' },
      }),
    ],
  ],
]

/** Refused for the rule with its words before, not for it afterwards. */
function supplies(before: Played, attempt: (played: Played) => Move, [rule, says, moves]: Missing): Played {
  const gate = play(before, attempt(before)).refusal?.gates?.find((one) => one.rule === rule)
  expect(gate, rule).toBeDefined()
  expect(gate!.missing.zh).toContain(says)
  expect(gate!.sources.length).toBeGreaterThan(0)
  expect(gate!.desk).not.toBeNull()
  const after = played(before, ...moves)
  expect(play(after, attempt(after)).refusal?.gates?.map((one) => one.rule) ?? []).not.toContain(rule)
  return after
}
const through = (before: Played, attempt: (played: Played) => Move, missing: readonly Missing[]): Played =>
  missing.reduce((state, one) => supplies(state, attempt, one), before)

const submitted = () => {
  const ready = through(drafted(), submission, beforeSubmission)
  return played(ready, submission)
}
const reviewed = () =>
  through(
    played(
      submitted(),
      { by: 'clerk', act: 'check-completeness', input: { result: 'complete' } },
      { by: 'section', act: 'accept-for-review', input: { officerPostId: 'officer' } },
      (before) => ({
        by: 'officer',
        act: 'draft-review-opinion',
        input: { versionId: versionId(before), conclusion: 'lawful' },
      }),
      { by: 'section', act: 'pass-section-head', input: { agreed: true } },
      { by: 'deputy', act: 'pass-deputy-head', input: { agreed: true } },
    ),
    issuing,
    [
      [
        'advisers-before-opinion',
        '缺法律顾问、公职律师的法律意见',
        [evidence('legal-advisers', { advisers: '公职律师一人' })],
      ],
    ],
  )
const issuing = (before: Played): Move => ({
  by: 'justice-head',
  act: 'issue-review-opinion',
  input: { versionId: versionId(before) },
})
const topic = (before: Played): Move => ({
  by: 'drafter',
  act: 'propose-topic',
  input: { versionId: versionId(before), reporter: '市发改委主任' },
})

describe('a major decision', () => {
  test('is refused at submission for each thing that is missing, and goes on when nothing is', () => {
    expect(stageOf(submitted().matter)).toBe('submitted')
  })

  test('the requester may not leave the reviewer less than seven working days', () => {
    const ready = through(drafted(), submission, beforeSubmission)
    const short = submission(ready)
    const refused = play(ready, { ...short, input: { ...(short.input as object), allowedWorkingDays: 6 } })
    expect(refused.refusal).toMatchObject({ code: 'review-time-too-short', fields: { allowed: 6, minimum: 7 } })
  })

  test.each([
    [
      'hearing-material-lead',
      '听证会材料提前 5 日送达；规则：7 日前；缺 2 日',
      { ...heard, materialsSentOn: '2026-02-13', heldOn: '2026-02-18' },
    ],
    [
      'hearing-participants',
      '遴选办法或者名单',
      { ...heard, materialsSentOn: '2026-02-10', heldOn: '2026-02-18', listPublished: false },
    ],
    [
      'hearing-order-and-record',
      '确认签字',
      { ...heard, materialsSentOn: '2026-02-10', heldOn: '2026-02-18', signed: false },
    ],
  ])('a hearing is held again: %s', (rule, says, fields) => {
    const ready = played(
      through(drafted(), submission, beforeSubmission),
      evidence('hearing', fields, { conclusion: '多数赞成' }),
    )
    const again = { ...heard, materialsSentOn: '2026-02-10', heldOn: '2026-02-18' }
    supplies(ready, submission, [rule, says, [evidence('hearing', again, { conclusion: '多数赞成' })]])
  })

  test('public comment of 28 days needs its ground, who approved it, and the reason in the notice itself', () => {
    const period = { from: '2026-01-20', to: '2026-02-17', conclusion: '采纳三条' }
    const published = { draftPublished: true, explanationPublished: true }
    const ready = played(
      through(drafted(), submission, beforeSubmission),
      evidence('public-comment', published, period),
    )
    const ground = { ...period, ground: '情况紧急', approver: '分管副市长' }
    const silent = played(ready, evidence('public-comment', published, ground))
    expect(play(silent, submission(silent)).refusal?.gates?.map(({ rule }) => rule)).toContain(
      'public-comment-decision',
    )
    supplies(ready, submission, [
      'public-comment-decision',
      '公开征求意见 28 日；规则：一般不少于 30 日；缺 2 日',
      [evidence('public-comment', { ...published, reasonInNotice: true }, ground)],
    ])
  })

  test('goes to the meeting with its packet, when the risk is controllable', () => {
    const proposed = played(
      through(played(reviewed(), issuing), topic, [
        [
          'risk-controllable',
          '风险评估结论为不可控',
          [
            evidence(
              'risk-assessment',
              { risks: '投诉', measures: '分步', plan: '处置', assessor: '中心' },
              { conclusion: 'controllable' },
            ),
          ],
        ],
        [
          'packet-public-opinions',
          '缺主要意见的研究采纳情况',
          [evidence('participation', { forms: ['symposium'], specialGroup: '座谈' }, { conclusion: '采纳三条' })],
        ],
      ]),
      topic,
      { by: 'vice', act: 'coordinate-topic', input: { agreed: true } },
      { by: 'mayor', act: 'confirm-topic', input: { agreed: true } },
    )
    const agenda = (kind: string): Move => ({
      by: 'clerk',
      act: 'schedule-meeting',
      input: { meeting: '第9次会议', kind, on: '2026-03-02', position: 1 },
    })
    const scheduled = played(
      through(proposed, () => agenda('executive'), [
        ['congress-before-decision', '缺办理记录', [evidence('congress-report')]],
      ]),
      agenda('executive'),
    )
    const record = (...speeches: object[]): Move => ({
      by: 'clerk',
      act: 'record-meeting',
      input: { attendanceList: '市长、副市长', speeches },
    })
    const vice = { person: '副市长', view: 'dissent', words: '期限过长' }
    const mayor = { person: '市长', view: 'agree', words: '原则同意', chief: true }
    const minutes = (): Move => ({
      by: 'clerk',
      act: 'issue-minutes',
      input: { result: 'passed', decisions: [{ words: '会议通过' }], chiefReason: '须尽快实施' },
    })
    const minuted = played(
      through(played(scheduled, record(mayor, vice)), minutes, [
        ['chief-speaks-last', '行政首长不是最后发表意见', [record(vice, mayor)]],
      ]),
      minutes(),
      { by: 'clerk', act: 'issue-approval-sheet', input: {} },
      (before) => ({
        by: 'mayor',
        act: 'sign-sheet',
        input: { versionId: versionId(before), rank: 'issuer', opinion: 'agree' },
      }),
    )
    const number: Move = { by: 'clerk', act: 'number-document', input: { kind: 'document' } }
    const numbered = played(
      through(minuted, () => number, [['party-report-before-issue', '向同级党委请示报告', [evidence('party-report')]]]),
      number,
    )
    expect(stageOf(numbered.matter)).toBe('numbered')
  })
})
