import { type PlainDate, shanghaiDate } from '../base/date.ts'
import { type Calendar, workingDayDeadline } from '../calendar/working-days.ts'
import type { Matter } from './matter.ts'
import type { MatterRecord } from './records.ts'

/**
 * The matter with the last days of its periods counted anew under the holiday notices that are known: a period that ran into a
 * year without a notice was told provisionally, and a notice may be changed. `firstDueOn` keeps the day first told where it moved.
 */
export const recounted = (matter: Matter, calendar: Calendar): Matter => ({
  ...matter,
  records: matter.records.map((record) => recountedRecord(record, calendar)),
})

function recountedRecord(record: MatterRecord, calendar: Calendar): MatterRecord {
  if (record.kind !== 'round-opened' && record.kind !== 'review-accepted') return record
  const { workingDays, dueOn } = record.payload
  if (workingDays === undefined) return record
  const { date, provisional } = workingDayDeadline(shanghaiDate(record.at), workingDays, calendar)
  if (date === dueOn && provisional === record.payload.provisional) return record
  const moved: { firstDueOn?: PlainDate } = date === dueOn ? {} : { firstDueOn: dueOn }
  return { ...record, payload: { ...record.payload, dueOn: date, provisional, ...moved } } as MatterRecord
}
