import type { PlainDate } from '#app/domain/base/date.ts'
import type { LegalText } from '#app/domain/text/model.ts'

/** How a published document stands on a day. */
export type ValidityState =
  | 'in-force'
  | 'not-yet'
  | 'readings-differ'
  | 'ended'
  | 'repealed'
  | 'not-stated'
  | 'not-entered'

export type Clause = {
  what: 'effective' | 'end' | 'trial' | 'repeal' | 'interpreter'
  provisionId?: string
  address: string
  quote: string
}

/** Since when and how long a text is in force by its own words. */
export type Validity = {
  entered: boolean
  effectiveOn: PlainDate | null
  effectiveReading: string
  effectiveAlternative: PlainDate | null
  endReadings: ReadonlyArray<{ date: PlainDate; reading: string }>
  confirmedEnd: PlainDate | null
  clauses: readonly Clause[]
  repeals: readonly string[]
}

export type FiveDates = {
  passedOn: PlainDate | null
  writtenOn: PlainDate | null
  printedOn: PlainDate | null
  publishedOn: PlainDate | null
  effectiveOn: PlainDate | null
}

/** A document as the public reads it. */
export type DocumentForPublic = {
  title: string
  text: LegalText
  issuers: readonly string[]
  carrier: string
  documentNumber: string | null
  registerNumber: string | null
  filings: ReadonlyArray<{ authority: string; number: string; on: PlainDate }>
  signatory: string | null
  dates: FiveDates
  validity: Validity
  interpretation: string | null
  gazette: string | null
  address: string | null
  files: ReadonlyArray<{ fileId: string; name: string; hash?: string }>
}

/** A published document as a line of a list. */
export type ListedDocument = {
  matterId: string
  title: string
  documentNumber: string
  registerNumber: string
  issuerName: string
  issuedOn: PlainDate
  publishedOn: PlainDate
  effectiveOn: PlainDate | null
  endsEarliest: PlainDate | null
  endsLatest: PlainDate | null
  repealedOn: PlainDate | null
  state: ValidityState
}

export const publicPath = (matterId: string): string => `/public/${encodeURIComponent(matterId)}`
