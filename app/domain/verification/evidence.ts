import { differences, type Finding } from './finding.ts'
import { recordsOfKind, saidIn } from './file.ts'
import { lastWorkingDay, noticesOf } from './days.ts'
import type { Certificate, CertifiedDeadline, CertifiedRecord } from './shape.ts'

const said = (record: CertifiedRecord) => record.payload?.payload ?? {}
const isList = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value)

/** What the records say of evidence. The hash of a file stands in no record and is taken as it is. */
export function evidenceFindings(certificate: Certificate): Finding[] {
  const records = recordsOfKind(certificate, 'evidence-entered')
  const expected = records.map((record, index) => {
    const payload = said(record)
    const written = certificate.evidence[index]
    const optional = (name: string) => saidIn(payload, name)
    const version = certificate.versions.find(({ id }) => id === payload.versionId)
    return {
      record: record.seq,
      kind: payload.step,
      stands: records.slice(index + 1).every((later) => said(later).step !== payload.step),
      document: payload.document,
      reference: optional('reference'),
      on: payload.on,
      from: optional('from'),
      to: optional('to'),
      conclusion: optional('conclusion'),
      ground: optional('ground'),
      approver: optional('approver'),
      fields: payload.fields ?? {},
      version:
        payload.versionId === undefined
          ? null
          : { id: payload.versionId, number: version?.number ?? null, fingerprint: version?.fingerprint ?? null },
      provisionIds: optional('provisionIds'),
      files: (isList(payload.files) ? payload.files : []).map(({ fileId, name }, at) => ({
        fileId,
        name,
        hash: written?.files[at]?.hash ?? null,
      })),
    }
  })
  return differences(expected, certificate.evidence, '/evidence')
}

const counting = new Set(['round-opened', 'review-accepted'])

/** The last days that follow from a number of working days, counted anew by the notices of the certificate. */
export function deadlineFindings(certificate: Certificate): Finding[] {
  const notices = noticesOf(certificate.holidays)
  const expected = certificate.records.flatMap((record): CertifiedDeadline[] => {
    const { workingDays } = said(record)
    if (!counting.has(record.kind) || typeof workingDays !== 'number') return []
    const from = record.at.slice(0, 10)
    return [{ record: record.seq, from, workingDays, ...lastWorkingDay(from, workingDays, notices) }]
  })
  return differences(expected, certificate.deadlines, '/deadlines')
}
