import type { Unit } from '#app/domain/access/directory.ts'
import { postEvaluations, problemsOf, remarksOf } from '#app/domain/matter/execution.ts'
import type { MatterKind } from '#app/domain/matter/kinds.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { type Stage, stageOf } from '#app/domain/matter/stage.ts'
import { supervisedTasks } from '#app/domain/matter/supervision.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { type EvidenceKind, evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { print } from '#app/domain/text/print.ts'
import { directory, type Move, nothing, type Played } from '#test/support/play.ts'
import { lawAmended } from '#test/support/inputs.ts'
import { opening } from '#test/support/road.ts'
import { points, type Point, walked } from '#test/support/walks.ts'

/** What people do beside the roads: refusals by the office, second meetings, late letters, edits after everything. */

type Next = (played: Played) => Move | Move[]

const by =
  (who: string, act: string, input: object = {}, more: Partial<Move> = {}): Next =>
  () => ({ by: who, act, input, ...more })
const versionId = ({ matter }: Played) => latestVersion(matter)!.payload.versionId
/** On the text as it stands. */
const on =
  (who: string, act: string, input: object = {}): Next =>
  (played) => ({ by: who, act, input: { versionId: versionId(played), ...input } })
const inRound =
  (who: string, act: string, input: object = {}): Next =>
  (played) => ({ by: who, act, input: { roundId: lastOf(played.matter, 'round-opened')!.payload.roundId, ...input } })

const edit =
  (change: (words: string) => string): Next =>
  (played) => ({
    by: 'drafter',
    act: 'save-version',
    input: {
      baseVersionId: versionId(played),
      name: '又一稿',
      source: change(print(played.texts.get(versionId(played))!)),
    },
  })
const substantive = edit((words) => words.replace('第3类招牌的设置人应当依法办理', '第3类招牌的设置人应当在五日内登记'))
const another = edit((words) => words.replace('第5类招牌的设置人应当依法办理', '第5类招牌的设置人不得转让'))
const wording = edit((words) => words.replace('第4类招牌的设置人应当依法办理。', '第4类招牌的设置人应当依法办理；'))
const ending = (words: string) =>
  edit((text) => text.replace('第6类招牌的设置人应当依法办理。', `第6类招牌的设置人${words}。`))
/** An edit of each class, in the order in which one can follow the other. */
const edits: Readonly<Record<string, Next>> = {
  duty: ending('应当依法办理，应当在五日内登记'),
  penalty: ending('应当依法办理，违者处一千元以下罚款'),
  licence: ending('应当依法办理，须经许可'),
  fee: ending('应当依法办理，并缴纳管理费'),
  restriction: ending('应当依法办理，不得转让'),
  substantive: ending('应当依法办理，可以参照第五条'),
}
const relabelled = edit((words) => words.replace('第六条', '第七条'))
const consequential = edit((words) => words.replaceAll('第六条', '第七条'))
const referring = edit((words) => words.replace('第1类招牌的设置人应当依法办理', '第1类招牌的设置人依照第六条办理'))
/** The words of the version before the last again. */
const restored: Next = (played) => {
  const saved = played.matter.records.filter((record) => record.kind === 'version-saved')
  return edit(() => print(played.texts.get(saved.at(-2)!.payload.versionId)!))(played)
}

const reviewed = (conclusion: string): Next[] => [
  on('officer', 'draft-review-opinion', {
    conclusion,
    findings: conclusion === 'lawful' ? [] : [{ point: 'competence', finding: '超越权限' }],
  }),
  by('section', 'pass-section-head', { agreed: true }),
  by('deputy', 'pass-deputy-head', { agreed: true }),
  on('justice-head', 'issue-review-opinion'),
]
const scheduled = by('clerk', 'schedule-meeting', {
  meeting: '第3次常务会议',
  kind: 'executive',
  on: '2026-03-02',
  position: 1,
})
const recorded = by('clerk', 'record-meeting', {
  attendanceList: '市长、副市长',
  speeches: [{ person: '市长', view: 'agree', words: '同意', chief: true }],
})
const put: Next[] = [
  on('drafter', 'propose-topic', { reporter: '局长' }),
  by('vice', 'coordinate-topic', { agreed: true }),
  by('mayor', 'confirm-topic', { agreed: true }),
  scheduled,
]
/** What changed last is what the meeting decided. */
const withinMinutes: Next = (played) => ({
  by: 'drafter',
  act: 'account-changes',
  input: {
    versionId: versionId(played),
    provisionIds: latestVersion(played.matter)!.payload.change.substantive,
    reason: '落实会议决定',
    decisionId: lastOf(played.matter, 'minutes-issued')!.payload.decisions[0]!.decisionId,
  },
})
const minutes = (result: string): Next => by('clerk', 'issue-minutes', { result, decisions: [{ words: '会议议定' }] })
const signs: Next[] = [
  by('clerk', 'issue-approval-sheet'),
  on('mayor', 'sign-sheet', { rank: 'issuer', opinion: 'agree' }),
]
const lateAnswer = (answer: string): Next =>
  inRound('market-head', 'send-late-answer', { answer, ...(answer === 'object' && { general: '不同意' }) })
const recognition = (normative: boolean): Next[] => [
  by('drafter', 'propose-recognition', {
    proposal: 'normative',
    elements: { maker: true, published: true, rights: true, general: true, repeated: true },
    reasons: '五项要素齐备',
  }),
  by('officer', 'give-recognition-opinion', { opinion: 'normative', reasons: '意见' }),
  by('justice-head', 'decide-recognition', { normative, reasons: '决定' }),
]
const firstVersion = by('drafter', 'save-version', {
  baseVersionId: null,
  name: '第一稿',
  source: '清宁市户外招牌设置管理办法\n第一条 设置人应当依法办理。\n第二条 本市招牌应当整洁。\n',
})
const incoming = by('clerk', 'register-incoming', { sender: '省政府', title: '关于招牌管理的函', notSecret: true })
const changedFacts = by('drafter', 'change-facts', {
  facts: { ...opening.facts, emergency: false, money: true },
  reason: '涉及资金',
})

const withUnit = (id: string, change: Partial<Unit>): Partial<Move> => ({
  known: {
    directory: { ...directory, units: new Map([...directory.units, [id, { ...directory.units.get(id)!, ...change }]]) },
  },
})
const ended = (id: string) => withUnit(id, { validTo: '2026-03-01' as PlainDate })

/** Every kind of evidence, with what has to be said of it and nothing more. */
const everyEvidence: Next[] = evidenceSteps.map((step) => {
  const kind: EvidenceKind = evidenceKinds[step]
  const conclusion = typeof kind.conclusion === 'object' ? kind.conclusion.choices[0] : undefined
  const fields = kind.fields
    .filter(({ required }) => required === true)
    .map(({ name, type, choices = [] }) => [
      name,
      type === 'choices' ? choices.slice(0, 1) : (choices[0] ?? (type === 'date' ? '2026-02-18' : '内容')),
    ])
  const period = kind.period === 'required' ? { from: '2026-01-12', to: '2026-02-12' } : {}
  return by(step === 'fair-competition' ? 'fair' : 'drafter', 'enter-evidence', {
    step,
    document: '材料',
    reference: '清发改〔2026〕9号',
    person: '承办人',
    on: '2026-02-20',
    conclusion,
    fields: Object.fromEntries(fields),
    ...period,
  })
})

const problem: Next = (played) => ({
  by: 'mayor',
  act: 'suspend-execution',
  input: { reportId: problemsOf(played.matter)[0]!.report.payload.reportId, urgency: '情况紧急' },
})
const evaluated: Next[] = [
  by('clerk', 'order-evaluation', {
    trigger: 'thought-necessary',
    reason: '实施满一年',
    institution: '某大学',
    independent: true,
    dueOn: '2026-06-01',
  }),
  (played) => ({
    by: 'clerk',
    act: 'report-evaluation',
    input: {
      evaluationId: postEvaluations(played.matter)[0]!.order.payload.evaluationId,
      publicHeard: '座谈',
      participants: ['congress-deputies'],
      evaluationConclusion: 'adjust-decision',
      words: '报告',
    },
  }),
]
const answeredReports: Next[] = [
  (played) => ({
    by: 'clerk',
    act: 'answer-problem',
    input: { reportId: problemsOf(played.matter)[0]!.report.payload.reportId, reply: 'measures', words: '已部署' },
  }),
  (played) => ({
    by: 'clerk',
    act: 'answer-remark',
    input: { remarkId: remarksOf(played.matter)[0]!.received.payload.remarkId, disposition: 'partly', words: '已答复' },
  }),
  by('housing-liaison', 'report-execution', { words: '已核定泊位' }),
  (played) => ({
    by: 'clerk',
    act: 'close-supervision',
    input: { taskId: supervisedTasks(played.matter)[0]!.taskId, done: false, words: '不再进行' },
  }),
]

type From = [kind: MatterKind, stage: Stage, which?: 'first' | 'last'] | 'nothing'
/** The first or the last place of a road at a stage. */
function placeAt(from: From): Played {
  if (from === 'nothing') return nothing()
  const [kind, stage, which = 'last'] = from
  const found = points.filter(
    (point) => point.kind === kind && point.taken.length > 0 && stageOf(point.played.matter) === stage,
  )
  return found.at(which === 'first' ? 0 : -1)!.played
}

const document = 'normative-document'
const rows: ReadonlyArray<[name: string, from: From, moves: readonly Next[]]> = [
  [
    'a paper that came in is opened',
    'nothing',
    [
      incoming,
      by('mayor', 'instruct-incoming', { words: '请办理', outcome: 'open', leadUnitId: 'urban' }),
      by('drafter', 'open-from-incoming', opening),
    ],
  ],
  [
    'a paper that came in is filed',
    'nothing',
    [incoming, by('mayor', 'instruct-incoming', { words: '存', outcome: 'file' })],
  ],
  [
    'what is not normative is withdrawn',
    [document, 'drafting'],
    [...recognition(false), by('drafter', 'withdraw-matter', { reason: '不属于' })],
  ],
  [
    'a document is found a major decision too, and not after all',
    [document, 'drafting'],
    [
      changedFacts,
      by('office-head', 'decide-major', { major: true, categories: ['policy'], listed: true, reasons: '重大' }),
      by('office-head', 'decide-major', { major: false, reasons: '不属于' }),
    ],
  ],
  [
    'what is not a major decision becomes one again',
    ['major-decision', 'drafting'],
    [
      by('office-head', 'decide-major', { major: false, reasons: '不属于' }),
      by('office-head', 'decide-major', { major: true, categories: ['project'], reasons: '重新认定' }),
    ],
  ],
  [
    'a prepared answer is sent, and another takes its place',
    [document, 'circulating', 'first'],
    [
      inRound('housing-liaison', 'prepare-answer', { answer: 'agree-with-changes', pasted: '第二条\t修改时限\t十日' }),
      inRound('housing-head', 'send-prepared-answer'),
      inRound('housing-head', 'send-answer', { answer: 'no-objection' }),
      inRound('market-head', 'send-answer', { answer: 'object', general: '不同意' }),
      inRound('drafter', 'close-round'),
    ],
  ],
  [
    'an opinion is declined, then adopted, and changes are accounted for',
    [document, 'settling', 'first'],
    [
      (played) => ({
        by: 'drafter',
        act: 'settle-opinions',
        input: {
          items: [
            { opinionId: ledgerOf(played.matter)[0]!.opinionId, disposition: 'declined', reason: '上位法已有规定' },
          ],
        },
      }),
      substantive,
      (played) => ({
        by: 'drafter',
        act: 'account-changes',
        input: {
          versionId: versionId(played),
          provisionIds: latestVersion(played.matter)!.payload.change.substantive,
          reason: '文字需要',
        },
      }),
      (played) => ({
        by: 'drafter',
        act: 'settle-opinions',
        input: { items: [{ opinionId: ledgerOf(played.matter)[0]!.opinionId, disposition: 'adopted' }] },
      }),
    ],
  ],
  [
    'a late objection reopens the ledger, and is taken back',
    [document, 'closing'],
    [lateAnswer('object'), lateAnswer('no-objection')],
  ],
  [
    'a late objection comes during the review and is settled there',
    [document, 'under-review'],
    [
      lateAnswer('object'),
      (played) => ({
        by: 'drafter',
        act: 'settle-opinions',
        input: {
          items: [{ opinionId: ledgerOf(played.matter).at(-1)!.opinionId, disposition: 'declined', reason: '无依据' }],
        },
      }),
    ],
  ],
  ['a late objection after the signature is a memo', [document, 'signed'], [lateAnswer('object')]],
  [
    'a second round is opened on an edited text',
    [document, 'closing'],
    [
      substantive,
      on('drafter', 'open-round', { unitIds: ['housing'], workingDays: 7 }),
      inRound('housing-head', 'send-answer', { answer: 'agree' }),
      inRound('drafter', 'close-round'),
    ],
  ],
  [
    'an own opinion and a discussion against it',
    [document, 'closing'],
    [
      on('urban-legal', 'give-own-opinion', { conclusion: 'unlawful', words: '无依据' }),
      on('drafter', 'record-own-discussion', {
        on: '2026-03-01',
        meeting: '局长办公会',
        attendance: '全体',
        result: 'not-agreed',
      }),
    ],
  ],
  [
    'a submission is returned, edited and restored',
    [document, 'submitted', 'first'],
    [by('clerk', 'check-completeness', { result: 'return', words: '退回' }), substantive, restored, wording],
  ],
  [
    'a submission is supplemented',
    [document, 'submitted', 'first'],
    [
      by('clerk', 'check-completeness', { result: 'supplement', words: '请补正', dueOn: '2026-03-05' }),
      substantive,
      by('drafter', 'supply-supplement', { words: '已补' }),
      by('clerk', 'check-completeness', { result: 'complete' }),
    ],
  ],
  [
    'a review asks for changes, is answered, confirmed, and begun anew',
    [document, 'under-review', 'first'],
    [
      on('officer', 'make-comment', { point: 'content', weight: 'must', words: '请修改第三条' }),
      ...reviewed('revise'),
      substantive,
      (played) => ({
        by: 'drafter',
        act: 'answer-review',
        input: {
          versionId: versionId(played),
          items: [
            {
              itemId: lastOf(played.matter, 'review-issued')!.payload.items[0]!.itemId,
              disposition: 'adopted',
              provisionIds: latestVersion(played.matter)!.payload.change.substantive,
            },
          ],
        },
      }),
      on('officer', 'confirm-revision'),
      restored,
      substantive,
      by('section', 'reopen-review', { officerPostId: 'officer' }),
      ...reviewed('unlawful'),
    ],
  ],
  [
    'a topic is deferred, comes again and is sent back',
    [document, 'reviewed'],
    [
      ...put,
      recorded,
      minutes('deferred'),
      scheduled,
      recorded,
      minutes('revise-and-return'),
      substantive,
      on('officer', 'confirm-revision'),
      ...put,
    ],
  ],
  [
    'a topic is declined by the leaders',
    [document, 'reviewed'],
    [
      on('drafter', 'propose-topic', { reporter: '局长' }),
      by('vice', 'coordinate-topic', { agreed: false, words: '再研究' }),
      by('mayor', 'confirm-topic', { agreed: false, words: '再研究' }),
    ],
  ],
  ['a topic is rejected', [document, 'reviewed'], [...put, recorded, minutes('rejected')]],
  [
    'what passed in principle is changed beyond the minutes',
    [document, 'reviewed'],
    [
      ...put,
      recorded,
      minutes('passed-in-principle'),
      substantive,
      on('officer', 'check-post-meeting', { result: 'beyond-minutes', words: '超出会议决定' }),
    ],
  ],
  [
    'what passed in principle is changed as the minutes ask, checked, and reviewed again later',
    [document, 'reviewed'],
    [
      ...put,
      recorded,
      minutes('passed-in-principle'),
      substantive,
      withinMinutes,
      on('officer', 'check-post-meeting', { result: 'within-minutes' }),
      another,
      on('officer', 'check-post-meeting', { result: 'beyond-minutes', words: '退回' }),
      by('section', 'reopen-review', { officerPostId: 'officer' }),
      ...reviewed('lawful'),
      on('officer', 'confirm-revision'),
    ],
  ],
  [
    'a signed text is edited in substance, and put back',
    [document, 'signing', 'first'],
    [...signs, substantive, restored, by('clerk', 'number-document', { kind: 'document' }), another, restored, wording],
  ],
  ['a signed text is edited in its words', [document, 'signing', 'first'], [...signs, wording, restored]],
  [
    'a text is refused at the sheet by a leader',
    [document, 'signing'],
    [on('mayor', 'sign-sheet', { rank: 'issuer', opinion: 'disagree', words: '先处理意见' }), substantive],
  ],
  [
    'numbers are voided and given again',
    [document, 'numbered'],
    [
      by('clerk', 'void-number', { kind: 'register', reason: '用错' }),
      by('clerk', 'void-number', { kind: 'document', reason: '用错' }),
      by('clerk', 'number-document', { kind: 'register' }),
      by('clerk', 'number-document', { kind: 'document' }),
    ],
  ],
  [
    'a published document is filed',
    [document, 'published'],
    [by('clerk', 'record-filing', { authority: '省政府', number: '备1号', on: '2026-03-02' })],
  ],
  [
    'a document joint with the Party leaves',
    'nothing',
    [
      by('drafter', 'open-matter', { ...opening, authority: 'joint-with-party' }),
      by('clerk', 'leave-for-party', { reference: '清委办〔2026〕5号', reason: '联合制发' }),
    ],
  ],
  [
    'a joint document is signed by both, and one leaves',
    'nothing',
    [
      by('drafter', 'open-matter', { ...opening, jointUnitIds: ['housing', 'market'] }),
      firstVersion,
      on('urban-head', 'sign-submission', { opinion: 'agree' }),
      on('housing-head', 'sign-submission', { opinion: 'circled' }),
      by('housing-head', 'leave-joint-drafting', { reason: '职责划出' }),
      by(
        'drafter',
        'record-succession',
        { unitId: 'market', successorId: 'stranger', reference: '清编发〔2026〕2号' },
        ended('market'),
      ),
      by(
        'clerk',
        'record-succession',
        { unitId: 'stranger', successorId: 'urban', reference: '清编发〔2026〕3号' },
        ended('stranger'),
      ),
    ],
  ],
  [
    'a law that the text cites is amended after the opinion, and again before the signature',
    [document, 'reviewed', 'first'],
    [
      on('system', 'note-basis-change', { changes: [lawAmended] }),
      on('officer', 'confirm-basis', { words: '所引条款没有变化' }),
      on('system', 'note-basis-change', { changes: [{ ...lawAmended, from: '2026-03-04' }] }),
      on('system', 'note-basis-change', { changes: [{ ...lawAmended, lawId: 'another' }] }),
      by('section', 'reopen-review', { officerPostId: 'officer' }),
      ...reviewed('lawful'),
    ],
  ],
  [
    'a unit managed from above asks its superior',
    [document, 'circulating', 'first'],
    [inRound('market-head', 'consult-superior', { superior: '省局', reference: '请示' })].map(
      (next): Next =>
        (played) => ({ ...([next(played)].flat()[0] as Move), ...withUnit('market', { kind: 'vertical' }) }),
    ),
  ],
  [
    'evidence is entered before there is a text, and for an older one',
    'nothing',
    [
      by('drafter', 'open-matter', opening),
      by('drafter', 'enter-evidence', {
        step: 'risk-assessment',
        document: '评估',
        reference: '号',
        person: '周某',
        on: '2026-02-20',
        conclusion: 'controllable',
        fields: {},
      }),
      firstVersion,
      edit((words) => words.replace('应当整洁', '应当在五日内登记')),
      (played) => ({
        by: 'drafter',
        act: 'enter-evidence',
        input: {
          step: 'policy-consistency',
          document: '评估',
          reference: '号',
          person: '周某',
          on: '2026-02-20',
          fields: {},
          versionId: played.matter.records.find((record) => record.kind === 'version-saved')!.payload.versionId,
        },
      }),
    ],
  ],
  [
    'edits of every class while it is drafted',
    [document, 'closing'],
    [
      wording,
      relabelled,
      restored,
      referring,
      consequential,
      restored,
      ...Object.values(edits).flatMap((one) => [one, restored]),
    ],
  ],
  [
    'edits of every class after the signature',
    [document, 'signing', 'first'],
    [...signs, ...Object.values(edits).flatMap((one) => [one, restored]), relabelled],
  ],
  [
    'references follow after the signature',
    [document, 'signing', 'first'],
    [
      referring,
      withinMinutes,
      on('officer', 'check-post-meeting', { result: 'within-minutes' }),
      ...signs,
      consequential,
    ],
  ],
  [
    'the words of an earlier version after the signature',
    [document, 'signing', 'first'],
    [
      ...signs,
      (played) =>
        edit(() =>
          print(
            played.texts.get(
              played.matter.records.find((record) => record.kind === 'version-saved')!.payload.versionId,
            )!,
          ),
        )(played),
    ],
  ],
  [
    'evidence of every kind is entered, and some twice',
    [document, 'closing', 'first'],
    [...everyEvidence, substantive],
  ],
  [
    'a decision is suspended, resumed, evaluated and adjusted',
    ['major-decision', 'registered'],
    [
      ...answeredReports,
      problem,
      by('mayor', 'resume-execution', { words: '恢复' }),
      ...evaluated,
      by('clerk', 'decide-adjustment', { reason: '重大调整' }),
      by('clerk', 'end-execution', { outcome: 'superseded', reference: '新决策', words: '已被取代' }),
    ],
  ],
  [
    'a decision is carried out to its end',
    ['major-decision', 'registered'],
    [
      by('housing-liaison', 'report-execution', { words: '完成' }),
      by('clerk', 'end-execution', { outcome: 'completed', words: '执行完毕' }),
    ],
  ],
]

export const scenarios: readonly (Point & { name: string })[] = rows.map(([name, from, moves]) => ({
  name,
  ...walked(from === 'nothing' ? document : from[0], moves, placeAt(from)),
}))
