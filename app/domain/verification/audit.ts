import { canonicalJson } from '../base/canonical-json.ts'
import { differences, type Finding, finding, under } from './finding.ts'
import { rootFrom } from './inclusion.ts'
import type { Certificate, CertifiedEvent, CertifiedRecord } from './shape.ts'
import { type Tools, valueHash } from './tools.ts'

type Named = { id: string; hash: string }
type State = { hash: string; records: number; versions: number }
type Said = {
  seq?: unknown
  previousHash?: unknown
  algorithm?: unknown
  matterId?: unknown
  act?: unknown
  at?: unknown
  actor?: Actor
  onBehalfOf?: Actor | null
  step?: { before?: State; after?: State; records?: Named[]; versions?: Named[] } | null
}
type Actor = { personId?: unknown; postId?: unknown; unitId?: unknown; post?: unknown; unit?: unknown }

const saidOf = ({ event }: CertifiedEvent) => event as Said
const placeOf = (index: number) => under('/audit/events', index)

/** Every event is the one that was hashed, leads to the root, and names the records and texts of this certificate in their order. */
export function auditFindings(certificate: Certificate, tools: Tools): Finding[] {
  const { audit } = certificate
  return [
    ...pathFindings(certificate, tools),
    ...audit.events.flatMap((event, index) => eventFindings(certificate, event, index, tools)),
    ...linkFindings(certificate),
    ...stateFindings(certificate, tools),
  ]
}

type Leaf = { hash: string; seq: number; path: string[] }

const leadsToRoot = ({ hash, seq, path }: Leaf, { audit }: Certificate, { sha256 }: Tools) =>
  rootFrom(hash, seq, audit.head.seq, path, sha256) === audit.root

/** Where nothing at all leads to the root, it is the root that was changed, or the number of events. */
function pathFindings(certificate: Certificate, tools: Tools): Finding[] {
  const { head, events } = certificate.audit
  const leads = (leaf: Leaf) => leadsToRoot(leaf, certificate, tools)
  const lost = events.flatMap((event, index) => (leads(event) ? [] : [index]))
  if (!leads(head) && lost.length === events.length) return [finding('/audit/root', 'path', { events: head.seq })]
  const event = (index: number) => {
    const { hash, path, seq } = events[index]!
    const said = Number(saidOf(events[index]!).seq)
    // With the number that the event itself says it leads to the root: then the number beside it was changed.
    const place = said !== seq && leads({ hash, path, seq: said }) ? 'seq' : 'path'
    return finding(under(placeOf(index), place), 'path', { events: head.seq })
  }
  return [...(leads(head) ? [] : [finding('/audit/head', 'path', { events: head.seq })]), ...lost.map(event)]
}

function eventFindings(certificate: Certificate, event: CertifiedEvent, index: number, tools: Tools): Finding[] {
  const said = saidOf(event)
  const place = placeOf(index)
  const algorithm = String(said.algorithm)
  if (!Object.hasOwn(tools.digests, algorithm))
    return [
      finding(`${place}/event/algorithm`, 'differs', {
        expected: Object.keys(tools.digests).join(' '),
        found: algorithm,
      }),
    ]
  const digest = tools.digests[algorithm]
  const hashed = digest
    ? digest(canonicalJson(event.event)) === event.hash
      ? []
      : // The hash that leads to the root is the true one.
        [finding(under(place, leadsToRoot(event, certificate, tools) ? 'event' : 'hash'), 'hash')]
    : [finding(`${place}/event/algorithm`, 'algorithm', { algorithm })]
  return [...hashed, ...differences(event.seq, said.seq, `${place}/event/seq`)]
}

/** Events stand in their order, and one that follows the one before it directly names its hash; the last is the head or before it. */
function linkFindings({ audit: { head, events } }: Certificate): Finding[] {
  return events.flatMap((event, index) => {
    const next = events[index + 1] ?? head
    const said = next === head ? null : saidOf(events[index + 1]!).previousHash
    const place = next === head ? '/audit/head' : placeOf(index + 1)
    if (next.seq === event.seq && next === head) return differences(event.hash, head.hash, '/audit/head/hash')
    if (next.seq <= event.seq)
      return [finding(under(place, 'seq'), 'differs', { expected: event.seq + 1, found: next.seq })]
    return next.seq === event.seq + 1 && said !== null
      ? differences(event.hash, said, `${place}/event/previousHash`)
      : []
  })
}

const emptyState: State = { hash: '', records: 0, versions: 0 }

function stateFindings(certificate: Certificate, tools: Tools): Finding[] {
  const { records, versions, audit } = certificate
  const findings: Finding[] = []
  let state = emptyState
  audit.events.forEach((event, index) => {
    const said = saidOf(event)
    const step = said.step ?? {}
    const place = `${placeOf(index)}/event/step`
    const named = step.records ?? []
    findings.push(...differences(state, step.before, `${place}/before`))
    named.forEach((one, at) => {
      const record = records[state.records + at]
      findings.push(...namedFindings(record, one, under('/records', state.records + at)))
      if (record) findings.push(...actorFindings(record, said, under('/records', state.records + at)))
    })
    for (const one of step.versions ?? []) {
      const found = versions.findIndex(({ id }) => id === one.id)
      findings.push(
        ...(found < 0
          ? [finding('/versions', 'absent', { id: one.id })]
          : differences(one.hash, versions[found]!.hash, `/versions/${found}/hash`)),
      )
    }
    state = {
      hash: named.reduce((before, { hash }) => valueHash({ before, record: hash }, tools), state.hash),
      records: state.records + named.length,
      versions: state.versions + (step.versions ?? []).length,
    }
    findings.push(...differences(state, step.after, `${place}/after`))
  })
  return [
    ...findings,
    ...differences(state.records, records.length, '/records'),
    ...differences(state.versions, versions.length, '/versions'),
  ]
}

const namedFindings = (record: CertifiedRecord | undefined, named: Named, place: string): Finding[] =>
  record
    ? [...differences(named.id, record.id, `${place}/id`), ...differences(named.hash, record.hash, `${place}/hash`)]
    : [finding('/records', 'absent', { id: named.id })]

/** Who did it stands in the event too; the name of the person there is a keyed hash. */
function actorFindings(record: CertifiedRecord, said: Said, place: string): Finding[] {
  const actor = said.onBehalfOf ?? said.actor ?? {}
  const expected = {
    act: said.act,
    at: said.at,
    personId: actor.personId,
    postId: actor.postId,
    unitId: actor.unitId,
  }
  return [
    ...Object.entries(expected).flatMap(([name, value]) =>
      differences(value, record[name as keyof typeof expected], under(place, name)),
    ),
    ...differences(actor.post, record.names.post, `${place}/names/post`),
    ...differences(actor.unit, record.names.unit, `${place}/names/unit`),
  ]
}
