import { expect, test } from 'vitest'
import { foldNumber, nextNumber, readBorrowed, type Series } from '#app/domain/document/numbers.ts'

const series: Series = {
  id: 's',
  unitId: 'u',
  kind: 'document',
  pattern: '清政规〔{year}〕{n}号',
  startAt: 7,
  next: new Map([[2026, 12]]),
}

test.each([
  ['2026-12-31', '清政规〔2026〕12号', 'goes on in the year'],
  ['2027-01-01', '清政规〔2027〕7号', 'begins anew with the year, at its start value'],
])('on %s the next number is %s: %s', (day, text) => {
  expect(nextNumber(series, day).text).toBe(text)
})

test.each([
  ['清政规[2026]5号', '清政规〔2026〕5号'],
  ['清政规 【2026】 5 号', '清政规〔2026〕5号'],
  ['清政规（２０２６）５号', '清政规〔2026〕5号'],
])('%s is the same number as %s', (one, other) => {
  expect(foldNumber(one)).toBe(foldNumber(other))
})

test('a borrowed number needs its year and its ordinal', () => {
  expect(readBorrowed('清政规〔2026〕5号')).toEqual({ ok: true, value: { text: '清政规〔2026〕5号', year: 2026 } })
  expect(readBorrowed('清政规5号').ok).toBe(false)
})
