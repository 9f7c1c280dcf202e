import { expect, test } from 'vitest'
import { holidayFaults, readHolidays } from '#app/domain/calendar/holiday-import.ts'

const newYear = { off: ['2026-01-01', '2026-01-02', '2026-01-03'], worked: ['2026-01-04'] }

test.each([
  ['the words of a notice', '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。'],
  ['JSON', '{"off": ["2026-01-01", "2026-01-02", "2026-01-03"], "worked": ["2026-01-04"]}'],
  ['a table', '2026-01-01\t休\n2026-01-02\t休\n2026-01-03\t休\n2026-01-04\t班'],
  ['a table by hand', '1/1 休\n1/2 休\n1/3 休\n1/4 班'],
])('reads %s', (_, text) => {
  expect(readHolidays(text, 2026)).toEqual({ ok: true, value: newYear })
})

test('reads days named apart and over the end of a month', () => {
  const read = readHolidays(
    '二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
    2025,
  )
  expect(read.ok && [read.value.off.length, read.value.off.at(-1), read.value.worked]).toEqual([
    8,
    '2025-02-04',
    ['2025-01-26', '2025-02-08'],
  ])
})

test.each(['放假安排见附件', '2026-01-01', '{"off": 3}', ''])('what cannot be read is refused: %s', (text) => {
  expect(readHolidays(text, 2026)).toMatchObject({ ok: false, error: { code: 'holidays-unread' } })
})

test.each<[string, string[], string[], string, string]>([
  ['a day that does not exist', ['2026-02-30'], [], 'holidays-malformed', '2026-02-30'],
  ['a day of another year', ['2026-01-01', '2025-10-01'], [], 'holidays-other-year', '2025-10-01'],
  ['a day off twice', ['2026-01-01', '2026-01-01'], [], 'holidays-doubled', '2026-01-01'],
  ['a day both off and worked', ['2026-01-03'], ['2026-01-03'], 'holidays-doubled', '2026-01-03'],
  ['a Monday worked in exchange', ['2026-01-01'], ['2026-01-05'], 'holidays-worked-weekday', '2026-01-05'],
  ['no day off', [], ['2026-01-04'], 'holidays-none', '2026'],
])('names %s', (_, off, worked, code, day) => {
  expect(holidayFaults(2026, { off, worked })).toContainEqual({ code, day })
})

test('a notice may move the end of the December before', () => {
  expect(holidayFaults(2019, { off: ['2018-12-30', '2018-12-31', '2019-01-01'], worked: ['2018-12-29'] })).toEqual([])
})
