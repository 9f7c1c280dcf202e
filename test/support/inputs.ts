import { ranks } from '#app/domain/acts/issuing.ts'
import { taskKey } from '#app/domain/acts/watching.ts'
import { enclosedKinds } from '#app/domain/document/genres.ts'
import { postEvaluations, problemsOf, remarksOf } from '#app/domain/matter/execution.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { kinds, type MatterKind } from '#app/domain/matter/kinds.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { kindOf, lastOf, latestVersion, recordsOf, substantiveSince, versionsOf } from '#app/domain/matter/matter.ts'
import {
  answers,
  companionKinds,
  conclusions,
  decisionCategories,
  dispositions,
  evaluationConclusions,
  evaluationParticipants,
  evaluationTriggers,
  executionOutcomes,
  matterFacts,
  materialKinds,
  meetingResults,
  problemAnswers,
  problemGrounds,
  remarkMeans,
  remarkSenders,
} from '#app/domain/matter/records.ts'
import { openSupervision } from '#app/domain/matter/supervision.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import {
  type EvidenceField,
  type EvidenceKind,
  evidenceKinds,
  evidenceSteps,
} from '#app/domain/procedure/evidence-kinds.ts'
import { print } from '#app/domain/text/print.ts'
import type { Chance } from './chance.ts'
import { calendar, directory, type Played } from './play.ts'
import { articles } from './road.ts'

/** A law that the system finds amended the day after the opinion. */
export const lawAmended = {
  lawId: 'law-advertising',
  title: '中华人民共和国广告法',
  kind: 'amended',
  from: '2026-03-03',
  by: '',
  clauses: [{ provisionId: null, place: '第一条', quote: '《中华人民共和国广告法》', change: 'whole', now: '' }],
}

/** What a person could mean: of the right form, with ids of this matter. The act may refuse it all the same. */
type Meant = (played: Played, chance: Chance) => object

const today = '2026-03-02'
const units = [...directory.units.keys()]
const posts = [...directory.posts.keys()]
const answered = [true, false, null] as const

const latest = ({ matter }: Played) => latestVersion(matter)?.payload.versionId ?? 'none'
/** Mostly what stands now; now and then what stood before. */
const someVersion = (played: Played, chance: Chance) =>
  chance.yes(12) ? (chance.pick([null, ...versionsOf(played.matter)])?.payload.versionId ?? 'none') : latest(played)
const someRound = ({ matter }: Played, chance: Chance) =>
  chance.pick([
    ...recordsOf(matter, 'round-opened').map(({ payload }) => payload.roundId),
    ...(chance.yes(9) ? ['none'] : []),
  ]) ?? 'none'
const changedIds = ({ matter }: Played) => versionsOf(matter).flatMap(({ payload }) => payload.change.substantive)
const agreed: Meant = (_, chance) => ({ agreed: !chance.yes(4), words: '说明' })

function someFacts(kind: MatterKind, chance: Chance): Record<string, unknown> {
  const names = Object.keys(matterFacts.shape).filter((name) => name !== 'sector' && name !== 'emergencyGround')
  const always = ['emergency', 'money', 'posts', 'prices', 'licences']
  const given = names.flatMap((name) => {
    const isAsked = (kinds[kind].mustAnswer as readonly string[]).includes(name)
    if (!isAsked && chance.yes(3)) return []
    return [[name, always.includes(name) ? chance.yes(4) : chance.pick(answered)] as const]
  })
  return { ...Object.fromEntries(given), emergencyGround: '突发事件', ...(chance.yes(3) && { sector: '交通' }) }
}

const titles: Record<MatterKind, string> = {
  'normative-document': '清宁市户外招牌设置管理办法',
  'major-decision': '清河市机动车停放服务收费调整方案',
  contract: '停车设施特许经营合同',
  'enforcement-decision': '责令停产停业决定',
}
const opening = (kind: MatterKind, chance: Chance) => {
  const authority = chance.yes(3) ? chance.pick(kinds[kind].authorities) : 'government'
  const own = authority === 'department' || authority === 'department-with-consent'
  return {
    kind,
    title: titles[kind],
    carrier: 'notice',
    enclosed: chance.pick(enclosedKinds),
    authority,
    issuerId: own ? 'urban' : authority === 'government-office' ? 'office' : 'city',
    jointUnitIds: chance.yes(3) ? ['housing'] : [],
    facts: someFacts(kind, chance),
    notSecret: true,
  }
}

const burdens = ['应当在五日内登记', '处一千元以下罚款', '须经许可方可经营', '应当缴纳管理费', '不得转让', '依法办理']

/** The latest words with a change of some class, or those of an earlier version again. */
export function editedText({ matter, texts }: Played, chance: Chance): string {
  const versions = versionsOf(matter).map(({ payload }) => texts.get(payload.versionId)!)
  if (versions.length === 0) return articles(4 + chance.below(3))
  if (versions.length > 1 && chance.yes(3)) return print(chance.pick(versions))
  const lines = print(versions.at(-1)!).trimEnd().split('\n')
  const at = 1 + chance.below(Math.max(1, lines.length - 1))
  const changes = [
    () => lines.map((line, index) => (index === at ? line.replace('。', '；') : line)),
    () => lines.map((line, index) => (index === at ? line.replace(/(。|；)?$/, `，${chance.pick(burdens)}。`) : line)),
    () => lines.filter((_, index) => index !== at || lines.length < 4),
    () => [
      ...lines,
      `第${'一二三四五六七八九十'[Math.min(9, lines.length - 1)]}条 新增的一条${chance.pick(burdens)}。`,
    ],
  ]
  return `${chance.pick(changes)().join('\n')}\n`
}

function fieldValue({ type, choices = [], name }: EvidenceField, chance: Chance): unknown {
  if (type === 'date')
    return name === 'heldOn' || name === 'endsOn'
      ? '2026-02-20'
      : chance.pick(['2026-01-05', '2026-02-12', '2026-02-18'])
  if (type === 'yes-no') return chance.yes()
  if (type === 'number') return chance.below(4)
  if (type === 'choice') return chance.pick(choices)
  return type === 'choices' ? [chance.pick(choices)] : '内容'
}

const evidence: Meant = (played, chance) => {
  const step = chance.pick(evidenceSteps)
  const kind: EvidenceKind = evidenceKinds[step]
  const wanted = kind.fields.filter(({ required }) => required === true || !chance.yes(3))
  const conclusion =
    typeof kind.conclusion === 'object' ? chance.pick(kind.conclusion.choices) : chance.pick(['采纳', undefined])
  const provisions = played.texts.get(latest(played))?.children.map(({ id }) => id) ?? []
  return {
    step,
    document: '材料',
    reference: '清发改〔2026〕9号',
    person: '承办人',
    on: '2026-02-20',
    ...((kind.period === 'required' || chance.yes(4)) && {
      from: '2026-01-12',
      to: chance.pick(['2026-02-08', '2026-02-20']),
    }),
    conclusion,
    words: '说明',
    ...(chance.yes() && { ground: '情况紧急', approver: '分管副市长' }),
    fields: Object.fromEntries(wanted.map((field) => [field.name, fieldValue(field, chance)])),
    ...(chance.yes(5) && { versionId: someVersion(played, chance) }),
    ...(chance.yes(6) && provisions.length > 0 && { provisionIds: [chance.pick(provisions)] }),
  }
}

const answer: Meant = (played, chance) => {
  const said = chance.pick(answers)
  const wantsWords = said === 'agree-with-changes' || said === 'object'
  return {
    roundId: someRound(played, chance),
    answer: said,
    ...((wantsWords || chance.yes(4)) && { general: '总体意见' }),
    ...(wantsWords &&
      chance.yes() && { pasted: chance.pick(['第二条\t修改时限\t十日', '第二条\t修改时限\t五日', '第一条\t删去']) }),
  }
}

const settled = (ids: readonly string[], name: string, changes: readonly string[], chance: Chance) => ({
  items: ids.map((one) => ({
    [name]: one,
    disposition: chance.yes(9) ? undefined : chance.pick(dispositions),
    reason: chance.yes(6) ? undefined : '理由',
    provisionIds: changes.length > 0 && !chance.yes(3) ? [chance.pick(changes)] : [],
  })),
})

const officer = (_: Played, chance: Chance) => ({ officerPostId: chance.yes(6) ? chance.pick(posts) : 'officer' })
const meeting = (_: Played, chance: Chance) => ({
  meeting: '第3次常务会议',
  kind: chance.pick(['executive', 'executive', 'plenary', 'office']),
  on: chance.yes(8) ? '2026-03-09' : today,
  position: 1,
})
const rounded: Meant = (played, chance) => ({ roundId: someRound(played, chance) })
const bound: Meant = (played, chance) => ({ versionId: someVersion(played, chance) })
const due = (chance: Chance) => chance.pick(['2026-03-02', '2026-04-01', '2026-01-01'])
const ofExecution = (ids: readonly string[], chance: Chance) =>
  chance.pick([...ids, ...(ids.length === 0 || chance.yes(9) ? ['none'] : [])])

const meant: Record<string, Meant> = {
  'register-incoming': () => ({ sender: '省政府', title: '关于招牌管理的函', notSecret: true }),
  'instruct-incoming': (_, chance) => ({
    words: '请办理',
    outcome: chance.yes(5) ? 'file' : 'open',
    leadUnitId: 'urban',
    supportUnitIds: chance.some(['housing', 'market']),
  }),
  'open-matter': (_, chance) => opening(chance.pick(Object.keys(kinds) as MatterKind[]), chance),
  'open-from-incoming': (_, chance) => opening(chance.pick(Object.keys(kinds) as MatterKind[]), chance),
  'change-facts': ({ matter }, chance) => ({
    facts: someFacts(kindOf(matter) ?? 'contract', chance),
    reason: '情况变化',
  }),
  'propose-recognition': (_, chance) => {
    const all = !chance.yes(3)
    return {
      proposal: all ? 'normative' : 'not-normative',
      elements: { maker: true, published: true, rights: all, general: true, repeated: true },
      reasons: '按要素',
    }
  },
  'give-recognition-opinion': (_, chance) => ({
    opinion: chance.pick(['normative', 'not-normative']),
    reasons: '意见',
  }),
  'decide-recognition': (_, chance) => ({ normative: !chance.yes(4), reasons: '决定' }),
  'decide-major': (_, chance) => {
    const major = !chance.yes(4)
    return {
      major,
      categories: major ? chance.some(decisionCategories) : [],
      ...(!major && chance.yes() && { exclusion: 'other-procedure' }),
      listed: major && chance.yes(),
      reasons: '决定',
    }
  },
  'withdraw-matter': () => ({ reason: '不再需要' }),
  'leave-for-party': () => ({ reference: '清委办〔2026〕1号', reason: '党政联合' }),
  'keep-working-copy': (played, chance) => ({ baseVersionId: latest(played), source: editedText(played, chance) }),
  'save-version': (played, chance) => ({
    baseVersionId: played.matter.records.some(({ kind }) => kind === 'version-saved')
      ? someVersion(played, chance)
      : null,
    name: '又一稿',
    source: editedText(played, chance),
  }),
  'save-companion': (_, chance) => ({
    kind: chance.pick(companionKinds),
    words: '内容',
    publicity: chance.pick(['active', 'on-request', 'not-public']),
  }),
  'send-draft-out': () => ({ to: '市住建局' }),
  'link-amended-text': (_, chance) => ({
    mode: chance.pick(['amends', 'replaces']),
    amendedText: '原办法',
    reason: '修改',
  }),
  'open-round': (played, chance) => ({
    versionId: someVersion(played, chance),
    unitIds: chance.pick([['housing', 'market'], ['market'], ['housing', 'stranger']]),
    workingDays: chance.pick([3, 7]),
    ...(chance.yes() && { fastGround: '紧急' }),
  }),
  'remind-unit': (played, chance) => ({
    ...rounded(played, chance),
    unitId: chance.pick(units),
    means: 'telephone',
    words: '请答复',
  }),
  'prepare-answer': answer,
  'send-answer': answer,
  'send-late-answer': answer,
  'send-prepared-answer': rounded,
  'close-round': rounded,
  'consult-superior': (played, chance) => ({ ...rounded(played, chance), superior: '省局', reference: '函' }),
  'contest-record': ({ matter }, chance) => ({ recordId: chance.pick(matter.records)?.id ?? 'none', words: '不是我' }),
  'leave-joint-drafting': () => ({ reason: '职责调整' }),
  'record-succession': (_, chance) => ({
    unitId: chance.pick(units),
    successorId: chance.pick(units),
    reference: '机构改革',
  }),
  'settle-opinions': (played, chance) => {
    const all = ledgerOf(played.matter)
    const ids = (chance.yes() ? all : all.filter(({ disposition }) => !disposition)).map(({ opinionId }) => opinionId)
    return settled(chance.yes(4) ? chance.some(ids) : ids, 'opinionId', changedIds(played), chance)
  },
  'account-changes': (played, chance) => ({
    versionId: someVersion(played, chance),
    provisionIds: chance.some(changedIds(played)),
    reason: '文字需要',
    ...(chance.yes() && {
      decisionId: lastOf(played.matter, 'minutes-issued')?.payload.decisions[0]?.decisionId ?? 'none',
    }),
  }),
  'issue-adoption-table': () => ({}),
  'enter-evidence': evidence,
  'give-own-opinion': (played, chance) => ({
    ...bound(played, chance),
    conclusion: chance.pick(['lawful', 'lawful', 'unlawful']),
    words: '意见',
  }),
  'record-own-discussion': (played, chance) => ({
    ...bound(played, chance),
    on: '2026-03-01',
    meeting: '局长办公会',
    attendance: '全体',
    result: chance.pick(['agreed', 'agreed', 'not-agreed']),
  }),
  'sign-submission': (played, chance) => ({ ...bound(played, chance), opinion: chance.pick(['agree', 'circled']) }),
  submit: (played, chance) => ({
    ...bound(played, chance),
    allowedWorkingDays: chance.pick([10, 10, 3, 15]),
    materials: materialKinds.map((kind) => ({ kind, present: !chance.yes(30) })),
  }),
  'check-completeness': (_, chance) => ({
    result: chance.pick(['complete', 'complete', 'supplement', 'return']),
    words: '请补正',
    dueOn: '2026-03-05',
  }),
  'supply-supplement': () => ({ words: '已补充' }),
  'accept-for-review': officer,
  'reopen-review': officer,
  'make-comment': (played, chance) => ({
    ...bound(played, chance),
    point: chance.pick(kinds[kindOf(played.matter) ?? 'contract'].points),
    weight: chance.pick(['must', 'should', 'note']),
    words: '请修改',
  }),
  'close-comment': ({ matter }, chance) => ({
    commentId: chance.pick(recordsOf(matter, 'comment-made'))?.payload.commentId ?? 'none',
    how: chance.pick(['resolved', 'withdrawn']),
  }),
  'draft-review-opinion': (played, chance) => {
    const conclusion = chance.pick([...conclusions, 'lawful'] as const)
    const point = chance.pick(kinds[kindOf(played.matter) ?? 'contract'].points)
    return {
      ...bound(played, chance),
      conclusion,
      findings: conclusion === 'lawful' ? [] : [{ point, finding: '缺少依据' }],
    }
  },
  'pass-section-head': agreed,
  'pass-deputy-head': agreed,
  'issue-review-opinion': bound,
  'answer-review': (played, chance) => {
    const issued = lastOf(played.matter, 'review-issued')
    const changes = issued ? substantiveSince(played.matter, issued.payload.versionId) : []
    const items = issued?.payload.items.map(({ itemId }) => itemId) ?? []
    return { ...bound(played, chance), ...settled(items.length > 0 ? items : ['none'], 'itemId', changes, chance) }
  },
  'confirm-revision': bound,
  'note-basis-change': (played, chance) => ({ ...bound(played, chance), changes: [lawAmended] }),
  'confirm-basis': (played, chance) => ({ ...bound(played, chance), words: '草案引用的条款没有实质变化' }),
  'check-post-meeting': (played, chance) => ({
    ...bound(played, chance),
    result: chance.pick(['within-minutes', 'within-minutes', 'beyond-minutes']),
    words: '说明',
  }),
  'propose-topic': (played, chance) => ({ ...bound(played, chance), reporter: '局长' }),
  'coordinate-topic': agreed,
  'confirm-topic': agreed,
  'schedule-meeting': meeting,
  'record-meeting': (_, chance) => ({
    attendanceList: chance.pick(['市长、副市长', '市长']),
    speeches: [
      { person: '副市长', view: chance.pick(['agree', 'dissent']), words: '意见' },
      { person: '市长', view: 'agree', words: '同意', chief: true },
    ].slice(chance.below(2)),
  }),
  'issue-minutes': (played, chance) => ({
    result: chance.pick([...meetingResults, 'passed', 'passed-in-principle'] as const),
    decisions: [{ words: '会议议定', provisionIds: chance.some(changedIds(played)) }],
    chiefReason: '理由',
  }),
  'issue-approval-sheet': () => ({}),
  'sign-sheet': (played, chance) => ({
    ...bound(played, chance),
    rank: chance.yes() ? 'issuer' : chance.pick(Object.keys(ranks)),
    opinion: chance.pick(['agree', 'circled', 'agree', 'disagree']),
    words: '意见',
  }),
  'number-document': (_, chance) => ({ kind: chance.pick(['document', 'register']) }),
  'void-number': (_, chance) => ({ kind: chance.pick(['document', 'register']), reason: '用错' }),
  'issue-document': () => ({ signatory: '市长' }),
  publish: (_, chance) => ({ publishedOn: chance.yes(9) ? '2026-03-01' : today, gazette: '2026年第3期' }),
  'enter-register': () => ({}),
  'record-filing': () => ({ authority: '省政府', number: '备1号', on: today }),
  'conclude-matter': (played, chance) => ({ ...bound(played, chance), on: today, reference: '清城合〔2026〕1号' }),
  'archive-matter': () => ({ on: today, manifest: '文本、意见书' }),
  'assign-execution': (_, chance) => ({
    tasks: [{ unitId: chance.pick(['urban', 'housing']), words: '执行', dueOn: due(chance) }],
  }),
  'report-execution': (_, chance) => ({ ...(chance.yes() && { problem: chance.pick(problemGrounds) }), words: '进展' }),
  'answer-problem': ({ matter }, chance) => ({
    reportId: ofExecution(
      problemsOf(matter).map(({ report }) => report.payload.reportId),
      chance,
    ),
    reply: chance.pick(problemAnswers),
    words: '答复',
  }),
  'record-remark': (_, chance) => ({
    remarkBy: '王某',
    remarkerKind: chance.pick(remarkSenders),
    remarkMeans: chance.pick(remarkMeans),
    receivedOn: today,
    words: '意见',
  }),
  'answer-remark': ({ matter }, chance) => ({
    remarkId: ofExecution(
      remarksOf(matter).map(({ received }) => received.payload.remarkId),
      chance,
    ),
    disposition: chance.pick(dispositions),
    words: '答复',
  }),
  'suspend-execution': ({ matter }, chance) => ({
    reportId: ofExecution(
      problemsOf(matter).map(({ report }) => report.payload.reportId),
      chance,
    ),
    urgency: '情况紧急',
  }),
  'resume-execution': () => ({ words: '恢复' }),
  'order-evaluation': (_, chance) => ({
    trigger: chance.pick(evaluationTriggers),
    reason: '评估',
    ...(chance.yes() ? { evaluatorUnitId: chance.pick(['housing', 'justice']) } : { institution: '某大学' }),
    independent: true,
    dueOn: due(chance),
  }),
  'report-evaluation': ({ matter }, chance) => ({
    evaluationId: ofExecution(
      postEvaluations(matter).map(({ order }) => order.payload.evaluationId),
      chance,
    ),
    publicHeard: '座谈',
    participants: [chance.pick(evaluationParticipants)],
    evaluationConclusion: chance.pick(evaluationConclusions),
    words: '报告',
  }),
  'decide-adjustment': () => ({ reason: '重大调整' }),
  'end-execution': (_, chance) => ({ outcome: chance.pick(executionOutcomes), reference: '新决策', words: '结束' }),
  'change-pack': () => ({ packHash: 'other', reason: '适用地方规则' }),
  'urge-task': ({ matter }, chance) => {
    const tasks = tasksOf(matter, factsFor(matter, today, calendar))
    return { task: tasks.length > 0 ? taskKey(chance.pick(tasks)) : 'none', words: '请抓紧' }
  },
  'open-supervision': (_, chance) => ({ unitId: chance.pick(units), words: '督办', dueOn: due(chance) }),
  'report-supervision': ({ matter }, chance) => ({
    taskId: ofExecution(
      openSupervision(matter).map(({ taskId }) => taskId),
      chance,
    ),
    words: '进展',
    finished: chance.yes(),
  }),
  'close-supervision': ({ matter }, chance) => ({
    taskId: ofExecution(
      openSupervision(matter).map(({ taskId }) => taskId),
      chance,
    ),
    done: chance.yes(),
    words: '办结',
  }),
}

/** Every act that has an input here. */
export const meantActs: readonly string[] = Object.keys(meant)

export function inputFor(act: string, played: Played, chance: Chance): object {
  const of = meant[act]
  if (!of) throw new Error(`no input is written for ${act}`)
  return of(played, chance)
}
