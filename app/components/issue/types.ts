import type { PlainDate } from '#app/domain/base/date.ts'
import type { DeadlineProps } from '../ui/index.ts'
import type { FiveDates } from '../public/index.ts'

export type Recorded = {
  recorder: string
  principal: string
  paperDate: PlainDate
  enteredOn: string
  reference?: string
  fileId?: string
}
export type Kept = { fileId: string; name: string; hash: string }

/** A record with who made it. */
export type Made = {
  id: string
  person: string
  post: string
  unit: string
  on: PlainDate
  documents: readonly Kept[]
  recordedBy: Recorded | null
}

/** Which text it was given for, and whether it still stands. */
export type BoundTo = {
  versionId: string
  version: number
  fingerprint: string
  stands: boolean
  voidedBy: readonly string[]
  deleted: number
}

export type Sheet = Made & BoundTo
export type Signature = Made &
  BoundTo & {
    rank: string
    opinion: string
    words: string | null
    substitute: string | null
    files: ReadonlyArray<{ fileId: string; name: string }>
    contested: boolean
    /** Given in the name of the reader. */
    mine: boolean
  }

export type GivenNumber = Made & {
  payload: { kind: string; number: string; borrowed: boolean; borrowedFrom?: string }
  voided: { reason: string; on: PlainDate; by: string } | null
}
export type Filing = Made & {
  payload: { authority: string; number: string; on: PlainDate; files: ReadonlyArray<{ fileId: string; name: string }> }
}

export type Dates = FiveDates
export type PublicationDeadline = DeadlineProps & { date: PlainDate }
