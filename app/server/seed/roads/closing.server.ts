import { addDays, type PlainDate } from '#app/domain/base/date.ts'
import { kinds } from '#app/domain/matter/kinds.ts'
import type { DemoEvidence } from '#prisma/demo/matters.ts'
import { ownOpinions } from '#prisma/demo/reviews.ts'
import { holderOf, headOf, unitName } from '../people.server.ts'
import { scan } from '../scan.server.ts'
import { at, type Gapped, type Step } from '../steps.server.ts'
import { currentVersion, inYear, kindOf, type Road } from './road.server.ts'

/** Explanation, basis, interpretation and openness. */
export function companionSteps({ demo }: Road, day: number): Step[] {
  if (!demo.companions) return []
  const { explanation, basis, interpretation } = demo.companions
  const save = (input: object) => at(day, () => ({ by: demo.drafter, act: 'save-companion', input }))
  return [
    save({ kind: 'explanation', words: explanation }),
    save({ kind: 'basis', words: basis }),
    save({ kind: 'interpretation', words: interpretation }),
    save({ kind: 'openness', publicity: 'active' }),
  ]
}

/** What was done on paper and has no page of its own. A notice with a period is entered once the period is over. */
export function evidenceSteps(road: Road): Step[] {
  const { demo, dateOf } = road
  return demo.evidence.map((evidence) => {
    const from = dateOf(evidence.day)
    const to = evidence.calendarDays ? addDays(from, evidence.calendarDays) : undefined
    return at(to ? dayAfter(road, evidence.day, to) : evidence.day, ({ today }) =>
      evidenceMove(road, { ...evidence, fields: fieldsOf(road, evidence) }, today, {
        on: from,
        ...(to && { from, to }),
      }),
    )
  })
}

type Entered = Omit<DemoEvidence, 'fields'> & { fields: Record<string, string | number | boolean | string[]> }

const evidenceMove = (
  road: Road,
  evidence: Entered,
  today: PlainDate,
  days: { on: PlainDate; from?: PlainDate; to?: PlainDate },
) => ({
  by:
    evidence.step === 'fair-competition' && !road.inDepartment
      ? holderOf('market', ['fair-competition-reviewer'], today).person.key
      : entererOf(road, evidence),
  act: 'enter-evidence',
  files: [scan('files', evidence.document)],
  input: {
    step: evidence.step,
    document: evidence.document,
    reference: evidence.reference && inYear(evidence.reference, today),
    person: evidence.person === '起草单位' ? unitName(road.demo.lead) : evidence.person,
    ...days,
    conclusion: evidence.conclusion,
    words: evidence.words,
    ground: evidence.ground,
    approver: evidence.approver,
    fields: evidence.fields,
  },
})

/** What changed in the meeting is reviewed for competition as well, where the document concerns operators. */
export function competitionAgainStep(road: Road): Gapped[] {
  const first = road.demo.evidence.find(({ step }) => step === 'fair-competition')
  if (!first) return []
  return [
    [
      0,
      ({ today }) =>
        evidenceMove(
          road,
          {
            ...first,
            document: '会后修改稿公平竞争审查意见',
            words: '会后修改的条款不含违反审查标准的内容。',
            fields: { ...fieldsOf(road, first), initialReviewOn: today },
          },
          today,
          { on: today },
        ),
    ],
  ]
}

const fieldsOf = ({ dateOf }: Road, { day, fields = {} }: DemoEvidence) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'object' && 'before' in value ? dateOf(Math.max(0, day - value.before)) : value,
    ]),
  )

const entererOf = ({ demo }: Road, { step }: Pick<DemoEvidence, 'step'>) =>
  step === 'fair-competition' ? 'tao-anran' : demo.drafter

function dayAfter({ dateOf }: Road, day: number, to: string): number {
  let after = day
  while (dateOf(after) <= to) after += 1
  return after
}

/** The summary table of the opinions, where there were any. */
export const adoptionTableStep = ({ demo, rounds }: Road): Gapped[] =>
  rounds.some((round) => round.answers.some((answer) => answer.opinions.length > 0))
    ? [[0, () => ({ by: demo.drafter, act: 'issue-adoption-table', input: {} })]]
    : []

export const ownOpinionStep = (road: Road): Gapped[] => {
  const opinion = ownOpinions.find((one) => one.matter === road.demo.key)
  if (!opinion) return []
  const { reviewer, conclusion, words } = opinion
  return [
    [
      1,
      (played) => ({
        by: reviewer,
        act: 'give-own-opinion',
        input: { versionId: currentVersion(played), conclusion, words },
      }),
    ],
  ]
}

export const discussionStep = ({ demo, urgent }: Road): Gapped[] => [
  [
    urgent ? 0 : 1,
    (played) => ({
      by: demo.drafter,
      act: 'record-own-discussion',
      input: {
        versionId: currentVersion(played),
        on: played.today,
        meeting: `${unitName(demo.lead)}党组（领导班子）会议`,
        attendance: '领导班子成员，法规科、承办科负责人列席',
        result: 'agreed',
      },
    }),
  ],
]

export const submissionSignatures = ({ demo }: Road, units: readonly string[]): Gapped[] =>
  units.map((unit, index) => [
    index === 0 ? 1 : 0,
    (played) => ({
      by: headOf(unit, played.today).person.key,
      act: 'sign-submission',
      files: [scan('onBehalf.file', `${demo.title}送审稿签署页`)],
      input: { versionId: currentVersion(played), opinion: 'agree' },
    }),
  ])

export const submitStep = ({ demo, urgent }: Road): Gapped => [
  urgent ? 0 : 1,
  (played) => {
    const papers = [...kinds[kindOf(demo)].materials.due, ...(demo.facts.marketRelated ? ['fair-competition'] : [])]
    return {
      by: demo.drafter,
      act: 'submit',
      input: {
        versionId: currentVersion(played),
        allowedWorkingDays: urgent ? 1 : 10,
        materials: papers.map((kind) => ({ kind, present: true })),
      },
    }
  },
]
