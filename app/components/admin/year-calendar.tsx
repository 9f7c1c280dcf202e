import { useTranslation } from 'react-i18next'
import { weekday } from '#app/domain/base/date.ts'
import { DataTable } from '../ui/index.ts'

type Kind = 'working' | 'weekend' | 'holiday' | 'worked'
export type CalendarDay = { date: string; kind: Kind }

/** Days of a month in weeks that begin on Monday; days of other months are empty. */
function weeksOf(days: readonly CalendarDay[]): Array<Array<CalendarDay | null>> {
  const before = (weekday(days[0]!.date) + 6) % 7
  const cells: Array<CalendarDay | null> = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const columns = [1, 2, 3, 4, 5, 6, 0]

function Cell({ day }: { day: CalendarDay | null }) {
  const { t } = useTranslation()
  if (!day) return null
  const marked = day.kind === 'holiday' || day.kind === 'worked'
  return (
    <span className={`calendar-day calendar-${day.kind}`} title={t(`admin.calendar.kinds.${day.kind}`)}>
      {Number(day.date.slice(8))}
      {marked && <span className="calendar-mark">{t(`admin.calendar.marks.${day.kind}`)}</span>}
    </span>
  )
}

/** The months of a year with the days off and the weekend days that are worked. */
export function YearCalendar({ months }: { months: ReadonlyArray<readonly CalendarDay[]> }) {
  const { t } = useTranslation()
  return (
    <div className="calendar-year">
      {months.map((days, month) => (
        <DataTable<Array<CalendarDay | null>>
          key={days[0]!.date}
          caption={t(`common.months.${month + 1}`)}
          rows={weeksOf(days)}
          rowKey={(_, index) => String(index)}
          columns={columns.map((each, index) => ({
            key: String(each),
            head: t(`admin.calendar.weekdays.${each}`),
            cell: (week) => <Cell day={week[index] ?? null} />,
          }))}
        />
      ))}
    </div>
  )
}
