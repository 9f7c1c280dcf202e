import { differences, type Finding, finding, under } from './finding.ts'
import { datesOf } from './facts.ts'
import { packNow } from './file.ts'
import type {
  Certificate,
  CertifiedEvent,
  CertifiedGate,
  CertifiedStep,
  Comparison,
  Facts,
  PackValue,
} from './shape.ts'
import { comparisonsIn, factsRead, holdsFor, ruleFact } from './truth.ts'

type GateRow = PackValue['gates'][number]
type Row = Pick<GateRow, 'kinds' | 'appliesWhen'>
type Trace = { rule?: unknown; met?: unknown; facts?: Facts }

const wholeRoad = ['normative-document', 'major-decision']
const isFor = (row: Row, kind: string) => (row.kinds ?? wholeRoad).includes(kind)
const appliesTo = (row: Row, facts: Facts) => (row.appliesWhen === undefined ? true : holdsFor(row.appliesWhen, facts))

/** A rule that nobody read in its official text does not block until it was confirmed by name. */
function severityOf(row: GateRow, { confirmed }: PackValue): string {
  const isUnread = row.sources.every(({ verification }) => verification === 'memory' || verification === 'practice')
  return isUnread && !confirmed.some(({ rule }) => rule === row.id) ? 'warn' : row.severity
}

const withoutExemption = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, /\.(ground|approver)$/.test(name) ? null : value]),
  )

function stateOf(row: GateRow, severity: string, facts: Facts): string {
  if (appliesTo(row, facts) === false) return 'not-applicable'
  if (holdsFor(row.requires, facts) === true)
    return holdsFor(row.requires, withoutExemption(facts)) === true ? 'met' : 'exempt'
  return severity === 'block' ? 'missing' : 'warned'
}

function exemptionOf(row: GateRow, facts: Facts): CertifiedGate['exemption'] {
  const [, evidence = ''] = factsRead(row.requires).flatMap((name) => /^evidence\.([\w-]+)\.ground$/.exec(name) ?? [])
  const said = (name: string) => {
    const value = facts[`evidence.${evidence}.${name}`]
    return typeof value === 'string' ? value : null
  }
  return { evidence, ground: said('ground'), approver: said('approver') }
}

function arithmeticOf(row: GateRow, certificate: Certificate): Comparison[] {
  const { facts } = certificate
  return [row.appliesWhen, row.requires]
    .flatMap((condition) => comparisonsIn(condition, facts))
    .map(({ fact, comparison, parameter, bound, holds }) => {
      const value = facts[fact]
      return {
        fact,
        value: typeof value === 'number' ? value : null,
        comparison,
        parameter,
        bound,
        holds,
        dates: datesOf(fact, certificate),
      }
    })
}

const valuesOf = (names: string[], facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))

const tracesOf = ({ event }: CertifiedEvent): Trace[] => (Array.isArray(event.rules) ? (event.rules as Trace[]) : [])

function expectedGate(row: GateRow, certificate: Certificate, pack: PackValue): CertifiedGate {
  const { facts } = certificate
  const severity = severityOf(row, pack)
  const state = stateOf(row, severity, facts)
  const names = [...factsRead(row.appliesWhen), ...factsRead(row.requires), ...(row.shows ?? [])]
  return {
    rule: row.id,
    applies: appliesTo(row, facts),
    met: holdsFor(row.requires, facts) === true,
    severity,
    state,
    facts: valuesOf(names, facts),
    arithmetic: arithmeticOf(row, certificate),
    exemption: state === 'exempt' ? exemptionOf(row, facts) : null,
    passages: certificate.audit.events.flatMap((event) =>
      tracesOf(event).flatMap(({ rule, met }) => (rule === row.id ? [{ event: event.seq, met: met === true }] : [])),
    ),
  }
}

/** Every gate and step of the pack that is for this kind of matter, computed anew from the facts of the certificate. */
export function gateFindings(certificate: Certificate): Finding[] {
  const pack = packNow(certificate)?.value
  if (!pack) return []
  const { kind } = certificate.matter
  const gates = pack.gates.filter((row) => isFor(row, kind)).map((row) => expectedGate(row, certificate, pack))
  const steps = pack.steps
    .filter((row) => isFor(row, kind))
    .map(
      (row): CertifiedStep => ({
        step: row.id,
        applies: appliesTo(row, certificate.facts),
        met: holdsFor(row.metWhen, certificate.facts) === true,
        facts: valuesOf([...factsRead(row.appliesWhen), ...factsRead(row.metWhen)], certificate.facts),
      }),
    )
  return [
    ...readFindings(pack, certificate),
    ...copyFindings(certificate),
    ...differences(gates, certificate.gates, '/gates'),
    ...differences(steps, certificate.steps, '/steps'),
  ]
}

/** A fact that a rule reads and that is left out would pass for one that nobody knows. */
function readFindings(pack: PackValue, { facts, matter }: Certificate): Finding[] {
  const gates = pack.gates.filter((row) => isFor(row, matter.kind))
  const steps = pack.steps.filter((row) => isFor(row, matter.kind))
  const conditions = [
    ...gates.flatMap(({ appliesWhen, requires }) => [appliesWhen, requires]),
    ...steps.flatMap(({ appliesWhen, metWhen }) => [appliesWhen, metWhen]),
  ]
  const names = new Set([...conditions.flatMap(factsRead), ...gates.flatMap(({ shows }) => shows ?? [])])
  return [...names].flatMap((name) => (name in facts ? [] : [finding('/facts', 'absent', { id: name })]))
}

/** A fact that stands otherwise with every rule that read it was changed where it stands by itself. */
function copyFindings({ facts, gates, steps }: Certificate): Finding[] {
  const readers = [...gates, ...steps].map((row) => row.facts)
  return Object.entries(facts).flatMap(([name, value]) => {
    const copies = readers.flatMap((read) => (name in read ? [read[name] ?? null] : []))
    return copies.length > 0 && copies.every((copy) => copy !== value)
      ? differences(copies[0], value, under('/facts', name))
      : []
  })
}

/** What gates said when the acts were done: computed anew from the facts that they saw, under the pack of that day. */
export const passageFindings = (certificate: Certificate): Finding[] =>
  certificate.audit.events.flatMap((event, index) => {
    const pack = certificate.packs.find(({ hash }) => hash === event.event.pack)?.value
    const place = `${under('/audit/events', index)}/event`
    if (!pack)
      return tracesOf(event).length > 0 ? [finding(`${place}/pack`, 'absent', { id: String(event.event.pack) })] : []
    return [
      ...tracesOf(event).flatMap((trace, at) => traceFindings(trace, `${place}/rules/${at}`, pack)),
      ...unaskedFindings(event, place, pack, certificate.matter.kind),
    ]
  })

function traceFindings({ rule, met, facts = {} }: Trace, place: string, pack: PackValue): Finding[] {
  const row = pack.gates.find(({ id }) => id === rule)
  if (!row) return [finding(`${place}/rule`, 'absent', { id: String(rule) })]
  const holds = holdsFor(row.requires, facts) === true
  const bounds = pack.parameters.flatMap(({ key, value }) => {
    const name = ruleFact(key)
    return name in facts && typeof value !== 'object'
      ? differences(value, facts[name], under(`${place}/facts`, name))
      : []
  })
  const isStopped = !holds && severityOf(row, pack) === 'block'
  return [
    ...bounds,
    ...differences(holds, met, `${place}/met`),
    ...(isStopped ? [finding(`${place}/met`, 'unmet', { rule: row.id })] : []),
  ]
}

/**
 * A gate that applied for certain was asked before every act that it stands before: one that applies always, and one whose condition
 * holds by what the other gates saw. The act that opens a matter is asked nothing.
 */
function unaskedFindings(event: CertifiedEvent, place: string, pack: PackValue, kind: string): Finding[] {
  const traces = tracesOf(event)
  const asked = new Set(traces.map(({ rule }) => rule))
  const seen: Facts = Object.assign({}, ...traces.map(({ facts }) => facts))
  const act = String(event.event.act)
  const isFirst = (event.event.step as { before?: { records?: unknown } } | null)?.before?.records === 0
  if (isFirst) return []
  return pack.gates
    .filter((row) => row.acts.includes(act) && isFor(row, kind) && appliesTo(row, seen) === true)
    .flatMap((row) => (asked.has(row.id) ? [] : [finding(`${place}/rules`, 'absent', { id: row.id })]))
}
