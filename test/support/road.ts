import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { must, nothing, type Move, type Played } from './play.ts'

export const articles = (count: number, words = '应当依法办理') =>
  `清宁市户外招牌设置管理办法\n${Array.from({ length: count }, (_, index) => `第${'一二三四五六七八九十'[index]}条 本市第${index + 1}类招牌的设置人${words}。`).join('\n')}\n`

export const facts = {
  affectsRights: true,
  marketRelated: true,
  majorDecision: false,
  severalPowers: true,
  emergency: false,
  money: false,
  posts: false,
  prices: false,
  licences: false,
}
export const opening = {
  title: '清宁市户外招牌设置管理办法',
  carrier: 'notice',
  enclosed: 'measures',
  authority: 'government',
  issuerId: 'city',
  facts,
  notSecret: true,
}

const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
type Step = (played: Played) => Move | Move[]

/** The road of one document, act by act, with the stage it reaches. Each step is what people do, in order. */
export const road: Array<[string, Step]> = [
  ['opened', () => ({ by: 'drafter', act: 'open-matter', input: opening })],
  [
    'opened',
    () => [
      {
        by: 'drafter',
        act: 'propose-recognition',
        input: {
          proposal: 'normative',
          elements: { maker: true, published: true, rights: true, general: true, repeated: true },
          reasons: '五项要素齐备',
        },
      },
      { by: 'officer', act: 'give-recognition-opinion', input: { opinion: 'normative', reasons: '同意' } },
      { by: 'justice-head', act: 'decide-recognition', input: { normative: true, reasons: '属于' } },
    ],
  ],
  [
    'drafting',
    () => ({ by: 'drafter', act: 'save-version', input: { baseVersionId: null, name: '第一稿', source: articles(6) } }),
  ],
  [
    'circulating',
    (played) => ({
      by: 'drafter',
      act: 'open-round',
      input: { versionId: versionId(played), unitIds: ['housing', 'market'], workingDays: 7 },
    }),
  ],
  [
    'circulating',
    (played) => [
      {
        by: 'housing-head',
        act: 'send-answer',
        input: {
          roundId: lastOf(played.matter, 'round-opened')!.payload.roundId,
          answer: 'agree-with-changes',
          pasted: '第二条\t应明确办理时限',
        },
      },
      {
        by: 'market-head',
        act: 'send-answer',
        input: { roundId: lastOf(played.matter, 'round-opened')!.payload.roundId, answer: 'no-objection' },
      },
    ],
  ],
  [
    'settling',
    (played) => ({
      by: 'drafter',
      act: 'close-round',
      input: { roundId: lastOf(played.matter, 'round-opened')!.payload.roundId },
    }),
  ],
  [
    'settling',
    (played) => ({
      by: 'drafter',
      act: 'save-version',
      input: {
        baseVersionId: versionId(played),
        name: '第二稿',
        source: articles(6).replace('第2类招牌的设置人应当依法办理', '第2类招牌的设置人应当在十个工作日内依法办理'),
      },
    }),
  ],
  [
    'closing',
    (played) => ({
      by: 'drafter',
      act: 'settle-opinions',
      input: {
        items: [
          {
            opinionId: ledgerOf(played.matter)[0]!.opinionId,
            disposition: 'adopted',
            provisionIds: latestVersion(played.matter)!.payload.change.substantive,
          },
        ],
      },
    }),
  ],
  [
    'closing',
    (played) => [
      { by: 'drafter', act: 'save-companion', input: { kind: 'explanation', words: '起草说明' } },
      { by: 'drafter', act: 'save-companion', input: { kind: 'basis', words: '制定依据' } },
      { by: 'drafter', act: 'save-companion', input: { kind: 'interpretation', words: '解读' } },
      { by: 'drafter', act: 'save-companion', input: { kind: 'openness', words: '', publicity: 'active' } },
      {
        by: 'drafter',
        act: 'enter-evidence',
        input: {
          step: 'necessity-evaluation',
          document: '评估论证报告',
          reference: '清城管〔2026〕1号',
          person: '周某',
          on: '2026-01-10',
        },
      },
      {
        by: 'drafter',
        act: 'enter-evidence',
        input: {
          step: 'public-comment',
          document: '公开征求意见公告',
          reference: '门户网站',
          person: '周某',
          on: '2026-01-12',
          from: '2026-01-12',
          to: '2026-02-12',
        },
      },
      {
        by: 'fair',
        act: 'enter-evidence',
        input: {
          step: 'fair-competition',
          document: '公平竞争审查意见',
          reference: '清市监〔2026〕2号',
          person: '吴某',
          on: '2026-02-20',
          conclusion: 'conforms',
          fields: { initialReviewOn: '2026-02-10', stakeholdersHeard: true },
        },
      },
      {
        by: 'urban-legal',
        act: 'give-own-opinion',
        input: { versionId: versionId(played), conclusion: 'lawful', words: '合法' },
      },
      {
        by: 'drafter',
        act: 'record-own-discussion',
        input: {
          versionId: versionId(played),
          on: '2026-03-01',
          meeting: '局长办公会',
          attendance: '全体',
          result: 'agreed',
        },
      },
      { by: 'urban-head', act: 'sign-submission', input: { versionId: versionId(played), opinion: 'agree' } },
    ],
  ],
  [
    'submitted',
    (played) => ({
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
    }),
  ],
  ['submitted', () => ({ by: 'clerk', act: 'check-completeness', input: { result: 'complete' } })],
  ['under-review', () => ({ by: 'section', act: 'accept-for-review', input: { officerPostId: 'officer' } })],
  [
    'under-review',
    (played) => [
      { by: 'officer', act: 'draft-review-opinion', input: { versionId: versionId(played), conclusion: 'lawful' } },
      { by: 'section', act: 'pass-section-head', input: { agreed: true } },
      { by: 'deputy', act: 'pass-deputy-head', input: { agreed: true } },
    ],
  ],
  [
    'reviewed',
    (played) => ({ by: 'justice-head', act: 'issue-review-opinion', input: { versionId: versionId(played) } }),
  ],
  [
    'deliberating',
    (played) => ({
      by: 'drafter',
      act: 'propose-topic',
      input: { versionId: versionId(played), reporter: '市城管局局长' },
    }),
  ],
  [
    'deliberating',
    () => [
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
        input: {
          attendanceList: '市长、副市长',
          speeches: [
            { person: '副市长', view: 'agree', words: '同意' },
            { person: '市长', view: 'agree', words: '同意', chief: true },
          ],
        },
      },
    ],
  ],
  [
    'signing',
    () => ({ by: 'clerk', act: 'issue-minutes', input: { result: 'passed', decisions: [{ words: '会议通过' }] } }),
  ],
  ['signing', () => ({ by: 'clerk', act: 'issue-approval-sheet', input: {} })],
  [
    'signed',
    (played) => ({
      by: 'mayor',
      act: 'sign-sheet',
      input: { versionId: versionId(played), rank: 'issuer', opinion: 'circled' },
    }),
  ],
  ['numbered', () => ({ by: 'clerk', act: 'number-document', input: { kind: 'document' } })],
  ['numbered', () => ({ by: 'clerk', act: 'number-document', input: { kind: 'register' } })],
  ['issued', () => ({ by: 'clerk', act: 'issue-document', input: { signatory: '市长' } })],
  ['published', () => ({ by: 'clerk', act: 'publish', input: { publishedOn: '2026-03-02', gazette: '2026年第3期' } })],
  ['registered', () => ({ by: 'keeper', act: 'enter-register', input: {} })],
]

/** Walks the road until the matter has first reached a stage. */
export function walkTo(stage: string): Played {
  let played = nothing()
  for (const [reached, step] of road) {
    for (const move of [step(played)].flat()) played = must(played, move)
    if (reached === stage && road.findIndex(([one]) => one === stage) <= road.findIndex(([, one]) => one === step))
      return played
  }
  throw new Error(`the road does not lead to ${stage}`)
}
