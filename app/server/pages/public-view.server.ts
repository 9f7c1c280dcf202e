import type { Directory } from '#app/domain/access/directory.ts'
import { clausesOf } from '#app/domain/acts/issuing.ts'
import { isPlainDate, type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import { carrierOf, lastOf, latestVersion, type Matter, opened, recordsOf, titleOf } from '#app/domain/matter/matter.ts'
import type { Payload } from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { readValidity } from '#app/domain/text/validity.ts'
import { clockOf } from '../clock.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'
import {
  findPublished,
  findPublishedId,
  findPublishedLine,
  type ValidityState,
  validityStates,
} from '../repositories/register.server.ts'
import { world } from '../world.server.ts'

/** Since when and how long a text is in force by its own words. */
export type ShownValidity = {
  /** Entered in the register, or only read from the words so far. */
  entered: boolean
  effectiveOn: PlainDate | null
  effectiveReading: string
  /** The other reading of a first day after so many days. */
  effectiveAlternative: PlainDate | null
  endReadings: Array<{ date: PlainDate; reading: string }>
  confirmedEnd: PlainDate | null
  clauses: Payload<'registered'>['clauses']
  repeals: string[]
}

/** A document as the public reads it, or as it will: nothing of its drafts, opinions and people but the signatory as printed. */
export type PublicDocument = {
  title: string
  text: LegalText
  issuers: string[]
  carrier: string
  documentNumber: string | null
  registerNumber: string | null
  filings: Array<{ authority: string; number: string; on: PlainDate }>
  signatory: string | null
  dates: {
    passedOn: PlainDate | null
    writtenOn: PlainDate | null
    printedOn: PlainDate | null
    publishedOn: PlainDate | null
    effectiveOn: PlainDate | null
  }
  validity: ShownValidity
  interpretation: string | null
  gazette: string | null
  address: string | null
  /** The issued document, byte for byte, and what was published with it. */
  files: Array<{ fileId: string; name: string; hash?: string }>
}

/** The version that was issued; before that the latest, for a preview. */
export const publishedVersionId = (matter: Matter): string | null =>
  (lastOf(matter, 'published') ?? lastOf(matter, 'issued') ?? latestVersion(matter))?.payload.versionId ?? null

/** The register's reading where it was entered; before that what the words say, the day of publication being given. */
export function validityOf(matter: Matter, text: LegalText): ShownValidity {
  const entry = lastOf(matter, 'registered')
  const read = readValidity(text, lastOf(matter, 'published')?.payload.publishedOn)
  const effectiveAlternative = read.effective.alternative ?? null
  if (entry) {
    const { effectiveOn, effectiveReading, endReadings, confirmedEnd, clauses, repeals } = entry.payload
    return {
      entered: true,
      effectiveOn,
      effectiveReading,
      effectiveAlternative,
      endReadings,
      confirmedEnd,
      clauses,
      repeals,
    }
  }
  return {
    entered: false,
    effectiveOn: read.effective.date,
    effectiveReading: read.effective.reading,
    effectiveAlternative,
    confirmedEnd: null,
    endReadings: read.end.flatMap(({ date, reading }) => (date ? [{ date, reading }] : [])),
    clauses: clausesOf(text, read),
    repeals: read.repeals.map(({ title }) => title),
  }
}

/** 会议通过, 成文, 印发, 公布, 施行. The first is the day of the meeting that passed it. */
export function datesOf(matter: Matter, validity: ShownValidity | null): PublicDocument['dates'] {
  const passed = recordsOf(matter, 'minutes-issued')
    .filter(({ payload }) => payload.result === 'passed' || payload.result === 'passed-in-principle')
    .at(-1)
  const meeting =
    passed &&
    recordsOf(matter, 'meeting-scheduled')
      .filter(({ payload }) => payload.meetingId === passed.payload.meetingId)
      .at(-1)
  const issued = lastOf(matter, 'issued')?.payload
  const signature = recordsOf(matter, 'sheet-signed')
    .filter(({ payload }) => payload.rank === 'issuer' && payload.opinion !== 'disagree')
    .at(-1)
  return {
    passedOn: meeting?.payload.on ?? null,
    writtenOn: issued?.writtenOn ?? signature?.on ?? null,
    printedOn: issued?.printedOn ?? null,
    publishedOn: lastOf(matter, 'published')?.payload.publishedOn ?? null,
    effectiveOn: validity?.effectiveOn ?? null,
  }
}

export function publicDocument(matter: Matter, text: LegalText, directory: Directory): PublicDocument {
  const { issuerId, jointUnitIds, authority } = opened(matter)!.payload
  const issued = lastOf(matter, 'issued')
  const publication = lastOf(matter, 'published')?.payload
  const interpretation = recordsOf(matter, 'companion-saved')
    .filter(({ payload }) => payload.kind === 'interpretation')
    .at(-1)?.payload
  const joint = authority === 'department' || authority === 'department-with-consent' ? jointUnitIds : []
  const validity = validityOf(matter, text)
  return {
    title: titleOf(matter),
    text,
    carrier: carrierOf(matter),
    issuers: [issuerId, ...joint].map((unitId) => directory.units.get(unitId)?.name ?? ''),
    documentNumber: issued?.payload.documentNumber ?? null,
    registerNumber: issued?.payload.registerNumber ?? null,
    signatory: issued?.payload.signatory ?? null,
    filings: recordsOf(matter, 'filing-recorded').map(({ payload: { authority: filedWith, number, on } }) => ({
      authority: filedWith,
      number,
      on,
    })),
    dates: datesOf(matter, validity),
    validity,
    interpretation: interpretation?.words || null,
    gazette: publication?.gazette ?? null,
    address: publication?.address ?? null,
    files: [
      ...(issued?.documents ?? []).map(({ fileId, name, hash }) => ({ fileId, name, hash })),
      ...(publication?.files ?? []),
      ...(interpretation?.files ?? []),
    ],
  }
}

export const today = async (): Promise<PlainDate> => {
  const { database, settings } = world()
  return shanghaiDate((await clockOf(database.client, settings)).now())
}

/** One published document by the address that was asked for; `null` for everything that is not published. */
export async function publishedDocument(address: string) {
  const { client } = world().database
  const matterId = await findPublishedId(client, address)
  const matter = matterId ? await findMatter(client, matterId) : null
  const versionId = matter && lastOf(matter, 'published')?.payload.versionId
  const text = versionId ? (await findTexts(client, [versionId])).get(versionId) : undefined
  if (!matter || !text) return null
  const on = await today()
  const line = await findPublishedLine(client, matter.id, on)
  return {
    id: matter.id,
    on,
    state: line?.state ?? 'not-entered',
    repealedOn: line?.repealedOn ?? null,
    document: publicDocument(matter, text, await findDirectory(client, client)),
  }
}

const listed = 20

/** What an address of a list of published documents asks for; what it does not understand it leaves out. */
export async function listAsked(request: Request) {
  const query = new URL(request.url).searchParams
  const asked = query.get('on') ?? ''
  const on = isPlainDate(asked) ? asked : null
  const state: ValidityState | null = validityStates.find((known) => known === query.get('state')) ?? null
  return {
    words: (query.get('q') ?? '').trim().slice(0, 200),
    onAsked: on,
    on: on ?? (await today()),
    state,
    issuerName: (query.get('issuer') ?? '').slice(0, 200),
    page: Math.max(1, Math.trunc(Number(query.get('page')) || 1)),
  }
}
export type ListAsked = Awaited<ReturnType<typeof listAsked>>

/** The published documents that an address asks for. A page that lies behind the last one is the last one. */
export async function publishedList(
  asked: ListAsked,
  { enteredOnly = false, take = listed }: { enteredOnly?: boolean; take?: number } = {},
) {
  const { client } = world().database
  const filter = {
    on: asked.on,
    words: asked.words || undefined,
    state: asked.state ?? undefined,
    issuerName: asked.issuerName || undefined,
    enteredOnly,
  }
  const read = (page: number) => findPublished(client, filter, { skip: (page - 1) * take, take })
  const found = await read(asked.page)
  const pages = Math.max(1, Math.ceil(found.total / take))
  const page = Math.min(asked.page, pages)
  return { ...(page === asked.page ? found : await read(page)), page, pages }
}
