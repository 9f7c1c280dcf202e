import { randomUUID } from 'node:crypto'
import type { ImportedWording } from '#app/domain/acts/system-effects.ts'
import { isPlainDate, type PlainDate } from '#app/domain/base/date.ts'
import { type Verification, weakest } from '#app/domain/base/source.ts'
import type { Checked } from '#app/domain/citation/checked.ts'
import {
  type DeclaredRepeal,
  type Library,
  type LibraryAct,
  libraryOf,
  type LibraryVersion,
} from '#app/domain/citation/library.ts'
import { versionFrom, versionOn } from '#app/domain/citation/force.ts'
import { nameKey } from '#app/domain/citation/names.ts'
import { articlesOf } from '#app/domain/citation/provisions.ts'
import { fold } from '#app/domain/text/fold.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import type { Tx } from '../db.server.ts'
import { findSetting, writeSetting } from './settings.server.ts'
import type { Prisma } from '../generated/client.ts'

const versionKey = 'law-library-version'
/** How far the words of a wording that somebody imported from a file were checked: a transcription. */
const imported = { source: 'import', verification: 'index' } satisfies { source: string; verification: Verification }

/** Adds a wording, with its act where it is new. The newest text gives the articles that comments quote. */
export async function insertWording(tx: Tx, wording: ImportedWording): Promise<void> {
  const { lawId, title, kind, number, aliases, version, source, hash } = wording
  const law = await tx.law.findUnique({ where: { id: lawId } })
  if (!law) await tx.law.create({ data: { id: lawId, title, kind, number, aliases, facts: {} } })
  else
    await tx.law.update({
      where: { id: lawId },
      data: { number: law.number ?? number, aliases: [...new Set([...law.aliases, ...aliases])] },
    })
  const { id, text: held, ...facts } = version
  const date = facts.date ?? ''
  await tx.lawVersion.create({
    data: { id, lawId, date, held, source, hash, facts: facts as unknown as Prisma.InputJsonObject },
  })
  // A title without text is superseded by the text.
  if (held === 'whole') await tx.lawVersion.deleteMany({ where: { lawId, held: 'missing', date: { lte: date } } })
  const newer = await tx.lawVersion.count({ where: { lawId, held: 'whole', date: { gt: date } } })
  if (held === 'whole' && newer === 0) await replaceArticles(tx, wording)
  await touchLibrary(tx)
}

async function replaceArticles(tx: Tx, { lawId, articles }: ImportedWording) {
  const known = new Map((await tx.lawArticle.findMany({ where: { lawId } })).map((row) => [row.label, row]))
  await tx.lawArticle.deleteMany({ where: { lawId } })
  await tx.lawArticle.createMany({
    data: articles.map(({ label, text }, position) => {
      const before = known.get(label)
      // An article that was checked word for word stays so while its words are the same.
      const checked = before && fold(before.text) === fold(text) ? before : imported
      return { lawId, label, text, position, source: checked.source, verification: checked.verification }
    }),
  })
}

/** Told by every act that changes the library, in its transaction. */
export const touchLibrary = (tx: Tx): Promise<void> => writeSetting(tx, versionKey, randomUUID())

/** Acts by the name they share, and the wordings that are held of each: what an import need not bring again. */
export async function heldWordings(tx: Tx): Promise<{ laws: Map<string, string>; hashes: Set<string> }> {
  const laws = await tx.law.findMany({ select: { id: true, title: true } })
  const versions = await tx.lawVersion.findMany({ select: { lawId: true, hash: true } })
  return {
    laws: new Map(laws.map(({ id, title }) => [nameKey(title), id])),
    hashes: new Set(versions.map(({ lawId, hash }) => `${lawId} ${hash}`)),
  }
}

const dateOf = (value: unknown): PlainDate | null => (typeof value === 'string' && isPlainDate(value) ? value : null)
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const quotedId = (lawId: string) => `articles:${lawId}`

/** What the library quotes of an act without its whole text; its days were checked by people. */
function quotedVersion(id: string, facts: Record<string, unknown>, articles: number): LibraryVersion {
  const [date, from] = [dateOf(facts.version), dateOf(facts.inForce)]
  return {
    id: quotedId(id),
    date,
    firstDate: date,
    from,
    fromReading: from ? 'declared' : 'unknown',
    amended: [],
    ends: [],
    repeals: [],
    text: articles > 0 ? 'part' : 'missing',
  }
}

function declaredRepeal(facts: Record<string, unknown>): DeclaredRepeal | undefined {
  if (facts.status !== 'repealed') return undefined
  const by = recordOf(facts.repealedBy)
  return {
    on: dateOf(facts.repealedFrom),
    by: typeof by.title === 'string' ? by.title : '',
    place: typeof by.locus === 'string' ? by.locus : '',
  }
}

type VersionRow = { id: string; facts: unknown; held: string }
const versionOf = ({ id, facts, held }: VersionRow) =>
  ({ ...recordOf(facts), id, text: held }) as unknown as LibraryVersion

let kept: { client: unknown; version: unknown; library: Library } | null = null

/** The law library as a value: names, days and clauses of repeal of every act, without the texts. Read again when it changed. */
export async function findLibrary(tx: Tx, client: unknown = tx): Promise<Library> {
  const version = await findSetting(tx, versionKey)
  if (kept && kept.client === client && kept.version === version) return kept.library
  const rows = await tx.law.findMany({
    include: {
      versions: { select: { id: true, facts: true, held: true } },
      _count: { select: { articles: true } },
    },
  })
  const library = libraryOf(
    rows.map(({ id, title, aliases, kind, number, facts, versions, _count }): LibraryAct => {
      const declared = recordOf(facts)
      const held = versions.map(versionOf)
      const whole = held.some(({ text }) => text === 'whole')
      const repealed = declaredRepeal(declared)
      return {
        id,
        title,
        aliases,
        kind,
        number,
        versions: whole ? held : [quotedVersion(id, declared, _count.articles), ...held],
        ...(repealed && { repealed }),
      }
    }),
  )
  kept = { client, version, library }
  return library
}

const mostTexts = 60
const texts = new Map<string, LegalText>()
let parsed = 0

/** A text under an id that never changes its words is parsed once; the ones asked for last are kept. */
function keptText(key: string, source: () => string): LegalText {
  const text = texts.get(key) ?? parse(source(), () => `law${++parsed}`)
  texts.delete(key)
  texts.set(key, text)
  if (texts.size > mostTexts) texts.delete(texts.keys().next().value!)
  return text
}

/** The texts of all wordings of some acts, for resolving what is cited of them. */
export async function findLawTexts(
  tx: Tx,
  lawIds: readonly string[],
): Promise<(version: LibraryVersion) => LegalText | null> {
  const versions = await tx.lawVersion.findMany({
    where: { lawId: { in: [...lawIds] }, held: 'whole' },
    select: { id: true, lawId: true, source: true, hash: true },
  })
  const whole = new Set(versions.map(({ lawId }) => lawId))
  const articles = await tx.lawArticle.findMany({
    where: { lawId: { in: lawIds.filter((id) => !whole.has(id)) } },
    orderBy: { position: 'asc' },
  })
  const found = new Map(versions.map(({ id, source, hash }) => [id, keptText(`${id} ${hash}`, () => source)]))
  for (const id of new Set(articles.map(({ lawId }) => lawId))) {
    const lines = articles.filter(({ lawId }) => lawId === id).map(({ label, text }) => `${label}　${text}`)
    found.set(
      quotedId(id),
      parse(lines.join('\n'), () => `law${++parsed}`),
    )
  }
  return ({ id }) => found.get(id) ?? null
}

/** A wording of an act that is held whole, with the first day on which it is in force where that is known. */
export type Wording = { id: string; date: PlainDate | null; from: PlainDate | null; text: () => LegalText }

/** The wordings of an act that are held whole, the oldest first. */
export async function findWordings(tx: Tx, lawId: string): Promise<Wording[]> {
  const rows = await tx.lawVersion.findMany({ where: { lawId, held: 'whole' }, orderBy: { date: 'asc' } })
  return rows.map((row) => {
    const version = versionOf(row)
    const text = () => keptText(`${row.id} ${row.hash}`, () => row.source)
    return { id: row.id, date: version.date, from: versionFrom(version), text }
  })
}

/** How far the words of some acts were checked: articles of the newest wording each, older wordings as imported. */
export async function findChecked(tx: Tx, lawIds: readonly string[], library: Library): Promise<Checked> {
  const rows = await tx.lawArticle.findMany({
    where: { lawId: { in: [...lawIds] } },
    select: { lawId: true, label: true, verification: true },
  })
  const byAct = new Map<string, Map<string, Verification>>()
  for (const { lawId, label, verification } of rows) {
    const known = byAct.get(lawId) ?? new Map<string, Verification>()
    byAct.set(lawId, known.set(label, verification as Verification))
  }
  return (actId, versionId, label) => {
    const versions = library.acts.get(actId)?.versions.filter(({ text }) => text !== 'missing') ?? []
    const newest = versions.at(-1)
    if (!newest) return null
    if (versionId !== null && versionId !== newest.id) return imported.verification
    const articles = byAct.get(actId) ?? new Map<string, Verification>()
    const one = label === null ? null : articles.get(label)
    return one ?? weakest([...articles.values()]) ?? imported.verification
  }
}

export type QuotedArticle = { lawId: string; title: string; label: string; text: string }

/** An article in the wording in force on a day; of an act that is not yet in force in its newest wording. */
export async function findArticleOn(
  tx: Tx,
  lawId: string,
  label: string,
  on: PlainDate,
): Promise<QuotedArticle | null> {
  const law = await tx.law.findUnique({
    where: { id: lawId },
    select: { title: true, versions: { where: { held: 'whole' }, orderBy: { date: 'asc' } } },
  })
  if (!law) return null
  const { title, versions } = law
  const current = versionOn({ versions: versions.map(versionOf) }, on)
  const older = versions.find(({ id }) => id === current?.id && id !== versions.at(-1)?.id)
  if (older) {
    const articles = articlesOf(keptText(`${older.id} ${older.hash}`, () => older.source))
    const found = articles.find((article) => article.label === label)
    return found ? { lawId, title, ...found } : null
  }
  const row = await tx.lawArticle.findUnique({ where: { lawId_label: { lawId, label } } })
  return row && { lawId, title, label, text: row.text }
}
