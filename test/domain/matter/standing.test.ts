import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { substantiveChanges } from '#app/domain/comparison/classify.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { latestVersion, type Matter } from '#app/domain/matter/matter.ts'
import { boundRecords } from '#app/domain/matter/standing.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { place } from '#app/domain/text/outline.ts'
import { print } from '#app/domain/text/print.ts'
import { calendar, must, type Played } from '#test/support/play.ts'
import { articles, walkTo } from '#test/support/road.ts'

const versionId = (played: Played) => latestVersion(played.matter)!.payload.versionId
const textOf = (played: Played) => played.texts.get(versionId(played))!
const facts = ({ matter }: Played) => factsFor(matter, '2026-03-02', calendar)
const saved = (played: Played, source: string) =>
  must(played, {
    by: 'drafter',
    act: 'save-version',
    input: { baseVersionId: versionId(played), name: '又一稿', source },
  })
const enter = (played: Played, step: string, more: object, by = 'drafter') =>
  must(played, {
    by,
    act: 'enter-evidence',
    input: { step, document: '凭证', reference: '一号', person: '周某', on: '2026-02-20', ...more },
  })
/** Reviewed for competition, countersigned on one article, its papers beside it. */
const closing = () => {
  let played = walkTo('drafting')
  const ids = place(textOf(played)).flatMap(({ provision }) => (provision.kind === 'article' ? [provision.id] : []))
  played = enter(played, 'fair-competition', { conclusion: 'conforms' }, 'fair')
  played = enter(played, 'countersignature', { provisionIds: [ids[2]!] })
  played = enter(played, 'plan', {})
  played = must(played, { by: 'drafter', act: 'save-companion', input: { kind: 'interpretation', words: '解读' } })
  return { played, third: ids[2]! }
}
const fresh = (played: Played) =>
  Object.fromEntries(
    boundRecords(played.matter).map(({ subject, standing }) => [
      subject,
      standing.fresh ? standing.because : 'reopened',
    ]),
  )
const base = articles(6)

describe('after an edit', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'of the covered article alone, everything that hangs on its words is reopened, the plan is not',
      base.replace('第3类招牌的设置人应当', '第3类招牌的设置人必须'),
      { 'fair-competition': 'not-economic', countersignature: 'reopened', plan: 'never', interpretation: 'reopened' },
    ],
    [
      'of another article, what covered the third alone stands',
      base.replace('第5类招牌的设置人应当', '第5类招牌的经营者应当'),
      { 'fair-competition': 'reopened', countersignature: 'not-covered', plan: 'never', interpretation: 'reopened' },
    ],
    [
      'of marks alone, all stands',
      base.replace('第1类招牌的设置人应当', '第1类招牌的设置人，应当'),
      { 'fair-competition': 'wording', countersignature: 'wording', plan: 'wording', interpretation: 'wording' },
    ],
  ])('%s', (_, source, expected) => {
    expect(fresh(saved(closing().played, source))).toMatchObject(expected)
  })
})

test('a text changed and changed back stands as it was, and edits of its marks afterwards leave it so', () => {
  const signing = walkTo('signing')
  const words = print(textOf(signing))
  const sheet = must(signing, { by: 'clerk', act: 'issue-approval-sheet', input: {} })
  const signed = must(sheet, {
    by: 'mayor',
    act: 'sign-sheet',
    input: { versionId: versionId(sheet), rank: 'issuer', opinion: 'agree' },
  })
  const changed = saved(signed, words.replace('第3类招牌的设置人应当', '第3类招牌的经营者应当'))
  expect([stageOf(changed.matter), facts(changed)['signature.fresh']]).toEqual(['post-meeting', false])
  const back = saved(changed, words)
  expect([stageOf(back.matter), facts(back)['signature.fresh']]).toEqual(['signed', true])
  const marked = saved(back, words.replace('第1类招牌的设置人应当', '第1类招牌的设置人，应当'))
  expect([stageOf(marked.matter), facts(marked)['signature.fresh']]).toEqual(['signed', true])
  expect(facts(marked)['ownOpinion.fresh']).toBe(true)
  const again = saved(marked, words.replace('第3类招牌的设置人应当', '第3类招牌的经营者应当'))
  expect([stageOf(again.matter), facts(again)['signature.fresh']]).toEqual(['post-meeting', false])
})

test('an opinion on the text that the reviewer saw last counts its changes, not an older check after a meeting', () => {
  let played = walkTo('deliberating')
  const moves: Array<[string, string, object]> = [
    ['vice', 'coordinate-topic', { agreed: true }],
    ['mayor', 'confirm-topic', { agreed: true }],
    ['clerk', 'schedule-meeting', { meeting: '第3次常务会议', kind: 'executive', on: '2026-03-02', position: 1 }],
    ['clerk', 'record-meeting', { attendanceList: '市长', speeches: [{ person: '市长', words: '同意', chief: true }] }],
    ['clerk', 'issue-minutes', { result: 'passed', decisions: [{ words: '通过' }] }],
    ['officer', 'check-post-meeting', { versionId: versionId(played), result: 'within-minutes' }],
  ]
  for (const [by, act, input] of moves) played = must(played, { by, act, input })
  played = saved(played, print(textOf(played)).replace('第3类招牌的设置人应当', '第3类招牌的经营者应当'))
  const bound = { versionId: versionId(played) }
  const beyond = { ...bound, result: 'beyond-minutes', words: '超出会议决定' }
  for (const [by, act, input] of [
    ['officer', 'check-post-meeting', beyond],
    ['section', 'reopen-review', { officerPostId: 'officer' }],
    ['officer', 'draft-review-opinion', { ...bound, conclusion: 'lawful' }],
    ['section', 'pass-section-head', { agreed: true }],
    ['deputy', 'pass-deputy-head', { agreed: true }],
    ['justice-head', 'issue-review-opinion', bound],
  ] as Array<[string, string, object]>)
    played = must(played, { by, act, input })
  expect(facts(played)).toMatchObject({ 'review.fresh': true, 'review.changedSince': 0 })
})

test('facts follow, and say nothing where nothing was done', () => {
  const { played } = closing()
  expect(facts(played)).toMatchObject({
    'evidence.fair-competition.fresh': true,
    'evidence.plan.fresh': true,
    'evidence.hearing.fresh': null,
    'interpretation.fresh': true,
  })
  const edited = saved(played, articles(6, '对经营者应当公平办理'))
  expect(facts(edited)).toMatchObject({
    'evidence.fair-competition.fresh': false,
    'evidence.countersignature.fresh': false,
    'evidence.plan.fresh': true,
    'interpretation.fresh': false,
  })
  expect(facts(saved(edited, base))).toMatchObject({ 'evidence.fair-competition.fresh': true })
})

test('evidence of before it named its version stands for the text of its day', () => {
  const { played } = closing()
  const older = (matter: Matter): Matter => ({
    ...matter,
    records: matter.records.map((record) =>
      record.kind === 'evidence-entered'
        ? { ...record, payload: { ...record.payload, versionId: undefined, provisionIds: undefined } }
        : record.kind === 'version-saved'
          ? { ...record, payload: { ...record.payload, change: { ...record.payload.change, classes: {} } } }
          : record,
    ),
  })
  const edited = saved(played, articles(6, '对经营者应当公平办理'))
  expect(fresh({ ...played, matter: older(played.matter) })['fair-competition']).toBe('unchanged')
  expect(fresh({ ...edited, matter: older(edited.matter) })['fair-competition']).toBe('reopened')
})

test('random edits never leave a change of substance with a fresh countersignature on it, nor reopen what they did not touch', () => {
  const { played, third } = closing()
  const before = textOf(played)
  const lines = base.trim().split('\n')
  const change = fc.record({
    at: fc.integer({ min: 1, max: 6 }),
    what: fc.constantFrom('reword', 'delete', 'insert', 'mark'),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const edited = [...lines]
      for (const { at, what } of changes) {
        const line = edited[at]
        if (what === 'insert') edited.splice(at, 0, '第九条 城管部门负责日常管理。')
        else if (line === undefined) continue
        else if (what === 'delete' && edited.length > 3) edited.splice(at, 1)
        else edited[at] = what === 'mark' ? line.replace('应当', '，应当') : line.replace('依法', '公开')
      }
      const numbered = edited.map((line, index) =>
        index === 0 ? line : line.replace(/^第.{1,3}条/, `第${'一二三四五六七八九十'[index - 1]}条`),
      )
      const source = `${numbered.join('\n')}\n`
      if (source === base) return
      const after = saved(played, source)
      const touched = substantiveChanges(compare(before, textOf(after))).some(({ oldId, newId, oldSide, newSide }) =>
        [oldId, newId, oldSide?.parentId, newSide?.parentId].includes(third),
      )
      expect(facts(after)['evidence.countersignature.fresh']).toBe(!touched)
    }),
    { numRuns: 60 },
  )
})
