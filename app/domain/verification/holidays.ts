import { dayNumber, isWeekendDay } from './days.ts'
import { type Finding, finding, under } from './finding.ts'
import type { Certificate } from './shape.ts'

/** A notice speaks of days of its own year and of the December before it, of each once, of one year there is one
 notice, and days worked in exchange are Saturdays and Sundays. */
export function holidayFindings({ holidays }: Certificate): Finding[] {
  return holidays.flatMap((row, index) => {
    const place = under('/holidays', index)
    const earlier = holidays.slice(0, index).some(({ year }) => year >= row.year)
    const isOf = (day: string) => day.startsWith(`${row.year}-`) || day.startsWith(`${row.year - 1}-12-`)
    const all = [...row.off, ...row.worked]
    const times = new Map<string, number>()
    for (const day of all) times.set(day, (times.get(day) ?? 0) + 1)
    const faulty = (day: string) => dayNumber(day) === null || !isOf(day) || times.get(day) !== 1
    if (all.length > 0 && !all.some(isOf))
      return [finding(under(place, 'year'), 'differs', { expected: all[0]!.slice(0, 4), found: row.year })]
    const faults = (days: string[], name: string) =>
      days.flatMap((day, at) =>
        faulty(day) || (name === 'worked' && !isWeekendDay(day))
          ? [finding(`${place}/${name}/${at}`, 'differs', { expected: row.year, found: day })]
          : [],
      )
    return [
      ...(earlier ? [finding(under(place, 'year'), 'differs', { expected: '', found: row.year })] : []),
      ...faults(row.off, 'off'),
      ...faults(row.worked, 'worked'),
    ]
  })
}
