import type { PlainDate } from '#app/domain/base/date.ts'
import type { Library } from '#app/domain/citation/library.ts'
import { findKeptDocuments, type KeptDocument } from '../repositories/citing-documents.server.ts'
import { findLibrary } from '../repositories/law-wordings.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { type ShownCitation, shownCitations, writingOf } from './citations-view.server.ts'
import type { WorkbenchPage } from './workbench-page.server.ts'

/** A document with those of its clauses whose law was amended, renumbered or repealed after they were written. */
export type AffectedDocument = KeptDocument & { clauses: ShownCitation[] }

const mostListed = 500
/** So few are looked into while a desk is opened. */
const mostAtDesk = 50
/** Changes that are made and not yet in force are told beforehand. */
const always: PlainDate = '9999-12-31'

const isOvertaken = ({ status, why, now, address }: ShownCitation): boolean => {
  if (why === 'lapsed' || why === 'old-version-missing') return false
  // A later wording of a document that is cited as a whole leaves the clause as it was.
  if (status === 'amended' || status === 'renumbered') return address !== ''
  return status === 'repealed' && now !== null
}

/** Clauses of a document by its version: they stay the same while the library does. */
const known = new WeakMap<Library, Map<string, ShownCitation[]>>()

async function overtaken({ versionId, matterId, title, writtenOn }: KeptDocument): Promise<ShownCitation[]> {
  const { client } = world().database
  const text = (await findTexts(client, [versionId])).get(versionId)
  if (!text) return []
  const matter = writtenOn === null ? await findMatter(client, matterId) : null
  const writing = matter ? writingOf(matter) : writtenOn === null ? null : { on: writtenOn }
  return onceEach((await shownCitations(text, title, always, writing)).filter(isOvertaken))
}

/** A table may cite one provision in many of its cells. */
const onceEach = (citations: readonly ShownCitation[]): ShownCitation[] => [
  ...new Map(citations.map((one) => [`${one.place} ${one.lawId} ${one.address}`, one])).values(),
]

async function affected(documents: readonly KeptDocument[]): Promise<AffectedDocument[]> {
  const library = await findLibrary(world().database.client)
  const read = known.get(library) ?? new Map<string, ShownCitation[]>()
  known.set(library, read)
  const found: AffectedDocument[] = []
  for (const document of documents) {
    const clauses = read.get(document.versionId) ?? (await overtaken(document))
    read.set(document.versionId, clauses)
    if (clauses.length > 0) found.push({ ...document, clauses })
  }
  return found
}

const askedBy = ({ viewer, today }: WorkbenchPage, take: number) => ({
  unitId: viewer.post.unit.id,
  keepsRegister: viewer.post.roles.includes('register-keeper'),
  on: today,
  take,
})

/** What a unit answers for and a change of the law touches, clause by clause; `more` where not all was looked into. */
export async function affectedView(
  page: WorkbenchPage,
): Promise<{ documents: AffectedDocument[]; more: number | null }> {
  const { documents, more } = await findKeptDocuments(world().database.client, askedBy(page, mostListed))
  return { documents: await affected(documents), more: more ? mostListed : null }
}

/** How many documents that page lists, or null where there are too many to look into while a desk is opened. */
export async function countAffected(page: WorkbenchPage): Promise<number | null> {
  const { documents, more } = await findKeptDocuments(world().database.client, askedBy(page, mostAtDesk))
  return more ? null : (await affected(documents)).length
}
