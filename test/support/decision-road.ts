import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { type Move, must, nothing, type Played } from './play.ts'

const title = '清河市机动车停放服务收费调整方案'
const text = `${title}\n第一条 一类区域首小时四元。\n第二条 公共停车泊位实行特许经营。\n第三条 特许经营期限为十年。\n`
const facts = {
  marketRelated: true,
  severalPowers: true,
  prices: true,
  listed: true,
  npcReport: false,
  expertise: true,
  socialRisk: true,
  specialGroup: true,
  directInterest: true,
  disputed: false,
  reformExploration: false,
  secret: false,
}

type Step = Move | ((played: Played) => Move)

const version = (played: Played) => ({ versionId: latestVersion(played.matter)!.payload.versionId })
const round = (played: Played) => ({ roundId: lastOf(played.matter, 'round-opened')!.payload.roundId })
const by = (who: string, act: string, input: object = {}): Move => ({ by: who, act, input })
const on =
  (who: string, act: string, input: object = {}): Step =>
  (played) =>
    by(who, act, { ...version(played), ...input })

const evidence = (step: string, fields: object = {}, more: object = {}, who = 'drafter'): Move =>
  by(who, 'enter-evidence', {
    step,
    document: `${step} 材料`,
    reference: '清发改〔2026〕9号',
    person: '承办人',
    on: '2026-02-20',
    fields,
    ...more,
  })

const materials = ['text', 'explanation', 'basis', 'consultation', 'own-opinion'].map((kind) => ({
  kind,
  present: true,
}))

/** A major decision with a hearing, and public comment of 28 days on a named ground, as far as its number. */
export const decisionRoad: Step[] = [
  by('drafter', 'open-matter', {
    kind: 'major-decision',
    title,
    carrier: 'notice',
    enclosed: 'plan',
    authority: 'government',
    issuerId: 'city',
    facts,
    notSecret: true,
  }),
  by('drafter', 'save-version', { baseVersionId: null, name: '决策草案', source: text }),
  on('drafter', 'open-round', { unitIds: ['housing'], workingDays: 7 }),
  (played) => by('housing-head', 'send-answer', { ...round(played), answer: 'no-objection' }),
  (played) => by('drafter', 'close-round', round(played)),
  ...['interpretation', 'explanation', 'basis'].map((kind) => by('drafter', 'save-companion', { kind, words: kind })),
  by('drafter', 'save-companion', { kind: 'openness', words: '', publicity: 'active' }),
  evidence('initiation', { source: 'leader', studiedBy: '市发改委' }, { conclusion: 'start' }),
  evidence('catalogue', { partyConsentOn: '2026-01-05', publishedOn: '2026-01-06' }),
  evidence('research', { lawsSurveyed: true, alternatives: 2 }),
  evidence('participation', { forms: ['symposium'], specialGroup: '座谈' }, { conclusion: '采纳三条' }),
  evidence(
    'public-comment',
    { draftPublished: true, explanationPublished: true, reasonInNotice: true },
    { from: '2026-01-20', to: '2026-02-17', conclusion: '采纳三条', ground: '情况紧急', approver: '分管副市长' },
  ),
  evidence(
    'hearing',
    {
      noticeOn: '2026-01-15',
      materialsSentOn: '2026-02-10',
      heldOn: '2026-02-18',
      selectionPublished: true,
      listPublished: true,
      ordered: true,
      signed: true,
      participants: 15,
    },
    { conclusion: '多数赞成' },
  ),
  evidence(
    'expert-appraisal',
    { experts: 5, signedOpinions: 5, conflictsDeclared: true, interested: false, dissentSought: true },
    { conclusion: '采纳三条' },
  ),
  evidence(
    'risk-assessment',
    { risks: '投诉', measures: '分步', plan: '处置', assessor: '中心' },
    { conclusion: 'controllable' },
  ),
  evidence(
    'fair-competition',
    { initialReviewOn: '2026-02-10', stakeholdersHeard: true },
    { conclusion: 'conforms' },
    'fair',
  ),
  on('urban-head', 'sign-submission', { opinion: 'agree' }),
  on('drafter', 'submit', { allowedWorkingDays: 7, materials }),
  by('clerk', 'check-completeness', { result: 'complete' }),
  by('section', 'accept-for-review', { officerPostId: 'officer' }),
  on('officer', 'draft-review-opinion', { conclusion: 'lawful' }),
  by('section', 'pass-section-head', { agreed: true }),
  by('deputy', 'pass-deputy-head', { agreed: true }),
  evidence('legal-advisers', { advisers: '公职律师一人' }, {}, 'officer'),
  on('justice-head', 'issue-review-opinion'),
  on('drafter', 'propose-topic', { reporter: '市发改委主任' }),
  by('vice', 'coordinate-topic', { agreed: true }),
  by('mayor', 'confirm-topic', { agreed: true }),
  by('clerk', 'schedule-meeting', { meeting: '第9次会议', kind: 'executive', on: '2026-03-02', position: 1 }),
  by('clerk', 'record-meeting', {
    attendanceList: '市长、副市长',
    speeches: [
      { person: '副市长', view: 'agree', words: '同意' },
      { person: '市长', view: 'agree', words: '同意', chief: true },
    ],
  }),
  by('clerk', 'issue-minutes', { result: 'passed', decisions: [{ words: '会议通过' }] }),
  by('clerk', 'issue-approval-sheet'),
  on('mayor', 'sign-sheet', { rank: 'issuer', opinion: 'agree' }),
  evidence('party-report'),
  by('clerk', 'number-document', { kind: 'document' }),
]

export const decided = (): Played =>
  decisionRoad.reduce((played, step) => must(played, typeof step === 'function' ? step(played) : step), nothing())
