import { canonicalJson } from '../base/canonical-json.ts'
import { differences, type Finding, finding, under } from './finding.ts'
import { lastPayload, packNow, payloadsOf, saidIn } from './file.ts'
import type { Certificate } from './shape.ts'
import type { Tools } from './tools.ts'

const sections = ['parameters', 'steps', 'gates'] as const

/** Every pack has the hash under which the matter kept it; where it has not, its rows tell which one was changed. */
export function packFindings(certificate: Certificate, tools: Tools): Finding[] {
  return certificate.packs.flatMap((pack, index) => {
    const place = under('/packs', index)
    const text = canonicalJson(pack.value)
    const isWhole = Object.values(tools.digests).some((digest) => digest?.(text) === pack.hash)
    if (isWhole) return rowFindings(pack, place, tools, 'rowHashes')
    const rows = rowFindings(pack, place, tools, 'value')
    return rows.length > 0 ? rows : [finding(under(place, 'value'), 'hash')]
  })
}

/** Rows that have not the hash beside them. `blame` says which of the two was changed: the row, or its hash. */
function rowFindings(
  pack: Certificate['packs'][number],
  place: string,
  { sha256 }: Tools,
  blame: 'value' | 'rowHashes',
): Finding[] {
  return sections.flatMap((section) => {
    const rows: readonly unknown[] = pack.value[section]
    const hashes = pack.rowHashes[section]
    if (rows.length !== hashes.length) return [finding(`${place}/rowHashes/${section}`, 'absent', { id: section })]
    return rows.flatMap((row, at) =>
      sha256(canonicalJson(row)) === hashes[at] ? [] : [finding(`${place}/${blame}/${section}/${at}`, 'hash')],
    )
  })
}

/** The packs are those that the matter was opened under and was given since, and the last of them is its own. */
export function packOrderFindings(certificate: Certificate): Finding[] {
  const { matter, packs } = certificate
  const given = [...payloadsOf(certificate, 'opened'), ...payloadsOf(certificate, 'pack-changed')]
  const own = packNow(certificate)
  return [
    ...differences(given.at(-1)?.packHash ?? null, matter.pack.hash, '/matter/pack/hash'),
    ...(own
      ? [
          ...differences(own.value.id, matter.pack.id, '/matter/pack/id'),
          ...differences(own.value.version, matter.pack.version, '/matter/pack/version'),
        ]
      : [finding('/packs', 'absent', { id: matter.pack.hash })]),
    ...given.flatMap(({ packHash }) =>
      packs.some(({ hash }) => hash === packHash) ? [] : [finding('/packs', 'absent', { id: String(packHash) })],
    ),
    ...packs.flatMap(({ hash }, index) =>
      given.some(({ packHash }) => packHash === hash) ? [] : [finding(`/packs/${index}/hash`, 'hash')],
    ),
  ]
}

/** What is said of the matter itself, by its records. */
export function matterFindings(certificate: Certificate): Finding[] {
  const opened = lastPayload(certificate, 'opened')
  const title = saidIn(lastPayload(certificate, 'version-saved'), 'title') || saidIn(opened, 'title')
  return [
    ...dayFindings(certificate),
    ...matterIdFindings(certificate),
    ...differences(title, certificate.matter.title, '/matter/title'),
    ...differences(opened.kind ?? 'normative-document', certificate.matter.kind, '/matter/kind'),
    ...differences(saidIn(opened, 'leadUnitId'), certificate.matter.unit.id, '/matter/unit/id'),
  ]
}

/** The events tell which matter it is; where they agree on another, it was changed here and not in each of them. */
function matterIdFindings({ matter, audit: { events } }: Certificate): Finding[] {
  const others = events.flatMap(({ event }, index) => (event.matterId === matter.id ? [] : [index]))
  if (others.length === events.length)
    return [finding('/matter/id', 'differs', { expected: String(events[0]?.event.matterId ?? ''), found: matter.id })]
  return others.flatMap((index) =>
    differences(matter.id, events[index]!.event.matterId, `/audit/events/${index}/event/matterId`),
  )
}

/** A certificate is of the day on which it was issued, by Shanghai time, in which it is written. */
function dayFindings({ issuedAt, on, facts }: Certificate): Finding[] {
  const issuedOn = issuedAt.slice(0, 10)
  if (issuedOn === on) return []
  return facts.today === on
    ? [finding('/issuedAt', 'differs', { expected: on, found: issuedAt })]
    : differences(issuedOn, on, '/on')
}
