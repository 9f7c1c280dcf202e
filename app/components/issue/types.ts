import type { PlainDate } from '#app/domain/base/date.ts'
import type { Signed } from '../matter/by-line.tsx'
import type { DeadlineProps } from '../ui/index.ts'
import type { FiveDates } from '../public/index.ts'

/** Which text it was given for, and whether it still stands. */
export type BoundTo = {
  versionId: string
  version: number
  fingerprint: string
  stands: boolean
  voidedBy: readonly string[]
  deleted: number
}

export type Sheet = Signed & BoundTo
export type Signature = Signed &
  BoundTo & {
    rank: string
    opinion: string
    words: string | null
    substitute: string | null
    /** On what authority, and for which days where a desk was handed over. */
    substitution: { authority: string; from?: string; to?: string } | null
    files: ReadonlyArray<{ fileId: string; name: string }>
  }

export type GivenNumber = Signed & {
  payload: { kind: string; number: string; borrowed: boolean; borrowedFrom?: string }
  voided: { reason: string; on: PlainDate; by: string } | null
}
export type Filing = Signed & {
  payload: { authority: string; number: string; on: PlainDate; files: ReadonlyArray<{ fileId: string; name: string }> }
}

export type Dates = FiveDates
export type PublicationDeadline = DeadlineProps & { date: PlainDate }
