import { workingDayCount } from '#app/domain/calendar/working-day-count.ts'
import { stages, type Stage } from '#app/domain/matter/stage.ts'
import type { Passage, TimedStep } from '#app/domain/oversight/passages.ts'
import { groupBy, spanOf, type StepTimes, stepTimes } from '#app/domain/oversight/step-times.ts'
import { countHoldings, findHeld, type Holding } from '../repositories/holdings.server.ts'
import { findMeasuredYears, findMeasures } from '../repositories/measures.server.ts'
import { world } from '../world.server.ts'
import { type OversightPage, pageAsked, yearAsked, yearsWith } from './oversight-page.server.ts'
import { shownLine, unitName } from './workbench-page.server.ts'

const pageSize = 50

export type Part = { count: number; overdue: number }

export type OversightAsked = { year: number; stage: Stage | null; holder: string | null; overdue: boolean }

function asked(page: OversightPage, years: readonly number[]): OversightAsked {
  return {
    year: yearAsked(page, years),
    stage: stages.find((stage) => stage === page.query.get('stage')) ?? null,
    holder: page.directory.units.has(page.query.get('holder') ?? '') ? page.query.get('holder') : null,
    overdue: page.query.has('overdue'),
  }
}

const sum = (holdings: readonly Holding[]): Part => ({
  count: holdings.reduce((total, { count }) => total + count, 0),
  overdue: holdings.reduce((total, { overdue }) => total + overdue, 0),
})

/** Steps in the order of the road, then those that run beside it. */
const order: readonly TimedStep[] = [...stages, 'answer', 'supervised']

const ofYear = (year: number) => (passage: Passage) => {
  const begins = `${year}-01-01`
  const ends = `${year}-12-31`
  return passage.from <= ends && (passage.to === null || passage.to >= begins) && (passage.to ?? begins) <= ends
}

/** What a year's passages took: those that ended in it and those that go on since. */
async function passagesOfYear(page: OversightPage, year: number) {
  const measures = await findMeasures(world().database.client, page.scope, year)
  const passages = measures.flatMap(({ measure }) => measure.passages).filter(ofYear(year))
  const { first, last } = spanOf(passages, page.today)
  return { passages, count: workingDayCount(first, last, page.calendar) }
}

/** Where every matter is, who holds it, how long steps took against their limits, and who was late. */
export async function oversightView(page: OversightPage) {
  const { client } = world().database
  const years = yearsWith(await findMeasuredYears(client), page.today)
  const filter = asked(page, years)
  const holdings = await countHoldings(client, page.scope, page.today)
  const { passages, count } = await passagesOfYear(page, filter.year)
  const number = pageAsked(page)
  const { rows, total } = await findHeld(client, page.scope, heldFilter(filter, page), {
    skip: (number - 1) * pageSize,
    take: pageSize,
  })
  const byHolder = groupBy(holdings, ({ holderUnitId }) => holderUnitId)
  return {
    asked: filter,
    years,
    sight: page.scope.sight,
    all: sum(holdings),
    byStage: stages.flatMap((stage) => {
      const part = sum(holdings.filter((holding) => holding.stage === stage))
      return part.count > 0 ? [{ stage, ...part }] : []
    }),
    byHolder: [...byHolder]
      .map(([unitId, parts]) => ({ unitId, unit: unitName(page.directory, unitId), ...sum(parts) }))
      .sort((one, other) => other.count - one.count || one.unit.localeCompare(other.unit)),
    steps: order.flatMap((step) => {
      const mine = passages.filter((passage) => passage.step === step)
      return mine.length > 0 ? [{ step, ...stepTimes(mine, count, page.today) }] : []
    }),
    units: [...groupBy(passages, ({ unitId }) => unitId)]
      .map(([unitId, mine]) => ({
        unitId,
        unit: unitName(page.directory, unitId),
        ...stepTimes(mine, count, page.today),
      }))
      .filter(({ fellDue }) => fellDue > 0)
      .sort((one, other) => other.overdue / other.fellDue - one.overdue / one.fellDue || other.fellDue - one.fellDue),
    rows: rows.map((line) => shownLine(line, page)),
    total,
    page: number,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  }
}
export type ShownStep = { step: TimedStep } & StepTimes
export type ShownUnit = { unitId: string; unit: string } & StepTimes

const heldFilter = ({ stage, holder, overdue }: OversightAsked, { today }: OversightPage) => ({
  stage,
  holderId: holder,
  overdueOn: overdue ? today : null,
})

/** Every matter under way that the address asks for. */
export async function heldLines(page: OversightPage) {
  const { client } = world().database
  const filter = asked(page, [])
  const { rows } = await findHeld(client, page.scope, heldFilter(filter, page), { skip: 0, take: 100_000 })
  return rows.map((line) => shownLine(line, page))
}
