import type { NumberKind } from '#app/domain/document/numbers.ts'
import { units } from './city.ts'

/** A number series as `Series` wants it, with the key of its unit. */
export type DemoSeries = { unit: string; kind: NumberKind; pattern: string; startAt: number }

const bracketed = (code: string) => `${code}〔{year}〕{n}号`

/** Issuers number their documents with their own code; receipts, register and review opinions have series of their own. */
export const series: DemoSeries[] = [
  ...units.flatMap((unit): DemoSeries[] =>
    unit.numberPrefix ? [{ unit: unit.key, kind: 'document', pattern: bracketed(unit.numberPrefix), startAt: 1 }] : [],
  ),
  { unit: 'office', kind: 'receipt', pattern: bracketed('清政办收'), startAt: 201 },
  { unit: 'justice', kind: 'receipt', pattern: bracketed('清司收'), startAt: 31 },
  { unit: 'linxi-office', kind: 'receipt', pattern: bracketed('临政办收'), startAt: 1 },
  { unit: 'shuangtang-office', kind: 'receipt', pattern: bracketed('双政办收'), startAt: 1 },
  { unit: 'office', kind: 'register', pattern: 'QNGF〔{year}〕{n}号', startAt: 1 },
  { unit: 'linxi-office', kind: 'register', pattern: 'LXGF〔{year}〕{n}号', startAt: 1 },
  { unit: 'shuangtang-office', kind: 'register', pattern: 'STGF〔{year}〕{n}号', startAt: 1 },
  { unit: 'justice', kind: 'opinion', pattern: bracketed('清司审'), startAt: 1 },
  { unit: 'linxi-justice', kind: 'opinion', pattern: bracketed('临司审'), startAt: 1 },
  { unit: 'shuangtang-justice', kind: 'opinion', pattern: bracketed('双司审'), startAt: 1 },
  { unit: 'urban', kind: 'opinion', pattern: bracketed('清城管审'), startAt: 1 },
  { unit: 'housing', kind: 'opinion', pattern: bracketed('清建审'), startAt: 1 },
  { unit: 'police', kind: 'opinion', pattern: bracketed('清公审'), startAt: 1 },
]
