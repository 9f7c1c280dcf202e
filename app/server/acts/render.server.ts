import type { Context } from '#app/domain/acts/act.ts'
import type { DocumentOrder } from '#app/domain/acts/documents.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import {
  carrierOf,
  kindOf,
  lastOf,
  latestVersion,
  type Matter,
  opened,
  recordsOf,
  roundsOf,
  standingAnswer,
  titleOf,
  unansweredUnits,
  versionById,
} from '#app/domain/matter/matter.ts'
import { type MatterRecord, type RecordOf, reviewPoints } from '#app/domain/matter/records.ts'
import { addressOf, printAddress } from '#app/domain/text/address.ts'
import { addresseeOf } from '#app/domain/text/addressee.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import zh from '#app/messages/zh.ts'
import type { Tx } from '../db.server.ts'
import * as adoption from '../export/adoption-table.server.ts'
import * as agenda from '../export/agenda.server.ts'
import * as sheet from '../export/approval-sheet.server.ts'
import * as draft from '../export/draft.server.ts'
import * as minutes from '../export/minutes.server.ts'
import * as notice from '../export/notice.server.ts'
import * as opinion from '../export/opinion.server.ts'
import * as own from '../export/own-opinion.server.ts'
import * as redHead from '../export/red-head.server.ts'
import { findTexts } from '../repositories/matters.server.ts'

type Rendered = { bytes: Uint8Array; template: string }
type Rendering = { tx: Tx; matter: Matter; record: MatterRecord; context: Context }

const unitName = (context: Context, unitId: string | null | undefined) =>
  unitId ? (context.directory.units.get(unitId)?.name ?? unitId) : ''
const shortName = (context: Context, unitId: string) => context.directory.units.get(unitId)?.shortName ?? unitId

/** A version as papers name it: its number and the beginning of its fingerprint. */
const versionWords = (matter: Matter, versionId: string) => {
  const version = versionById(matter, versionId)
  return version ? `第${version.payload.number}稿，指纹 ${version.payload.fingerprint.slice(0, 16)}` : ''
}

async function textOf(tx: Tx, versionId: string): Promise<LegalText> {
  const text = (await findTexts(tx, [versionId])).get(versionId)
  if (!text) throw new Error(`version ${versionId} has no text`)
  return text
}

/** Documents are made from the matter as its records tell it, the new record among them. They are Chinese in both languages of the interface. */
const templates: Record<DocumentOrder['template'], (rendering: Rendering) => Promise<Rendered>> = {
  draft: async ({ tx, matter }) => {
    const { versionId } = latestVersion(matter)!.payload
    return {
      bytes: await draft.draft({ text: await textOf(tx, versionId), origin: { matterId: matter.id, versionId } }),
      template: draft.templateVersion,
    }
  },
  'consultation-letter': async ({ matter, record, context }) => {
    const round = (record as RecordOf<'round-opened'>).payload
    const bytes = await notice.consultationNotice({
      documentTitle: titleOf(matter),
      addressees: round.unitIds.map((unitId) => unitName(context, unitId)),
      leadUnit: record.names.unit,
      dueOn: round.dueOn,
      workingDays: round.workingDays,
      provisional: round.provisional,
      questions: round.questions,
      silence: round.silence,
      contact: { person: record.names.person },
      attachments: [`${titleOf(matter)}（征求意见稿）`],
      date: context.today,
    })
    return { bytes, template: notice.templateVersion }
  },
  'adoption-table': async ({ tx, matter, record, context }) => ({
    bytes: await adoption.adoptionTable(await adoptionData(tx, matter, record, context)),
    template: adoption.templateVersion,
  }),
  'own-opinion': async ({ matter, record, context }) => {
    const { versionId, conclusion, words } = (record as RecordOf<'own-opinion-given'>).payload
    const bytes = await own.ownOpinion({
      unit: record.names.unit,
      documentTitle: titleOf(matter),
      reviewedText: versionWords(matter, versionId),
      conclusion,
      words,
      reviewer: record.names.person,
      date: context.today,
    })
    return { bytes, template: own.templateVersion }
  },
  'review-opinion': async ({ matter, record, context }) => {
    const { versionId, number, conclusion, points, items, words } = (record as RecordOf<'review-issued'>).payload
    const bytes = await opinion.opinion({
      reviewer: record.names.unit,
      number,
      addressee: unitName(context, opened(matter)!.payload.leadUnitId),
      documentTitle: titleOf(matter),
      reviewedText: versionWords(matter, versionId),
      receivedOn: lastOf(matter, 'submitted')?.on,
      conclusion,
      words,
      date: context.today,
      kind: kindOf(matter)!,
      points: Object.fromEntries(reviewPoints.map((point) => [point, points[point]?.finding ?? null])),
      items: items.map((item) => ({
        clause: item.anchor?.address ?? '全文',
        issue: item.issue,
        law: item.law,
        suggestion: item.suggestion,
      })),
    })
    return { bytes, template: opinion.templateVersion }
  },
  agenda: async ({ matter, record, context }) => {
    const { meeting, on, invitedUnitIds } = (record as RecordOf<'meeting-scheduled'>).payload
    const reviewer = unitName(context, opened(matter)!.payload.units.reviewUnitId)
    const topic = {
      title: titleOf(matter),
      reporter: lastOf(matter, 'topic-proposed')?.payload.reporter ?? '',
      reviewer,
      attending: invitedUnitIds.map((unitId) => shortName(context, unitId)),
      papers: papersOf(matter),
    }
    return { bytes: await agenda.agenda({ meeting, on, topics: [topic] }), template: agenda.templateVersion }
  },
  minutes: async ({ matter, record, context }) => {
    const { number, result, decisions } = (record as RecordOf<'minutes-issued'>).payload
    const meeting = lastOf(matter, 'meeting-scheduled')!.payload
    const kept = lastOf(matter, 'meeting-recorded')
    const chair = kept?.payload.speeches.find((speech) => speech.chief)?.person ?? ''
    const { governmentId, officeId } = opened(matter)!.payload.units
    const bytes = await minutes.minutes({
      head: `${unitName(context, governmentId)}${zh.vocabulary[`meeting-${meeting.kind}`]}纪要`,
      number: number ?? null,
      issuer: unitName(context, officeId ?? governmentId),
      meeting: meeting.meeting,
      heldOn: meeting.on,
      chair,
      topics: [{ title: titleOf(matter), result, decisions: decisions.map((decision) => decision.words) }],
      attended: kept?.payload.attendance.map((one) => one.person) ?? [],
      satIn: meeting.invitedUnitIds.map((unitId) => shortName(context, unitId)),
      date: context.today,
    })
    return { bytes, template: minutes.templateVersion }
  },
  'approval-sheet': async ({ tx, matter, record, context }) => {
    const issued = record as RecordOf<'approval-sheet-issued'>
    const addressee = addresseeOf(await textOf(tx, issued.payload.versionId))
    return {
      bytes: await sheet.approvalSheet({ ...sheetData(matter, issued, context), addressee }),
      template: sheet.templateVersion,
    }
  },
  'red-head': async ({ tx, matter, record, context }) => {
    const issued = (record as RecordOf<'issued'>).payload
    const opening = opened(matter)!.payload
    const issuers = [
      opening.issuerId,
      ...(opening.authority === 'department-with-consent' || opening.authority === 'department'
        ? opening.jointUnitIds
        : []),
    ]
    const office =
      opening.units.officeId && opening.authority !== 'department'
        ? unitName(context, opening.units.officeId)
        : unitName(context, opening.issuerId)
    const bytes = await redHead.redHead({
      carrier: carrierOf(matter),
      isEnclosed: opening.enclosed !== null,
      text: await textOf(tx, issued.versionId),
      title: titleOf(matter),
      issuers: issuers.map((unitId) => unitName(context, unitId)),
      number: issued.documentNumber,
      date: issued.writtenOn,
      addressee: issued.addressee,
      copies: issued.copies,
      // 签发人 stands on papers sent upward and under orders; a normative document goes down or out.
      ...(opening.carrier === 'order' ? { signatory: { name: issued.signatory } } : {}),
      printedBy: office,
      printedOn: issued.printedOn,
    })
    return { bytes, template: redHead.templateVersion }
  },
}

export const renderDocument = (
  tx: Tx,
  template: DocumentOrder['template'],
  matter: Matter,
  record: MatterRecord,
  context: Context,
): Promise<Rendered> => templates[template]({ tx, matter, record, context })

async function adoptionData(
  tx: Tx,
  matter: Matter,
  record: MatterRecord,
  context: Context,
): Promise<adoption.AdoptionTable> {
  const text = await textOf(tx, latestVersion(matter)!.payload.versionId)
  const clause = (provisionId: string) => {
    const address = addressOf(text, provisionId)
    return address ? printAddress(address) : null
  }
  const rows = ledgerOf(matter).map((one) => ({
    unit: one.unit,
    clause: one.anchor?.address ?? '全文',
    opinion: one.proposed && one.proposed !== one.words ? `${one.words}\n建议修改为：${one.proposed}` : one.words,
    disposition: one.disposition?.disposition ?? null,
    reason: [one.disposition?.reason, changeWords(one.disposition?.provisionIds.map(clause) ?? [])]
      .filter(Boolean)
      .join('\n'),
  }))
  const rounds = roundsOf(matter)
  const answersOf = rounds.flatMap((round) =>
    round.opening.payload.unitIds.map((unitId) => standingAnswer(round, unitId)).filter((answer) => answer !== null),
  )
  const plain = answersOf
    .filter((answer) => !rows.some((row) => row.unit === answer.names.unit))
    .map((answer) => ({ unit: answer.names.unit, answer: zh.vocabulary[`answer-${answer.payload.answer}`] }))
  return {
    documentTitle: titleOf(matter),
    rows,
    withoutOpinions: plain,
    unanswered: [...new Set(rounds.flatMap(unansweredUnits))].map((unitId) => unitName(context, unitId)),
    unit: record.names.unit,
    date: context.today,
  }
}

const changeWords = (clauses: Array<string | null>) => {
  const known = clauses.filter((clause) => clause !== null)
  return known.length > 0 ? `对应修改：${known.join('、')}` : ''
}

/** Papers of a topic: what is kept of the matter, by name, the newest of each. */
const papersOf = (matter: Matter): string[] => [
  `${titleOf(matter)}（送审稿）`,
  ...new Set(
    matter.records.flatMap((record) => record.documents.map((document) => document.name.replace(/\.docx$/, ''))),
  ),
]

const publicityWords = { active: '主动公开', 'on-request': '依申请公开', 'not-public': '不予公开' } as const

function sheetData(matter: Matter, record: RecordOf<'approval-sheet-issued'>, context: Context): sheet.ApprovalSheet {
  const opening = opened(matter)!
  const openness = recordsOf(matter, 'companion-saved')
    .filter((one) => one.payload.kind === 'openness')
    .at(-1)?.payload
  const review = lastOf(matter, 'review-issued')
  const minutesIssued = lastOf(matter, 'minutes-issued')
  const meeting = lastOf(matter, 'meeting-scheduled')
  const drafter = context.directory.people.get(opening.payload.drafterPersonId)?.name ?? ''
  return {
    issuer: unitName(context, opening.payload.issuerId),
    title: titleOf(matter),
    carrier: carrierOf(matter),
    number: null,
    signedText: versionWords(matter, record.payload.versionId),
    draftedBy: { unit: unitName(context, opening.payload.leadUnitId), person: drafter },
    publicity: openness?.publicity && publicityWords[openness.publicity],
    reviewOpinion: review
      ? `${review.payload.number}，${zh.vocabulary[`conclusion-${review.payload.conclusion}`]}`
      : undefined,
    meeting:
      meeting && minutesIssued
        ? `${meeting.payload.meeting}，${zh.vocabulary[`result-${minutesIssued.payload.result}`]}`
        : undefined,
    entries: { drafter: [{ name: drafter, date: opening.on }] },
  }
}
