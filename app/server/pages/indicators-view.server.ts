import { type IndicatorId, indicators, type Sum, sumBy, ratio } from '#app/domain/oversight/indicators.ts'
import { talliesIn } from '#app/domain/oversight/measure.ts'
import { findMeasuredYears, findMeasures } from '../repositories/measures.server.ts'
import { world } from '../world.server.ts'
import { type OversightPage, pageAsked, yearAsked, yearsWith } from './oversight-page.server.ts'
import { unitName } from './workbench-page.server.ts'

const pageSize = 50
const comparedYears = 5

export type ShownSum = Sum & { value: number | null }
const nothing: Sum = { numerator: 0, denominator: 0 }
const shown = (sum: Sum = nothing): ShownSum => ({ ...sum, value: ratio(sum) })

async function yearOf(page: OversightPage) {
  const years = yearsWith(await findMeasuredYears(world().database.client), page.today)
  return { years, year: yearAsked(page, years) }
}

/** What every matter of the scope adds to a year. */
async function addedIn(page: OversightPage, year: number) {
  const measured = await findMeasures(world().database.client, page.scope, year)
  return measured.map(({ measure, ...matter }) => ({ matter, tallies: talliesIn(measure, year, page.today) }))
}

const unitAsked = ({ query, directory }: OversightPage) => {
  const unit = query.get('unit') ?? ''
  return directory.units.has(unit) ? unit : null
}

/** The indicators of a year, of all units that are seen or of one. */
export async function indicatorsView(page: OversightPage) {
  const { years, year } = await yearOf(page)
  const unitId = unitAsked(page)
  const tallies = (await addedIn(page, year)).flatMap((added) => added.tallies)
  const sums = sumBy(
    tallies.filter((tally) => !unitId || tally.unitId === unitId),
    (tally) => tally.indicator,
  )
  return {
    year,
    years,
    unitId,
    sight: page.scope.sight,
    units: unitsOf(page, new Set(tallies.map((tally) => tally.unitId))),
    rows: indicators.map(({ id, kind, aim, unit, sources }) => ({
      id,
      kind,
      aim,
      unit,
      sources,
      ...shown(sums.get(id)),
    })),
  }
}

const unitsOf = ({ directory }: OversightPage, unitIds: ReadonlySet<string>) =>
  [...unitIds]
    .map((unitId) => ({ value: unitId, label: unitName(directory, unitId) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'zh-CN'))

/** One indicator: by unit, by year, and the matters that each number is made of. */
export async function indicatorView(page: OversightPage, id: string | undefined) {
  const indicator = indicators.find((one) => one.id === id)
  if (!indicator) throw new Response(null, { status: 404 })
  const { years, year } = await yearOf(page)
  const unitId = unitAsked(page)
  const compared = years.filter((one) => one <= year).slice(0, comparedYears)
  const byYear = await Promise.all(
    compared.map(async (one) => ({ year: one, added: only(await addedIn(page, one), indicator.id) })),
  )
  const { added } = byYear.find((one) => one.year === year)!
  const sums = sumBy(
    added.flatMap(({ tallies }) => tallies),
    (tally) => tally.unitId,
  )
  const matters = added.flatMap(({ matter, tallies }) => {
    const mine = tallies.filter((tally) => !unitId || tally.unitId === unitId)
    if (mine.length === 0) return []
    return [{ ...matter, lead: unitName(page.directory, matter.leadUnitId), ...shown(sumBy(mine, () => id).get(id)) }]
  })
  const number = pageAsked(page)
  return {
    indicator: { ...indicator, sources: [...indicator.sources] },
    year,
    years,
    unitId,
    unit: unitId ? unitName(page.directory, unitId) : null,
    whole: shown(
      sumBy(
        added.flatMap(({ tallies }) => tallies),
        () => id,
      ).get(id),
    ),
    byUnit: [...sums]
      .map(([one, sum]) => ({ unitId: one, unit: unitName(page.directory, one), ...shown(sum) }))
      .sort((one, other) => other.denominator - one.denominator || one.unit.localeCompare(other.unit, 'zh-CN')),
    byYear: byYear.map((one) => ({
      year: one.year,
      ...shown(
        sumBy(
          one.added.flatMap(({ tallies }) => tallies),
          () => id,
        ).get(id),
      ),
    })),
    opens: page.scope.sight !== 'numbers',
    matters: page.scope.sight === 'numbers' ? [] : matters.slice((number - 1) * pageSize, number * pageSize),
    total: matters.length,
    page: number,
    pages: Math.max(1, Math.ceil(matters.length / pageSize)),
  }
}

type Added = Awaited<ReturnType<typeof addedIn>>
const only = (added: Added, id: IndicatorId): Added =>
  added.flatMap(({ matter, tallies }) => {
    const mine = tallies.filter((tally) => tally.indicator === id)
    return mine.length > 0 ? [{ matter, tallies: mine }] : []
  })

/** Every indicator of a year, of all units together (an empty unit) and of each. */
export async function indicatorLines(page: OversightPage) {
  const { year } = await yearOf(page)
  const tallies = (await addedIn(page, year)).flatMap((added) => added.tallies)
  const lines = indicators.flatMap((indicator) => {
    const mine = tallies.filter((tally) => tally.indicator === indicator.id)
    const byUnit = [...sumBy(mine, (tally) => tally.unitId)].map(([unitId, sum]) => ({
      indicator,
      unit: page.directory.units.get(unitId)?.name ?? '',
      ...shown(sum),
    }))
    return [{ indicator, unit: '', ...shown(sumBy(mine, () => '').get('')) }, ...byUnit]
  })
  return { year, lines }
}
