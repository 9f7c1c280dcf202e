import { differences, type Finding, finding, under } from './finding.ts'
import type { Certificate } from './shape.ts'
import { type Tools, valueHash } from './tools.ts'

/** Records stand in their order, and one that is told whole has its hash. */
export function recordFindings({ matter, records }: Certificate, tools: Tools): Finding[] {
  return records.flatMap((record, index) => {
    const place = under('/records', index)
    const { hash, payload, ...head } = record
    const isWhole = payload === undefined || valueHash({ ...head, matterId: matter.id, payload }, tools) === hash
    return [...differences(index + 1, record.seq, under(place, 'seq')), ...(isWhole ? [] : [finding(place, 'hash')])]
  })
}

/** Each text is the one that its record names. */
export function versionFindings({ records, versions }: Certificate): Finding[] {
  return versions.flatMap((version, index) => {
    const place = under('/versions', index)
    const record = records.find(
      ({ kind, payload }) => kind === 'version-saved' && payload?.payload.versionId === version.id,
    )
    if (!record) return [finding(under(place, 'id'), 'absent', { id: version.id })]
    const { number, fingerprint } = record.payload!.payload
    return [
      ...differences(number, version.number, under(place, 'number')),
      ...differences(fingerprint, version.fingerprint, under(place, 'fingerprint')),
      ...differences(record.seq, version.record, under(place, 'record')),
    ]
  })
}
