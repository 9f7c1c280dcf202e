import type { Certificate, CertifiedRecord } from './shape.ts'

/** What a record of a kind says that is not withheld, the last one; an empty object where there is none. */
export const lastPayload = (certificate: Certificate, kind: string): Record<string, unknown> =>
  payloadsOf(certificate, kind).at(-1) ?? {}

export const payloadsOf = (certificate: Certificate, kind: string): Record<string, unknown>[] =>
  recordsOfKind(certificate, kind).flatMap(({ payload }) => (payload ? [payload.payload] : []))

export const recordsOfKind = ({ records }: Certificate, kind: string): CertifiedRecord[] =>
  records.filter((record) => record.kind === kind)

export const packNow = ({ packs, matter }: Certificate) => packs.find(({ hash }) => hash === matter.pack.hash) ?? null

/** Of a payload: the value, or `null` where it is not said. */
export const saidIn = (payload: Record<string, unknown>, name: string): unknown => payload[name] ?? null
