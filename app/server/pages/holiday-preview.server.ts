import { type AppLoadContext, data } from '@remix-run/node'
import { type HolidayFault, holidayFaults, readHolidays } from '#app/domain/calendar/holiday-import.ts'
import { postedForm } from '../auth.server.ts'
import { deadlinesMovedBy } from '../repositories/deadlines.server.ts'
import { findCalendar } from '../repositories/law.server.ts'
import { loadKeptPage } from './admin-view.server.ts'

/** What a pasted notice says, before anything is imported, which deadlines it would move, and the form filled in with it. */
export async function holidayPreview(request: Request, context: AppLoadContext) {
  const { viewer, client } = await loadKeptPage(request, context, 'calendar')
  const form = await postedForm(request, viewer)
  const text = String(form.get('text') ?? '')
  const year = Number(form.get('year'))
  const read = readHolidays(text, year)
  const faults: HolidayFault[] = read.ok ? holidayFaults(year, read.value) : [read.error]
  const { off, worked } = read.ok ? read.value : { off: [], worked: [] }
  const moves =
    faults.length > 0
      ? []
      : await deadlinesMovedBy(
          client,
          new Map([
            ...(await findCalendar(client)),
            [year, { year, number: null, off, worked, verification: 'memory' as const }],
          ]),
        )
  return data(
    { preview: { year, text, faults, moves, values: { year, off: off.join('\n'), worked: worked.join('\n') } } },
    { status: faults.length > 0 ? 422 : 200 },
  )
}
