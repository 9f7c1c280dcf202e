import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/acts/act.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import type { LibraryEntry } from '#app/domain/citation/library-files.ts'
import { nameKey } from '#app/domain/citation/names.ts'
import { fold } from '#app/domain/text/fold.ts'
import { checkSource } from '#app/domain/text/limits.ts'
import { perform, type World } from '../acts/perform.server.ts'
import { digest } from '../audit.server.ts'
import { clockOf } from '../clock.server.ts'
import { inTransaction } from '../db.server.ts'
import { mattersWithBasis, noteBasisChanges } from '../jobs/basis-changes.server.ts'
import { heldWordings } from '../repositories/law-wordings.server.ts'
import { type LibraryFault, type LibraryFile, readLibraryFiles } from './library-files.server.ts'
import { type Addition, type ImportJournal, noJournal } from './library-journal.server.ts'

/** What an import brought, its earlier runs included. `acts` and `texts` are new; `titles` are new acts whose text is missing. */
export type ImportReport = {
  read: number
  acts: number
  texts: number
  titles: number
  known: number
  faults: Array<LibraryFault | { path: string; code: string }>
}
export type ImportProgress = (done: number, total: number, report: ImportReport) => void

type Wording = LibraryEntry & { lawId: string; versionId: string }

/** Acts are done for so many texts at a time, and before the texts grow too long for one transaction. */
const batchTexts = 40
const batchCharacters = 1_500_000

const idOf = (key: string) => `law-${digest(key).slice(0, 24)}`

export type ImportRequest = {
  actor: Actor
  files: readonly LibraryFile[]
  origin: string
  /** Of an import that may have broken off before. */
  journal?: ImportJournal
}

/**
 * Imports the files of a library through acts, in batches. What the library holds already is passed over, so that the
 * same import again changes nothing and an import that broke off goes on where it was.
 */
export async function importLibrary(
  world: World,
  { actor, files, origin, journal = noJournal }: ImportRequest,
  progress?: ImportProgress,
): Promise<ImportReport> {
  const { laws, hashes } = await heldWordings(world.database.client)
  const report: ImportReport = { read: 0, acts: 0, texts: 0, titles: 0, known: 0, faults: [] }
  let batch: Array<{ wording: Wording; addition: Addition }> = []
  const count = ({ acts, texts, titles }: Addition) => {
    report.acts += acts
    report.texts += texts
    report.titles += titles
  }
  const carryOut = async (act: string, input: unknown, path: string) => {
    const result = await perform(world, { act, input, actor, requestId: randomUUID(), origin })
    if (!result.ok) report.faults.push({ path, code: result.error.code })
    return result.ok
  }
  const flush = async () => {
    const [sent] = batch
    if (!sent) return
    const additions = batch.map(({ addition }) => addition)
    const wordings = batch.map(({ wording: { path: _, ...wording } }) => wording)
    batch = []
    journal.begin(additions)
    const isDone = await carryOut('import-law-texts', { wordings }, sent.wording.path || sent.wording.title)
    if (isDone) additions.forEach(count)
  }
  const known = (id: string, many = 1) => {
    const begun = journal.takeBegun(id)
    if (begun) count(begun)
    else report.known += many
  }
  const entry = async (given: LibraryEntry) => {
    report.read++
    const checked = given.source === null ? null : checkSource(given.source)
    if (checked && !checked.ok)
      return void report.faults.push({ path: given.path, code: `source-${checked.error.code}` })
    const source = checked?.value ?? null
    const key = nameKey(given.title)
    const lawId = laws.get(key) ?? idOf(key)
    const hash = digest(fold(source ?? ''))
    const isKnown = source === null ? laws.has(key) : hashes.has(`${lawId} ${hash}`)
    const versionId = `${lawId.slice(0, 40)}@${hash.slice(0, 20)}`
    if (isKnown) return known(versionId)
    const isText = source !== null
    const addition = { id: versionId, acts: laws.has(key) ? 0 : 1, texts: isText ? 1 : 0, titles: isText ? 0 : 1 }
    laws.set(key, lawId)
    hashes.add(`${lawId} ${hash}`)
    const title = given.title.slice(0, 500)
    batch.push({ wording: { ...given, title, source, lawId, versionId }, addition })
    const length = batch.reduce((sum, { wording }) => sum + (wording.source?.length ?? 0), 0)
    if (batch.length >= batchTexts || length >= batchCharacters) await flush()
  }
  await readLibraryFiles(files, {
    progress: (done, total) => progress?.(done, total, report),
    entry,
    quoted: async ({ path, laws: acts }) => {
      const isKnown = acts.every((one) => laws.has(nameKey(String((one as { title: unknown }).title))))
      report.read += acts.length
      const addition = { id: `quoted ${path}`, acts: acts.length, texts: 0, titles: 0 }
      if (isKnown) return known(addition.id, acts.length)
      journal.begin([addition])
      if (await carryOut('import-laws', { laws: JSON.stringify(acts) }, path)) count(addition)
    },
    fault: (fault) => void report.faults.push(fault),
  })
  await flush()
  await noteInMatters(world)
  return report
}

/** What was learned of the law concerns matters under way at once. */
async function noteInMatters(world: World): Promise<void> {
  const { database, settings } = world
  const today = shanghaiDate((await clockOf(database.client, settings)).now())
  for (const id of await mattersWithBasis(database.client))
    await inTransaction(database, (tx) => noteBasisChanges(tx, world, id, today))
}
