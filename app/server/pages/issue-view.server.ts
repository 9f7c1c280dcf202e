import { postsWith } from '#app/domain/access/directory.ts'
import type { Role } from '#app/domain/access/roles.ts'
import { publicationDue, ranks, seriesFor, standingNumber } from '#app/domain/acts/issuing.ts'
import { daysBetween, shanghaiDate } from '#app/domain/base/date.ts'
import type { Source } from '#app/domain/base/source.ts'
import { workingDaysBetween } from '#app/domain/calendar/working-days.ts'
import { nextNumber } from '#app/domain/document/numbers.ts'
import {
  isStillBound,
  lastOf,
  latestVersion,
  type Matter,
  opened,
  recordsOf,
  substantiveSince,
  versionById,
} from '#app/domain/matter/matter.ts'
import type { RecordOf } from '#app/domain/matter/records.ts'
import { parameterOf } from '#app/domain/procedure/pack.ts'
import { addressOf, printAddress } from '#app/domain/text/address.ts'
import { addresseeOf } from '#app/domain/text/addressee.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { findSeries } from '../repositories/law.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { formKey } from './act-form.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { shownIf, shownRecord, signed } from './signed.server.ts'
import { datesOf, publicDocument, publishedVersionId, validityOf } from './public-view.server.ts'

const numberedKinds = ['document', 'register'] as const

/** Acts with a form for each number: each form has a key of its own. */
export const formKeys = () =>
  Object.fromEntries(
    ['number-document', 'void-number'].flatMap((act) => numberedKinds.map((kind) => [`${act} ${kind}`, formKey()])),
  )

/** The sheet and who signed it are for those who make and decide the document, not for consulted units. */
const mayReadSheet = ({ relations }: MatterPage) =>
  relations.has('own') || relations.has('lead') || relations.has('reviewing')

type Bound = { versionId: string; fingerprint: string }

/** Which text it was given for, whether it still stands for it, and by which changes it does not. */
function boundTo(matter: Matter, { versionId, fingerprint }: Bound, text: LegalText | undefined) {
  const version = versionById(matter, versionId)?.payload
  const stands = isStillBound(matter, { fingerprint })
  const voidedBy = stands
    ? []
    : substantiveSince(matter, versionId).map((id) => {
        const address = text && addressOf(text, id)
        return address ? printAddress(address) : null
      })
  return {
    versionId,
    version: version?.number ?? 0,
    fingerprint,
    stands,
    voidedBy: [...new Set(voidedBy.filter((address) => address !== null))],
    deleted: voidedBy.filter((address) => address === null).length,
  }
}

const signatureOf = (page: MatterPage, record: RecordOf<'sheet-signed'>, text: LegalText | undefined) => ({
  ...signed(page, record),
  rank: record.payload.rank,
  opinion: record.payload.opinion,
  words: record.payload.words ?? null,
  substitute: record.payload.substitute ?? null,
  substitution: record.payload.substitution ?? null,
  files: record.payload.files,
  ...boundTo(page.matter, record.payload, text),
})

/** Places of the sheet that a role may sign. */
const ranksFor = (roles: readonly Role[]) =>
  Object.entries(ranks)
    .filter(([, allowed]) => allowed.some((role) => roles.includes(role)))
    .map(([rank]) => rank)

/** The viewer's own places; and those of the people for whom he may record a signature. */
function ranksOf({ viewer, directory }: MatterPage, people: ReadonlyArray<{ value: string }>): string[] {
  const own = ranksFor(viewer.post.roles)
  const recorded = people.flatMap(({ value }) => ranksFor(directory.posts.get(value)?.roles ?? []))
  return Object.keys(ranks).filter((rank) => own.includes(rank) || recorded.includes(rank))
}

/** What the series of each number gives next; null where there is no series. */
async function nextNumbers({ matter, today }: MatterPage) {
  if (!opened(matter)) return {}
  const series = await findSeries(world().database.client)
  return Object.fromEntries(
    numberedKinds.map((kind) => {
      const mine = seriesFor(matter, kind, series)
      return [kind, mine && nextNumber(mine, today).text]
    }),
  )
}

function numbersOf(page: MatterPage) {
  const { matter } = page
  const reasons = new Map(recordsOf(matter, 'number-voided').map((record) => [record.payload.issuedNumberId, record]))
  return recordsOf(matter, 'numbered').map((record) => {
    const voided = reasons.get(record.payload.issuedNumberId)
    return {
      ...shownRecord(page, record),
      voided: voided ? { reason: voided.payload.reason, on: voided.on, by: voided.names.person } : null,
    }
  })
}

/** Twenty working days from the day it was made, with the count and its rule; after the publication as it stood then. */
function publicationDeadline({ matter, pack, calendar, today, locale }: MatterPage) {
  const parameter = pack?.parameters.find(({ key }) => key === 'publication.deadline')
  const issued = lastOf(matter, 'issued')
  if (!pack || !parameter || !issued) return null
  const days = parameterOf<number>(pack, parameter.key)
  const due = publicationDue(matter, days, calendar)!
  const from = shanghaiDate(issued.at)
  const publishedOn = lastOf(matter, 'published')?.payload.publishedOn
  const left = workingDaysBetween(publishedOn ?? today, due.date, calendar).days
  const isLate = (publishedOn ?? today) > due.date
  return {
    date: due.date,
    provisional: due.provisional,
    done: Boolean(publishedOn) && !isLate,
    workingDaysLeft: isLate ? Math.min(left, -1) : left,
    count: { from, days, unit: 'working' as const, skipped: daysBetween(from, due.date) - days },
    source: parameter.sources[0] as Source | undefined,
    ruleName: wordsIn(locale, parameter.name),
  }
}

export async function issueView(
  page: MatterPage,
  { people, preview }: { people: ReadonlyArray<{ value: string }>; preview: boolean },
) {
  const { matter, directory, today } = page
  const versionId = publishedVersionId(matter)
  const latest = latestVersion(matter)
  const texts = await findTexts(
    world().database.client,
    [versionId, latest?.payload.versionId].filter((id): id is string => Boolean(id)),
  )
  const text = versionId ? texts.get(versionId) : undefined
  const current = latest ? texts.get(latest.payload.versionId) : undefined
  const readable = mayReadSheet(page)
  const signatures = recordsOf(matter, 'sheet-signed')
  const issuing = signatures.filter(({ payload }) => payload.rank === 'issuer' && payload.opinion !== 'disagree').at(-1)
  const validity = text ? validityOf(matter, text) : null
  const reached = Boolean(lastOf(matter, 'approval-sheet-issued') || lastOf(matter, 'minutes-issued'))
  return {
    today,
    versionId: latest?.payload.versionId ?? '',
    reached,
    readable,
    sheets: readable
      ? recordsOf(matter, 'approval-sheet-issued').map((record) => ({
          ...signed(page, record),
          ...boundTo(matter, record.payload, current),
        }))
      : [],
    signatures: readable ? signatures.map((record) => signatureOf(page, record, current)) : [],
    ranks: ranksOf(page, people),
    numbers: numbersOf(page),
    next: await nextNumbers(page),
    standing: Object.fromEntries(
      numberedKinds.map((kind) => [kind, standingNumber(matter, kind)?.payload.number ?? null]),
    ),
    issued: shownIf(page, lastOf(matter, 'issued')),
    published: shownIf(page, lastOf(matter, 'published')),
    registered: shownIf(page, lastOf(matter, 'registered')),
    filings: recordsOf(matter, 'filing-recorded').map((record) => shownRecord(page, record)),
    dates: datesOf(matter, validity),
    validity,
    deadline: publicationDeadline(page),
    presets: {
      addressee: (current && addresseeOf(current)) ?? '',
      signatory: issuing?.names.person ?? defaultSignatory(page),
    },
    publicity:
      recordsOf(matter, 'companion-saved')
        .filter(({ payload }) => payload.kind === 'openness')
        .at(-1)?.payload.publicity ?? null,
    isPublic: page.stage === 'published' || page.stage === 'registered',
    preview: preview && readable && text && reached ? publicDocument(matter, text, directory) : null,
  }
}
export type IssueView = Awaited<ReturnType<typeof issueView>>

/** Before the signature: the head of the issuer. */
function defaultSignatory({ matter, directory, today }: MatterPage): string {
  const issuerId = opened(matter)?.payload.issuerId
  const heads = issuerId
    ? [
        ...postsWith(directory, issuerId, 'chief-executive', today),
        ...postsWith(directory, issuerId, 'unit-head', today),
      ]
    : []
  return heads[0]?.personName ?? ''
}
