import { daysBetween, type PlainDate } from '../base/date.ts'
import type { Source } from '../base/source.ts'
import { postEvaluations } from '../matter/execution.ts'
import { ledgerOf } from '../matter/ledger.ts'
import { factsOf, lastOf, type Matter, opened, recordsOf } from '../matter/matter.ts'
import type { MatterRecord, Payload } from '../matter/records.ts'
import { outcomeOf, type Passage, type TimedStep } from './passages.ts'

const organicLaw: Source = {
  title: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法',
  locus: '第七十五条',
  verification: 'verified',
}

/**
 * An annual indicator of law-based government. `share` is a numerator of a denominator, `mean` a sum over a count. `unit` says to
 * whom a number belongs: the unit that leads the matter, or the one in whose hands the step lay. What is counted above and below
 * the line is written out in app/messages.
 */
export type Indicator = {
  id: string
  kind: 'share' | 'mean'
  unit: 'lead' | 'holder'
  /** Whether more is better, less is better, or neither. */
  aim: 'more' | 'less' | 'none'
  sources: readonly Source[]
}

export const indicators = [
  {
    id: 'reviewed',
    kind: 'share',
    unit: 'lead',
    aim: 'more',
    sources: [
      organicLaw,
      {
        title: '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
        number: '国办发〔2018〕115号',
        locus: '（七）',
        verification: 'verified',
      },
    ],
  },
  { id: 'commented', kind: 'share', unit: 'lead', aim: 'more', sources: [organicLaw] },
  {
    id: 'comment-days',
    kind: 'mean',
    unit: 'lead',
    aim: 'more',
    sources: [
      { title: '优化营商环境条例', number: '国务院令第722号', locus: '第六十二条', verification: 'verified' },
      {
        title: '重大行政决策程序暂行条例',
        number: '国务院令第713号',
        locus: '第十五条',
        verification: 'verified',
      },
    ],
  },
  { id: 'evaluated', kind: 'share', unit: 'lead', aim: 'more', sources: [organicLaw] },
  {
    id: 'fair-competition',
    kind: 'share',
    unit: 'lead',
    aim: 'more',
    sources: [{ title: '公平竞争审查条例', number: '国务院令第783号', locus: '第十四条', verification: 'verified' }],
  },
  { id: 'discussed', kind: 'share', unit: 'lead', aim: 'more', sources: [organicLaw] },
  {
    id: 'dissent-recorded',
    kind: 'share',
    unit: 'lead',
    aim: 'none',
    sources: [
      {
        title: '重大行政决策程序暂行条例',
        number: '国务院令第713号',
        locus: '第三十条',
        verification: 'verified',
      },
    ],
  },
  {
    id: 'post-evaluated',
    kind: 'share',
    unit: 'lead',
    aim: 'more',
    sources: [
      {
        title: '重大行政决策程序暂行条例',
        number: '国务院令第713号',
        locus: '第三十六条',
        verification: 'verified',
      },
    ],
  },
  { id: 'filed', kind: 'share', unit: 'lead', aim: 'more', sources: [organicLaw] },
  { id: 'adopted', kind: 'share', unit: 'lead', aim: 'none', sources: [] },
  { id: 'answers-on-time', kind: 'share', unit: 'holder', aim: 'more', sources: [] },
  {
    id: 'reviews-on-time',
    kind: 'share',
    unit: 'holder',
    aim: 'more',
    sources: [
      {
        title: '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
        number: '国办发〔2018〕115号',
        locus: '（五）',
        verification: 'verified',
      },
    ],
  },
  {
    id: 'published-on-time',
    kind: 'share',
    unit: 'holder',
    aim: 'more',
    sources: [
      {
        title: '中华人民共和国政府信息公开条例',
        number: '国务院令第711号',
        locus: '第二十六条',
        verification: 'verified',
      },
    ],
  },
  { id: 'overdue', kind: 'share', unit: 'holder', aim: 'less', sources: [] },
] as const satisfies readonly Indicator[]
export type IndicatorId = (typeof indicators)[number]['id']

/** What one matter adds to an indicator: to whose, on which day, above and below the line. */
export type Tally = {
  indicator: IndicatorId
  unitId: string
  on: PlainDate
  numerator: number
  denominator: number
}

/** What the records of a matter add, apart from what depends on the day on which one looks. */
export function talliesOf(matter: Matter): Tally[] {
  const lead = opened(matter)?.payload.leadUnitId
  if (!lead) return []
  return [
    ...ofPublication(matter, lead),
    ...ofOpinions(matter, lead),
    ...ofMeetings(matter, lead),
    ...ofEvaluations(matter, lead),
  ]
}

function ofPublication(matter: Matter, unitId: string): Tally[] {
  const published = lastOf(matter, 'published')
  if (!published) return []
  const on = published.payload.publishedOn
  const share = (indicator: IndicatorId, holds: boolean): Tally => ({
    indicator,
    unitId,
    on,
    numerator: holds ? 1 : 0,
    denominator: 1,
  })
  const passed = recordsOf(matter, 'minutes-issued').filter(({ payload }) => passing.has(payload.result))
  const reviewedBefore = passed.at(-1)?.seq ?? published.seq
  const review = recordsOf(matter, 'review-issued')
    .filter(({ seq }) => seq < reviewedBefore)
    .at(-1)
  const comment = evidenceBefore(matter, 'public-comment', published)
  const { from, to } = comment?.payload ?? {}
  const fair = evidenceBefore(matter, 'fair-competition', published)
  return [
    share('reviewed', Boolean(review && review.payload.conclusion !== 'unlawful')),
    share('commented', Boolean(comment)),
    ...(from && to
      ? [{ indicator: 'comment-days' as const, unitId, on, numerator: daysBetween(from, to), denominator: 1 }]
      : []),
    share('evaluated', Boolean(evidenceBefore(matter, 'necessity-evaluation', published))),
    ...(factsOf(matter)?.marketRelated
      ? [share('fair-competition', Boolean(fair && fair.payload.conclusion !== 'does-not-conform'))]
      : []),
    share('discussed', passed.length > 0),
    share('filed', lastOf(matter, 'filing-recorded') !== null),
  ]
}

const passing: ReadonlySet<string> = new Set(['passed', 'passed-in-principle'])

const evidenceBefore = (matter: Matter, step: Payload<'evidence-entered'>['step'], end: MatterRecord) =>
  recordsOf(matter, 'evidence-entered')
    .filter((record) => record.payload.step === step && record.seq < end.seq)
    .at(-1)

const ofOpinions = (matter: Matter, unitId: string): Tally[] =>
  ledgerOf(matter).flatMap(({ disposition }): Tally[] =>
    disposition
      ? [
          {
            indicator: 'adopted',
            unitId,
            on: disposition.record.on,
            numerator: disposition.disposition === 'declined' ? 0 : 1,
            denominator: 1,
          },
        ]
      : [],
  )

/** One topic of one meeting; a record that was corrected counts once. */
function ofMeetings(matter: Matter, unitId: string): Tally[] {
  const byMeeting = new Map(recordsOf(matter, 'meeting-recorded').map((record) => [record.payload.meetingId, record]))
  return [...byMeeting.values()].map((record) => {
    const meeting = recordsOf(matter, 'meeting-scheduled').find(
      ({ payload }) => payload.meetingId === record.payload.meetingId,
    )
    return {
      indicator: 'dissent-recorded',
      unitId,
      on: meeting?.payload.on ?? record.on,
      numerator: record.payload.speeches.some(({ view }) => view === 'dissent') ? 1 : 0,
      denominator: 1,
    }
  })
}

/** An evaluation belongs to the year in which it was ordered. */
const ofEvaluations = (matter: Matter, unitId: string): Tally[] =>
  postEvaluations(matter).map(({ order, report }) => ({
    indicator: 'post-evaluated',
    unitId,
    on: order.on,
    numerator: report ? 1 : 0,
    denominator: 1,
  }))

const timed: Partial<Record<TimedStep, IndicatorId>> = {
  answer: 'answers-on-time',
  'under-review': 'reviews-on-time',
  issued: 'published-on-time',
}

/** What its passages add on a day: a step counts in the year of its last day, as soon as it ended or that day has passed. */
export function passageTallies(passages: readonly Passage[], today: PlainDate): Tally[] {
  return passages.flatMap((passage): Tally[] => {
    const outcome = outcomeOf(passage, today)
    if (!outcome) return []
    const of = (indicator: IndicatorId, holds: boolean): Tally => ({
      indicator,
      unitId: passage.unitId,
      on: passage.dueOn!,
      numerator: holds ? 1 : 0,
      denominator: 1,
    })
    const onTime = timed[passage.step]
    return [...(onTime ? [of(onTime, outcome === 'on-time')] : []), of('overdue', outcome === 'overdue')]
  })
}

export type Sum = { numerator: number; denominator: number }

/** Null where there is nothing below the line. */
export const ratio = ({ numerator, denominator }: Sum): number | null =>
  denominator === 0 ? null : numerator / denominator

/** Sums by any part of a tally, in the order of first appearance. */
export function sumBy<Key>(tallies: readonly Tally[], keyOf: (tally: Tally) => Key): Map<Key, Sum> {
  const sums = new Map<Key, Sum>()
  for (const tally of tallies) {
    const sum = sums.get(keyOf(tally)) ?? { numerator: 0, denominator: 0 }
    sum.numerator += tally.numerator
    sum.denominator += tally.denominator
    sums.set(keyOf(tally), sum)
  }
  return sums
}
