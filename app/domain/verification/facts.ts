import { daysFrom, noticesOf } from './days.ts'
import { differences, type Finding, under } from './finding.ts'
import { lastPayload, packNow, payloadsOf, recordsOfKind, saidIn } from './file.ts'
import type { Certificate, CountedDays, FactValue } from './shape.ts'

type Payload = Record<string, unknown>

/** What a fact must be by the records; `undefined` where the records of a certificate do not tell. */
type Told = FactValue | undefined

const plainValue = (value: unknown): FactValue =>
  Array.isArray(value)
    ? value.length
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null

/** Facts that say that something was done at all, and the kind of record that it leaves. */
const presence = new Map(
  Object.entries({
    'matter.opened': 'opened',
    'recognition.proposed': 'recognition-proposed',
    'ownOpinion.present': 'own-opinion-given',
    'submission.present': 'submitted',
    'review.accepted': 'review-accepted',
    'review.drafted': 'review-drafted',
    'topic.proposed': 'topic-proposed',
    'sheet.present': 'approval-sheet-issued',
    'issued.present': 'issued',
    'publication.present': 'published',
    'conclusion.present': 'concluded',
    'archive.present': 'archived',
    'register.entered': 'registered',
    'filing.recorded': 'filing-recorded',
  }),
)

/** Facts that count records, or take a value from the last record of a kind. */
const counted = new Map(Object.entries({ 'text.versions': 'version-saved', 'rounds.count': 'round-opened' }))
const taken = new Map<string, [kind: string, name: string]>(
  Object.entries({
    'matter.authority': ['opened', 'authority'],
    'matter.carrier': ['opened', 'carrier'],
    'matter.enclosed': ['opened', 'enclosed'],
    'matter.level': ['opened', 'issuerLevel'],
    'matter.entrance': ['opened', 'entrance'],
    'recognition.opinion': ['recognition-opinion', 'opinion'],
    'recognition.normative': ['recognised', 'normative'],
    'major.decided': ['major-decided', 'major'],
    'text.version': ['version-saved', 'number'],
    'submission.allowedWorkingDays': ['submitted', 'allowedWorkingDays'],
    'publication.on': ['published', 'publishedOn'],
  }),
)

/** Days between two dates of one evidence. */
const between = new Map(
  Object.entries({
    'hearing.materialDays': { from: 'materialsSentOn', to: 'heldOn', unit: 'calendar-day' },
    'hearing.noticeDays': { from: 'noticeOn', to: 'heldOn', unit: 'calendar-day' },
  }),
)

/** The dates from which a fact is counted; `null` for a fact that is none, or of which a date is not said. */
export function datesOf(fact: string, certificate: Certificate): CountedDays | null {
  const found = datesBehind(fact, certificate)
  if (!found) return null
  const days = daysFrom(found.from, found.to, found.unit, noticesOf(certificate.holidays))
  return days === null ? null : { ...found, counted: days }
}

function datesBehind(fact: string, certificate: Certificate): Omit<CountedDays, 'counted'> | null {
  const dated = (from: unknown, to: unknown, unit: string) =>
    typeof from === 'string' && typeof to === 'string' ? { from, to, unit } : null
  if (fact === 'review.takenWorkingDays') return reviewDates(certificate)
  const [subject, kind = '', name = ''] = fact.split('.')
  if (subject !== 'evidence') return null
  const payload = evidenceOf(certificate, kind)
  if (!payload) return null
  if (name === 'days') return dated(payload.from, payload.to, 'calendar-day')
  const rule = between.get(`${kind}.${name}`)
  const fields = (payload.fields ?? {}) as Payload
  return rule ? dated(fields[rule.from], fields[rule.to], rule.unit) : null
}

/** From the acceptance to the opinion that followed it. */
function reviewDates(certificate: Certificate): Omit<CountedDays, 'counted'> | null {
  const accepted = recordsOfKind(certificate, 'review-accepted').at(-1)
  const issued = recordsOfKind(certificate, 'review-issued').at(-1)
  return accepted && issued && issued.seq > accepted.seq
    ? { from: accepted.on, to: issued.on, unit: 'working-day' }
    : null
}

const evidenceOf = (certificate: Certificate, kind: string): Payload | null =>
  payloadsOf(certificate, 'evidence-entered')
    .filter(({ step }) => step === kind)
    .at(-1) ?? null

const common = new Set(['on', 'conclusion', 'ground', 'approver'])

function evidenceFact(fact: string, certificate: Certificate): Told {
  const [, kind = '', name] = fact.split('.')
  const payload = evidenceOf(certificate, kind)
  if (name === undefined) return payload !== null
  // Whether it still covers the text follows from comparing texts, which a certificate does not carry.
  if (name === 'fresh') return undefined
  if (name === 'days' || between.get(`${kind}.${name}`)) return datesOf(fact, certificate)?.counted ?? null
  if (payload === null) return null
  return plainValue(common.has(name) ? payload[name] : ((payload.fields ?? {}) as Payload)[name])
}

function givenFact(name: string, certificate: Certificate): Told {
  const changed = payloadsOf(certificate, 'facts-changed').at(-1) ?? lastPayload(certificate, 'opened')
  const given = plainValue(((changed.facts ?? {}) as Payload)[name])
  return name === 'listed' ? plainValue(saidIn(lastPayload(certificate, 'major-decided'), 'listed') ?? given) : given
}

function ruleFactOf(key: string, certificate: Certificate): Told {
  const value = packNow(certificate)?.value.parameters.find((one) => one.key === key)?.value
  return typeof value === 'object' ? null : plainValue(value)
}

const yesOrNo = (value: Told): boolean | null => (typeof value === 'boolean' ? value : null)

/**
 * Which bodies of procedure a matter is under, told by its kind and what was decided on it. A document that is also a decision is under
 * both, unless the pack sends documents to their own procedure only.
 */
function regimeFact(name: string, certificate: Certificate): Told {
  const { kind } = certificate.matter
  const tell = (fact: string) => yesOrNo(toldFact(fact, certificate))
  const isDecision = kind === 'major-decision'
  const isDocument = kind === 'normative-document'
  if (name === 'normative') {
    const recognised = tell('recognition.normative')
    return isDocument ? recognised : isDecision && recognised === true
  }
  if (name === 'market') return (isDocument || isDecision) && tell('facts.marketRelated')
  const decided = tell('major.decided')
  if (isDecision) return decided !== false
  const ownOnly = toldFact('rule.documents.normative-decisions', certificate) === 'own-procedure'
  return isDocument && !ownOnly && (decided ?? tell('facts.majorDecision'))
}

/** What the records, the pack and the day of a certificate tell of a fact. */
export function toldFact(fact: string, certificate: Certificate): Told {
  if (fact === 'today') return certificate.on
  if (fact === 'matter.kind') return certificate.matter.kind
  const done = presence.get(fact)
  if (done) return recordsOfKind(certificate, done).length > 0
  const many = counted.get(fact)
  if (many) return recordsOfKind(certificate, many).length
  const from = taken.get(fact)
  if (from) return plainValue(saidIn(lastPayload(certificate, from[0]), from[1]))
  const [, subject = '', name = ''] = /^(\w+)\.(.*)$/.exec(fact) ?? []
  if (subject === 'rule') return ruleFactOf(name, certificate)
  if (subject === 'facts') return givenFact(name, certificate)
  if (subject === 'regime') return regimeFact(name, certificate)
  if (subject === 'evidence') return evidenceFact(fact, certificate)
  return fact === 'review.takenWorkingDays' ? (datesOf(fact, certificate)?.counted ?? null) : undefined
}

/** Facts that do not come out as the records tell them. */
export function factFindings(certificate: Certificate): Finding[] {
  return Object.entries(certificate.facts).flatMap(([fact, value]) => {
    const told = toldFact(fact, certificate)
    return told === undefined ? [] : differences(told, value, under('/facts', fact))
  })
}
