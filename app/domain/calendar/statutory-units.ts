import type { Source } from '../base/source.ts'
import type { Period } from './periods.ts'

/** Statutes that say for themselves what their days are. Without such a rule “日” is a calendar day. */
export type StatutoryUnit = {
  title: string
  /** Numbers of days that are working days; `all` for every period of the statute. */
  workingDays: readonly number[] | 'all'
  source: Source
}

export const statutoryUnits: readonly StatutoryUnit[] = [
  {
    title: '中华人民共和国行政处罚法',
    workingDays: [2, 3, 5, 7],
    source: { title: '中华人民共和国行政处罚法', locus: '第八十五条', verification: 'verified' },
  },
  {
    title: '中华人民共和国行政复议法',
    workingDays: [3, 5, 7, 10],
    source: { title: '中华人民共和国行政复议法', locus: '第八十八条', verification: 'verified' },
  },
  {
    title: '中华人民共和国行政许可法',
    workingDays: 'all',
    source: { title: '中华人民共和国行政许可法', locus: '第八十二条', verification: 'verified' },
  },
]

const isWorking = ({ workingDays }: StatutoryUnit, count: number) =>
  workingDays === 'all' || workingDays.includes(count)

/** What “N 日” in a statute means, with the rule that says so; null where the statute has none of its own. */
export function daysIn(title: string, count: number): { period: Period; source: Source | null } {
  const rule = statutoryUnits.find((one) => one.title === title || one.title === `中华人民共和国${title}`)
  return rule && isWorking(rule, count)
    ? { period: { count, unit: 'working-day' }, source: rule.source }
    : { period: { count, unit: 'calendar-day' }, source: rule?.source ?? null }
}
