import type { PlainDate } from '../base/date.ts'
import { fail, ok, type Result } from '../base/result.ts'

/** 收文号, 发文字号, 三统一登记号, 审核意见书编号, and the number that a filing authority gives (备案号). */
export const numberKinds = ['receipt', 'document', 'register', 'opinion', 'filing'] as const
export type NumberKind = (typeof numberKinds)[number]

/** One counter per series and Shanghai year. `pattern` holds `{year}` and `{n}`. */
export type Series = {
  id: string
  unitId: string
  kind: NumberKind
  pattern: string
  startAt: number
  next: ReadonlyMap<number, number>
}

export type AllocatedNumber = { seriesId: string; kind: NumberKind; year: number; n: number; text: string }

/** The number that a series gives next on a day. Numbers are not padded (GB/T 9704-2012 7.2.5, not verified). */
export function nextNumber(series: Series, today: PlainDate): AllocatedNumber {
  const year = Number(today.slice(0, 4))
  const n = series.next.get(year) ?? series.startAt
  return {
    seriesId: series.id,
    kind: series.kind,
    year,
    n,
    text: series.pattern.replace('{year}', String(year)).replace('{n}', String(n)),
  }
}

/** Numbers are one when brackets, width and white space are not looked at: 清政规[2026]5号 is 清政规〔2026〕5号. */
export const foldNumber = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[[【(（〔〈]/g, '〔')
    .replace(/[\]】)）〕〉]/g, '〕')
    .replace(/\s+/g, '')
    .toLowerCase()

/** A number taken from another system, read back into its year; it needs a year and an ordinal to be one. */
export function readBorrowed(text: string): Result<{ text: string; year: number }, { code: 'number-malformed' }> {
  const match = /〔(\d{4})〕\D*\d+/.exec(foldNumber(text))
  return match ? ok({ text: text.trim(), year: Number(match[1]) }) : fail({ code: 'number-malformed' })
}
