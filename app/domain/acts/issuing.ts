import { z } from 'zod'
import { shanghaiDate } from '../base/date.ts'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, plainDate, words } from '../base/schemas.ts'
import { workingDayDeadline } from '../calendar/working-days.ts'
import { nextNumber, type NumberKind, type numberKinds, readBorrowed, type Series } from '../document/numbers.ts'
import { lastOf, latestVersion, type Matter, opened, recordsOf } from '../matter/matter.ts'
import { openOpinions } from '../matter/ledger.ts'
import type { Payload } from '../matter/records.ts'
import { approvalStanding } from '../matter/standing.ts'
import { currentUnit, jointUnitsOf } from '../matter/units.ts'
import { addressOf, printAddress } from '../text/address.ts'
import type { LegalText } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { readValidity } from '../text/validity.ts'
import { act, boundLatest, type Context, filesOf, refuse, seenVersion } from './act.ts'
import { substitutionIn } from './substitution.ts'

const office = { roles: ['office-clerk', 'office-head'], relations: ['own'] } as const
/** A department issues its own documents itself: its drafter works the sheet. */
const ownDepartment = { roles: ['drafter', 'office-clerk'], relations: ['own'] } as const

/** The approval sheet (发文审批单、签批单) for the text as it stands: printed, signed, and its scan taken back. */
export const issueApprovalSheet = act({
  name: 'issue-approval-sheet',
  subject: 'matter',
  input: z.object({}),
  grants: [
    { ...office, stages: ['signing'] },
    { ...ownDepartment, stages: ['signing'] },
  ],
  event: 'approval-sheet-issued',
  decide: (matter) => {
    const bound = boundLatest(matter)
    if (!bound) return refuse('no-text')
    return ok([
      {
        do: 'record',
        kind: 'approval-sheet-issued',
        payload: bound,
        document: { template: 'approval-sheet', name: '发文审批单.docx' },
      },
    ])
  },
})

/** Who signs at which place of the sheet. `issuer` is the signature that issues (签发). */
export const ranks = {
  drafter: ['drafter'],
  'copy-editor': ['copy-editor'],
  countersign: ['unit-head'],
  'unit-head': ['unit-head'],
  'office-head': ['office-head'],
  'secretary-general': ['secretary-general'],
  'deputy-chief': ['deputy-chief'],
  issuer: ['chief-executive', 'unit-head', 'office-head', 'secretary-general'],
} as const
export type Rank = keyof typeof ranks

/**
 * Signs on the sheet. The password is asked for again; the signature binds signatory, post, opinion, fingerprint and the bytes of the
 * sheet. A circle counts as agreement (党政机关公文处理工作条例 第二十二条, excerpt). A substantive edit voids it.
 */
export const signSheet = act({
  name: 'sign-sheet',
  subject: 'matter',
  input: z.object({
    versionId: id,
    rank: z.enum(Object.keys(ranks) as [Rank, ...Rank[]]),
    opinion: z.enum(['agree', 'circled', 'disagree']),
    words: optionalWords,
    substitute: optionalLine,
    substituteAuthority: optionalLine,
  }),
  grants: [
    {
      roles: [
        'copy-editor',
        'office-head',
        'secretary-general',
        'deputy-chief',
        'chief-executive',
        'unit-head',
        'drafter',
      ],
      relations: ['own'],
      stages: ['signing'],
    },
    { roles: ['unit-head', 'drafter', 'deputy-chief'], relations: ['lead'], stages: ['signing'] },
  ],
  event: 'sheet-signed',
  password: true,
  decide: (matter, input, context) => {
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    if (!ranks[input.rank].some((role) => context.actor.roles.includes(role)))
      return refuse('rank-not-yours', {}, 'rank')
    if (input.rank === 'issuer' && !mayIssue(matter, context)) return refuse('issuer-not-yours', {}, 'rank')
    const unready = input.rank === 'issuer' && input.opinion !== 'disagree' && unreadyToIssue(matter, context)
    if (unready) return unready
    if (input.opinion === 'disagree' && !input.words) return refuse('words-missing', {}, 'words')
    const sheet = lastOf(matter, 'approval-sheet-issued')
    const document = sheet?.documents[0]
    if (!document) return refuse('sheet-missing')
    const substituted = substitutionIn(input, context)
    if (!substituted.ok) return substituted
    const { substitute: _, substituteAuthority: __, ...said } = input
    const bound = { ...seen.value, documentHash: document.hash }
    return ok([
      {
        do: 'record',
        kind: 'sheet-signed',
        payload: { ...said, ...bound, ...substituted.value, files: filesOf(context, 'files') },
      },
    ])
  },
})

/**
 * What keeps a document from being issued whatever its pack says: an opinion that came late and is not settled, and in a joint
 * document the head of a unit who has not countersigned this text (党政机关公文处理工作条例 第二十二条, excerpt).
 */
function unreadyToIssue(matter: Matter, context: Context) {
  const open = openOpinions(matter).length
  if (open > 0) return refuse('opinions-open', { count: open }, 'rank')
  const { authority } = opened(matter)!.payload
  if (authority !== 'department' && authority !== 'department-with-consent') return null
  const signed = new Set(
    recordsOf(matter, 'sheet-signed')
      .filter(({ payload }) => payload.rank === 'countersign' && payload.opinion !== 'disagree')
      .filter(({ payload }) => approvalStanding(matter, 'sheet-signature', payload)?.fresh)
      .map(({ unitId }) => currentUnit(matter, unitId)),
  )
  const missing = jointUnitsOf(matter).filter((unitId) => !signed.has(unitId))
  if (missing.length === 0) return null
  const units = missing.map((unitId) => context.directory.units.get(unitId)?.name ?? unitId)
  return refuse('countersignature-missing', { units: units.join('、') }, 'rank')
}

/** The head of a government signs for the government, the head of its office for the office, the head of a department for its own. */
function mayIssue(matter: Matter, context: Context): boolean {
  const { authority, issuerId, units } = opened(matter)!.payload
  const { unitId, roles } = context.actor
  if (authority === 'government') return roles.includes('chief-executive') && unitId === units.governmentId
  if (authority === 'government-office')
    return (
      roles.includes('chief-executive') ||
      (roles.includes('office-head') && unitId === units.officeId) ||
      (roles.includes('secretary-general') && [units.officeId, units.governmentId].includes(unitId))
    )
  return roles.includes('unit-head') && unitId === currentUnit(matter, issuerId)
}

/** Gives the next number of a series, or takes one from another system; it is checked to be unique either way. */
export const numberDocument = act({
  name: 'number-document',
  subject: 'matter',
  input: z.object({ kind: z.enum(['document', 'register']), borrowed: optionalLine, borrowedFrom: optionalLine }),
  grants: [
    { ...office, stages: ['signed', 'numbered'] },
    { ...ownDepartment, stages: ['signed', 'numbered'] },
    { roles: ['register-keeper'], relations: ['reviewing', 'own'], stages: ['signed', 'numbered'] },
  ],
  event: 'document-numbered',
  decide: (matter, input, context) => {
    if (standingNumber(matter, input.kind)) return refuse('numbered-already', { kind: input.kind })
    const issuedNumberId = context.newId()
    if (input.borrowed) {
      const borrowed = readBorrowed(input.borrowed)
      if (!borrowed.ok) return refuse('number-malformed', {}, 'borrowed')
      if (!input.borrowedFrom) return refuse('borrowed-from-missing', {}, 'borrowedFrom')
      return ok([
        { do: 'borrowed-number', issuedNumberId, kind: input.kind, ...borrowed.value },
        {
          do: 'record',
          kind: 'numbered',
          payload: {
            kind: input.kind,
            number: borrowed.value.text,
            issuedNumberId,
            borrowed: true,
            borrowedFrom: input.borrowedFrom,
          },
        },
      ])
    }
    const series = seriesFor(matter, input.kind, context.series)
    if (!series)
      return refuse('series-missing', {
        kind: input.kind,
        unit: context.directory.units.get(opened(matter)!.payload.issuerId)?.name ?? '',
      })
    const allocated = nextNumber(series, context.today)
    return ok([
      { do: 'number', issuedNumberId, allocated },
      {
        do: 'record',
        kind: 'numbered',
        payload: { kind: input.kind, number: allocated.text, issuedNumberId, borrowed: false },
      },
    ])
  },
})

/** The series that numbers a document: the issuer's own first; a department without one is registered in its government's. */
export function seriesFor(matter: Matter, kind: NumberKind, series: readonly Series[]): Series | null {
  const { issuerId, units } = opened(matter)!.payload
  return (
    [issuerId, units.officeId, units.governmentId]
      .map((unitId) => series.find((one) => one.kind === kind && one.unitId === unitId))
      .find((one) => one !== undefined) ?? null
  )
}

/** The number in use: given and not voided. */
export function standingNumber(matter: Matter, kind: (typeof numberKinds)[number]) {
  const voided = new Set(recordsOf(matter, 'number-voided').map((record) => record.payload.issuedNumberId))
  return (
    recordsOf(matter, 'numbered')
      .filter((record) => record.payload.kind === kind && !voided.has(record.payload.issuedNumberId))
      .at(-1) ?? null
  )
}

/** A number is never given again; a voided one stays in its series with the reason. */
export const voidNumber = act({
  name: 'void-number',
  subject: 'matter',
  input: z.object({ kind: z.enum(['document', 'register']), reason: words }),
  grants: [
    { ...office, stages: ['signed', 'numbered'] },
    { ...ownDepartment, stages: ['signed', 'numbered'] },
  ],
  event: 'number-voided',
  decide: (matter, input) => {
    const number = standingNumber(matter, input.kind)
    if (!number) return refuse('number-missing')
    const { issuedNumberId, number: text } = number.payload
    return ok([
      { do: 'number-voided', issuedNumberId, reason: input.reason },
      {
        do: 'record',
        kind: 'number-voided',
        payload: { issuedNumberId, kind: input.kind, number: text, reason: input.reason },
      },
    ])
  },
})

/** Prints the red-letterhead document. Its date is the date of the signature that issues (成文日期). */
export const issueDocument = act({
  name: 'issue-document',
  subject: 'matter',
  input: z.object({ addressee: optionalLine, copies: optionalLine, signatory: line }),
  grants: [
    { ...office, stages: ['numbered'] },
    { ...ownDepartment, stages: ['numbered'] },
  ],
  event: 'document-issued',
  decide: (matter, input, context) => {
    const document = standingNumber(matter, 'document')
    const register = standingNumber(matter, 'register')
    if (!document || !register) return refuse('number-missing')
    const signature = recordsOf(matter, 'sheet-signed')
      .filter((record) => record.payload.rank === 'issuer')
      .at(-1)!
    return ok([
      {
        do: 'record',
        kind: 'issued',
        payload: {
          ...boundLatest(matter)!,
          ...input,
          documentNumber: document.payload.number,
          registerNumber: register.payload.number,
          printedOn: context.today,
          writtenOn: signature.on,
        },
        document: {
          template: 'red-head',
          name: `${latestVersion(matter)!.payload.title}（${document.payload.number}）.docx`,
        },
      },
    ])
  },
})

/** Publishes on the public page, with its interpretation, and takes the gazette issue or the portal address as proof. */
export const publish = act({
  name: 'publish',
  subject: 'matter',
  input: z.object({ publishedOn: plainDate, gazette: optionalLine, address: optionalLine }),
  grants: [
    { ...office, stages: ['issued'] },
    { ...ownDepartment, stages: ['issued'] },
  ],
  event: 'published',
  decide: (matter, input, context) => {
    if (!input.gazette && !input.address) return refuse('publication-without-proof', {}, 'gazette')
    if (input.publishedOn > context.today) return refuse('date-in-future', {}, 'publishedOn')
    const issued = lastOf(matter, 'issued')!
    if (input.publishedOn < issued.payload.writtenOn)
      return refuse('published-before-signed', { writtenOn: issued.payload.writtenOn }, 'publishedOn')
    const { versionId, fingerprint } = issued.payload
    return ok([
      {
        do: 'record',
        kind: 'published',
        payload: { ...input, versionId, fingerprint, files: filesOf(context, 'files') },
      },
    ])
  },
})

/**
 * Enters the published text in the register with its validity read from its own words: the clause it came from, both readings of a
 * term of years, or "not stated". Where the words leave two readings the keeper confirms one by name.
 */
export const enterRegister = act({
  name: 'enter-register',
  subject: 'matter',
  input: z.object({ confirmedEnd: plainDate.optional() }),
  grants: [
    { roles: ['register-keeper', 'office-clerk'], relations: ['own', 'reviewing'], stages: ['published'] },
    { ...ownDepartment, stages: ['published'] },
  ],
  event: 'register-entered',
  texts: (matter) => [lastOf(matter, 'published')?.payload.versionId],
  decide: (matter, input, context) => {
    const publication = lastOf(matter, 'published')!
    const text = context.texts.get(publication.payload.versionId)!
    const validity = readValidity(text, publication.payload.publishedOn)
    const readings = validity.end.flatMap(({ date, reading }) => (date ? [{ date, reading }] : []))
    if (input.confirmedEnd && !readings.some(({ date }) => date === input.confirmedEnd))
      return refuse('reading-unknown', {}, 'confirmedEnd')
    const payload: Payload<'registered'> = {
      entryId: context.newId(),
      effectiveOn: validity.effective.date,
      effectiveReading: validity.effective.reading,
      endReadings: readings,
      confirmedEnd:
        input.confirmedEnd ?? (new Set(readings.map(({ date }) => date)).size === 1 ? readings[0]!.date : null),
      clauses: clausesOf(text, validity),
      repeals: validity.repeals.map(({ title }) => title),
    }
    return ok([{ do: 'record', kind: 'registered', payload }])
  },
})

/** The clauses that a reading of validity came from, with their words. */
export function clausesOf(
  text: LegalText,
  validity: ReturnType<typeof readValidity>,
): Payload<'registered'>['clauses'] {
  const placed = new Map(place(text).map((one) => [one.provision.id, one]))
  const clause = (what: Payload<'registered'>['clauses'][number]['what'], clauseId: string | null | undefined) => {
    const provision = clauseId ? placed.get(clauseId) : undefined
    if (!clauseId || !provision) return []
    const address = addressOf(text, clauseId)
    return [
      {
        what,
        provisionId: clauseId,
        address: address ? printAddress(address) : provision.label,
        quote: provision.provision.text,
      },
    ]
  }
  return [
    ...clause('effective', validity.effective.clauseId),
    ...validity.end.slice(0, 1).flatMap((end) => clause('end', end.clauseId)),
    ...validity.repeals.flatMap((repeal) => clause('repeal', repeal.clauseId)),
    ...clause('interpreter', validity.interpreter?.clauseId),
  ]
}

/** The number that the filing authority gave (备案号): the third of the three numbers. */
export const recordFiling = act({
  name: 'record-filing',
  subject: 'matter',
  input: z.object({ authority: line, number: line, on: plainDate }),
  grants: [
    {
      roles: ['office-clerk', 'register-keeper', 'filing-reviewer'],
      relations: ['own', 'reviewing', 'lead'],
      stages: ['published', 'registered'],
    },
  ],
  event: 'filing-recorded',
  decide: (_, input, context) =>
    input.on > context.today
      ? refuse('date-in-future', {}, 'on')
      : ok([{ do: 'record', kind: 'filing-recorded', payload: { ...input, files: filesOf(context, 'files') } }]),
})

/** The last day on which it has to be public: 20 working days after it was made (政府信息公开条例 第二十六条, verified). */
export const publicationDue = (matter: Matter, days: number, calendar: Context['calendar']) => {
  const issued = lastOf(matter, 'issued')
  return issued ? workingDayDeadline(shanghaiDate(issued.at), days, calendar) : null
}
