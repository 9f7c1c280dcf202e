import { describe, expect, test } from 'vitest'
import { executionState, executionTasks, postEvaluations, remarksOf } from '#app/domain/matter/execution.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { lastOf, opened } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { talliesOf } from '#app/domain/oversight/indicators.ts'
import { stepsOf } from '#app/domain/procedure/gates.ts'
import { decided } from '#test/support/decision-road.ts'
import { assign, by, executed, problem, published } from '#test/support/execution-road.ts'
import { calendar, type Move, must, nothing, pack, play, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const today = '2026-03-02'
const facts = ({ matter }: Played) => factsFor(matter, today, calendar)
const waiting = (played: Played) => tasksOf(played.matter, facts(played)).map(({ act, unitId }) => `${act} ${unitId}`)
const refusal = (played: Played, move: Move) => play(played, move).refusal
const reportId = ({ matter }: Played) => lastOf(matter, 'execution-reported')!.payload.reportId
const evaluationId = ({ matter }: Played) => lastOf(matter, 'evaluation-ordered')!.payload.evaluationId

const remark = (who = 'clerk', more: object = {}) =>
  by(who, 'record-remark', {
    remarkBy: '清河市网约车协会',
    remarkerKind: 'organisation',
    remarkMeans: 'letter',
    receivedOn: today,
    words: '一类区域首小时四元偏高',
    ...more,
  })
const order = (more: object = {}) =>
  by('clerk', 'order-evaluation', {
    trigger: 'thought-necessary',
    reason: '实施满一年',
    institution: '清河大学公共管理学院',
    independent: true,
    dueOn: '2026-06-01',
    ...more,
  })
const evaluated = (played: Played, more: object = {}) =>
  by('clerk', 'report-evaluation', {
    evaluationId: evaluationId(played),
    publicHeard: '发放问卷三百份',
    participants: ['congress-deputies', 'grassroots-organisations'],
    evaluationConclusion: 'adjust-decision',
    words: '收费标准宜分时段',
    ...more,
  })
const suspend = (played: Played, who = 'mayor') =>
  by(who, 'suspend-execution', { reportId: reportId(played), urgency: '继续执行将造成拥堵' })
/** The same document, had its facts said from the beginning that it is a major decision too. */
const asDecision = (played: Played): Played => ({
  ...played,
  matter: {
    ...played.matter,
    records: played.matter.records.map((record) =>
      record.kind === 'opened'
        ? { ...record, payload: { ...record.payload, facts: { ...record.payload.facts, majorDecision: true } } }
        : record,
    ),
  },
})
const adjust = by('clerk', 'decide-adjustment', { reason: '收费标准须分时段' })

describe('决策执行单位 (第三十四条)', () => {
  test('are named only after publication, and then the office is told that they are due', () => {
    expect(refusal(decided(), assign)).toMatchObject({ code: 'denied-stage' })
    expect(executionState(decided().matter)).toBeNull()
    expect(executionState(published().matter)).toBe('unassigned')
    expect(waiting(published())).toContain('assign-execution office')
  })

  test('get the matter with their task under supervision, each on its own desk with its own last day', () => {
    const played = executed()
    expect(executionState(played.matter)).toBe('under-way')
    expect(waiting(played)).toEqual(expect.arrayContaining(['report-supervision urban', 'report-supervision housing']))
    expect(executionTasks(played.matter).map(({ dueOn }) => dueOn)).toEqual(['2026-04-01', '2026-05-01'])
    expect(waiting(played)).not.toContain('assign-execution office')
    const stranger = must(
      played,
      by('clerk', 'assign-execution', { tasks: [{ unitId: 'stranger', words: '宣传', dueOn: '2026-04-01' }] }),
    )
    expect(refusal(stranger, by('stranger-drafter', 'report-execution', { words: '已宣传' }))).toBeNull()
  })

  test.each([
    ['no task', { tasks: [] }, 'input-invalid'],
    ['a unit that is not there', { tasks: [{ unitId: 'nobody', words: '宣传', dueOn: today }] }, 'unit-unknown'],
    ['a day that is over', { tasks: [{ unitId: 'urban', words: '宣传', dueOn: '2026-03-01' }] }, 'date-in-past'],
  ])('are not named with %s', (_, input, code) => {
    expect(refusal(published(), by('clerk', 'assign-execution', input))).toMatchObject({ code })
  })

  test('alone report on execution', () => {
    const report = (who: string) => by(who, 'report-execution', { words: '公示牌已更换' })
    expect(refusal(executed(), report('fair'))).toMatchObject({ code: 'not-execution-unit' })
    expect(refusal(executed(), report('stranger-drafter'))).toMatchObject({ code: 'not-found' })
    expect(facts(executed(report('drafter')))['execution.reports']).toBe(1)
  })

  test('do not exist for a document that is no major decision', () => {
    expect(refusal(walkTo('published'), assign)).toMatchObject({ code: 'denied-kind' })
    expect(executionState(walkTo('published').matter)).toBeNull()
  })

  test('are there for a normative document that is a major decision too', () => {
    const both = asDecision(walkTo('published'))
    expect(executionState(both.matter)).toBe('unassigned')
    expect(waiting(both)).toContain('assign-execution office')
    const step = stepsOf(pack, facts(both)).find(({ step }) => step.id === 'execution-units')
    expect(step).toMatchObject({ applies: true, met: false })
    const under = must(must(both, assign), problem)
    expect(refusal(must(both, assign), suspend(under))).toMatchObject({ code: 'gate-closed' })
    expect(executionState(must(under, suspend(under)).matter)).toBe('suspended')
  })
})

describe('problems and remarks (第三十五条)', () => {
  test('a problem waits with the deciding body until it answers it once', () => {
    const played = executed(problem)
    const answer = by('clerk', 'answer-problem', { reportId: reportId(played), reply: 'measures', words: '分时段' })
    expect(waiting(played)).toContain('answer-problem office')
    const answered = must(played, answer)
    expect(waiting(answered)).not.toContain('answer-problem office')
    expect(refusal(answered, answer)).toMatchObject({ code: 'problem-unknown' })
  })

  test('a remark is answered by the unit that took it, or by the deciding body', () => {
    const played = executed(remark('housing-liaison'))
    const { remarkId } = remarksOf(played.matter)[0]!.received.payload
    const answer = (who: string) =>
      by(who, 'answer-remark', { remarkId, disposition: 'partly', words: '已转有关单位研究' })
    expect(waiting(played)).toContain('answer-remark housing')
    expect(refusal(played, answer('drafter'))).toMatchObject({ code: 'not-yours' })
    expect(refusal(played, answer('clerk'))).toBeNull()
    const answered = must(played, answer('housing-liaison'))
    expect(facts(answered)).toMatchObject({ 'execution.remarks': 1, 'execution.remarksOpen': 0 })
    expect(refusal(answered, answer('clerk'))).toMatchObject({ code: 'remark-unknown' })
  })

  test.each([
    ['a day to come', remark('clerk', { receivedOn: '2026-03-03' }), 'date-in-future'],
    ['a day before publication', remark('clerk', { receivedOn: '2026-03-01' }), 'before-publication'],
    ['a unit that neither decides nor executes', remark('fair'), 'not-execution-unit'],
  ])('a remark is not taken on or by %s', (_, move, code) => {
    expect(refusal(executed(), move)).toMatchObject({ code })
  })
})

describe('suspension and adjustment (第三十七条)', () => {
  test('nothing is suspended before a problem of 第三十五条 was reported', () => {
    const reported = executed(by('drafter', 'report-execution', { words: '进展顺利' }))
    const refused = refusal(reported, suspend(reported))
    expect([refused?.code, refused?.gates?.map(({ rule }) => rule)]).toEqual([
      'gate-closed',
      ['problem-before-suspension'],
    ])
  })

  test('the chief executive alone suspends, and takes up again', () => {
    const played = executed(problem)
    expect(refusal(played, suspend(played, 'office-head'))).toMatchObject({ code: 'denied-role' })
    expect(refusal(played, suspend(played, 'urban-head'))).toMatchObject({ code: 'denied-relation' })
    const suspended = must(played, suspend(played))
    expect(executionState(suspended.matter)).toBe('suspended')
    expect(refusal(suspended, suspend(played))).toMatchObject({ code: 'execution-suspended' })
    const resumed = must(suspended, by('mayor', 'resume-execution', { words: '拥堵缓解' }))
    expect(executionState(resumed.matter)).toBe('under-way')
    expect(refusal(resumed, by('mayor', 'resume-execution', { words: '再次' }))).toMatchObject({
      code: 'not-suspended',
    })
  })

  test('an adjustment awaits the evaluation that was ordered, and names it as its basis', () => {
    const ordered = executed(order())
    const refused = refusal(ordered, adjust)
    expect(refused?.gates?.map(({ rule }) => rule)).toEqual(['evaluation-before-adjustment'])
    const adjusting = must(must(ordered, evaluated(ordered)), adjust)
    expect(lastOf(adjusting.matter, 'adjustment-decided')!.payload.evaluationId).toBe(evaluationId(ordered))
    expect(executionState(adjusting.matter)).toBe('adjusting')
    expect(refusal(adjusting, adjust)).toMatchObject({ code: 'adjustment-decided' })
  })

  test('the adjustment begins as a new matter that says so and names what it adjusts', () => {
    const { payload } = opened(decided().matter)!
    const open = (adjusted: Played, adjusts: boolean): Move => ({
      by: 'drafter',
      act: 'open-matter',
      input: {
        kind: 'major-decision',
        title: '清河市机动车停放服务收费分时段调整方案',
        carrier: 'notice',
        authority: 'government',
        issuerId: 'city',
        facts: { ...payload.facts, adjusts },
        adjustsMatterId: 'm',
        notSecret: true,
      },
      adjusted: adjusted.matter,
    })
    const adjusting = executed(adjust)
    expect(refusal(nothing(), open(executed(), true))).toMatchObject({ code: 'not-adjusted' })
    expect(refusal(nothing(), open(adjusting, false))).toMatchObject({ code: 'adjusts-unsaid' })
    expect(refusal(nothing(), { ...open(adjusting, true), adjusted: undefined })).toMatchObject({
      code: 'adjusted-unknown',
    })
    expect(refusal(nothing(), { ...open(adjusting, true), by: 'stranger-drafter' })).toMatchObject({
      code: 'adjusted-unknown',
    })
    const begun = must(nothing(), open(adjusting, true))
    expect(opened(begun.matter)!.payload.adjustsMatterId).toBe('m')
    expect(stageOf(begun.matter)).toBe('opened')
    expect(stepsOf(pack, facts(begun)).find(({ step }) => step.id === 'legality-review')).toMatchObject({
      applies: true,
      met: false,
    })
  })
})

describe('post-evaluation (第三十六条)', () => {
  test.each([
    ['by its name', '风险评估中心'],
    ['by a name that holds it', '清河市风险评估中心（有限公司）'],
  ])('who bore the assessment before the decision does not evaluate it: %s', (_, institution) => {
    const assessed = must(
      decided(),
      by('drafter', 'enter-evidence', {
        step: 'risk-assessment',
        document: '风险评估报告',
        reference: '清发改〔2026〕9号',
        person: '承办人',
        on: '2026-02-20',
        conclusion: 'controllable',
        fields: { risks: '投诉', measures: '分步', plan: '处置', assessor: '风险评估中心' },
      }),
    )
    const moves = [
      by('clerk', 'number-document', { kind: 'register' }),
      by('clerk', 'issue-document', { signatory: '市长', writtenOn: today }),
      by('clerk', 'publish', { publishedOn: today, gazette: '第3期' }),
      assign,
    ]
    const played = moves.reduce(must, assessed)
    expect(refusal(played, order({ institution }))).toMatchObject({
      code: 'evaluator-excluded',
      fields: { who: '风险评估中心' },
      field: 'institution',
    })
    expect(refusal(played, order())).toBeNull()
    // The name 中心 of an earlier entry means nobody else.
    expect(refusal(played, order({ institution: '清河市经济信息中心' }))).toBeNull()
  })

  test.each([
    ['no evaluator', { institution: undefined }, 'evaluator-unclear'],
    ['two evaluators', { evaluatorUnitId: 'housing' }, 'evaluator-unclear'],
    ['no word on its independence', { independent: false }, 'evaluator-independence-unsaid'],
    ['many opinions of which none was recorded', { trigger: 'many-opinions' }, 'evaluation-without-remarks'],
    ['a day that is over', { dueOn: '2026-03-01' }, 'date-in-past'],
  ])('is not ordered with %s', (_, more, code) => {
    expect(refusal(executed(), order(more))).toMatchObject({ code })
  })

  test('many opinions are a ground once one was recorded', () => {
    expect(refusal(executed(remark()), order({ trigger: 'many-opinions' }))).toBeNull()
  })

  test('its report says how the public was heard and who took part, and comes from the unit that evaluates', () => {
    const played = executed(order({ institution: undefined, evaluatorUnitId: 'housing' }))
    expect(waiting(played)).toContain('report-evaluation housing')
    expect(refusal(played, evaluated(played))).toMatchObject({ code: 'not-yours' })
    const report = { ...evaluated(played), by: 'housing-liaison' }
    expect(refusal(played, { ...report, input: { ...(report.input as object), participants: [] } })).toMatchObject({
      code: 'input-invalid',
    })
    const done = must(played, report)
    expect(postEvaluations(done.matter)[0]!.report?.unitId).toBe('housing')
    expect(refusal(done, report)).toMatchObject({ code: 'evaluation-unknown' })
  })

  test('counts among the annual indicators, done or not', () => {
    const tallies = (played: Played) =>
      talliesOf(played.matter)
        .filter(({ indicator }) => indicator === 'post-evaluated')
        .map(({ unitId, numerator, denominator }) => [unitId, numerator, denominator])
    const ordered = executed(order())
    expect(tallies(executed())).toEqual([])
    expect(tallies(ordered)).toEqual([['urban', 0, 1]])
    expect(tallies(must(ordered, evaluated(ordered)))).toEqual([['urban', 1, 1]])
  })
})

describe('the end of execution and the archive', () => {
  const end = (outcome: string, more: object = {}) =>
    by('clerk', 'end-execution', { outcome, words: '全部任务办结', ...more })
  const progress = by('drafter', 'report-execution', { words: '公示牌已更换' })

  test('execution is not ended before units were named, nor as completed without a report or while it is suspended', () => {
    expect(refusal(published(), end('completed'))?.gates?.map(({ rule }) => rule)).toEqual([
      'execution-units-before-end',
    ])
    expect(refusal(executed(), end('completed'))).toMatchObject({ code: 'execution-unreported' })
    const suspended = executed(problem)
    expect(refusal(must(suspended, suspend(suspended)), end('completed'))).toMatchObject({
      code: 'execution-suspended',
    })
    const ended = executed(progress, end('completed'))
    expect(executionState(ended.matter)).toBe('completed')
    expect(refusal(ended, end('completed'))).toMatchObject({ code: 'execution-ended' })
    expect(refusal(ended, assign)).toMatchObject({ code: 'execution-ended' })
  })

  test('it is superseded only where an adjustment was decided, by a decision with a number', () => {
    expect(refusal(executed(), end('superseded'))).toMatchObject({ code: 'not-adjusted' })
    expect(refusal(executed(adjust), end('superseded'))).toMatchObject({ code: 'successor-unnamed' })
    expect(executionState(executed(adjust, end('superseded', { reference: '清政发〔2027〕3号' })).matter)).toBe(
      'superseded',
    )
  })

  test('every step after publication is met at the end', () => {
    let played = executed(progress, problem, remark())
    for (const move of [
      by('clerk', 'answer-problem', { reportId: reportId(played), reply: 'evaluate', words: '组织评估' }),
      by('clerk', 'answer-remark', {
        remarkId: remarksOf(played.matter)[0]!.received.payload.remarkId,
        disposition: 'adopted',
        words: '已采纳',
      }),
      order(),
    ])
      played = must(played, move)
    played = [evaluated(played), adjust, end('superseded', { reference: '清政发〔2027〕3号' }), archive].reduce(
      must,
      played,
    )
    const after = [
      'execution-units',
      'execution-reports',
      'execution-problems',
      'execution-remarks',
      'post-evaluation',
      'adjustment',
      'archive',
    ]
    const steps = stepsOf(pack, facts(played)).filter(({ step }) => after.includes(step.id))
    expect(steps.map(({ step, applies, met }) => [step.id, applies, met]).sort()).toEqual(
      after.map((id) => [id, true, true]).sort(),
    )
  })

  const archive = by('drafter', 'enter-evidence', {
    step: 'archive',
    document: '归档目录',
    reference: '2026-决-3',
    person: '档案员',
    on: today,
    fields: { manifest: '全部程序记录和材料' },
  })

  test('what was decided is still put into the archive after its entry in the register, and nothing of before', () => {
    const registered = must(published(), by('keeper', 'enter-register'))
    expect(stageOf(registered.matter)).toBe('registered')
    expect(waiting(registered)).toContain('enter-evidence urban')
    const filed = must(registered, archive)
    expect(facts(filed)['evidence.archive']).toBe(true)
    expect(waiting(filed)).not.toContain('enter-evidence urban')
    const late = {
      ...archive,
      input: { ...(archive.input as object), step: 'research', fields: { lawsSurveyed: true } },
    }
    expect(refusal(registered, late)).toMatchObject({ code: 'evidence-too-late' })
  })
})
