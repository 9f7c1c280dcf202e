import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/acts/act.ts'
import type { LibraryEntry } from '#app/domain/citation/library-files.ts'
import { nameKey } from '#app/domain/citation/names.ts'
import { fold } from '#app/domain/text/fold.ts'
import { checkSource } from '#app/domain/text/limits.ts'
import { perform, type World } from '../acts/perform.server.ts'
import { digest } from '../audit.server.ts'
import { heldWordings } from '../repositories/law-wordings.server.ts'
import { type LibraryFault, type LibraryFile, readLibraryFiles } from './library-files.server.ts'

/** What an import brought. `acts` and `texts` are new; `titles` are new acts whose text is missing. */
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

/**
 * Imports the files of a library through acts, in batches. What the library holds already is passed over, so that the
 * same import again changes nothing and an import that broke off goes on where it was.
 */
export async function importLibrary(
  world: World,
  { actor, files, origin }: { actor: Actor; files: readonly LibraryFile[]; origin: string },
  progress?: ImportProgress,
): Promise<ImportReport> {
  const { laws, hashes } = await heldWordings(world.database.client)
  const report: ImportReport = { read: 0, acts: 0, texts: 0, titles: 0, known: 0, faults: [] }
  let batch: Wording[] = []
  const carryOut = async (act: string, input: unknown, path: string) => {
    const result = await perform(world, { act, input, actor, requestId: randomUUID(), origin })
    if (!result.ok) report.faults.push({ path, code: result.error.code })
    return result.ok
  }
  const flush = async () => {
    if (batch.length === 0) return
    const wordings = batch.map(({ path: _, ...wording }) => wording)
    const [sent] = batch
    batch = []
    await carryOut('import-law-texts', { wordings }, sent!.path || sent!.title)
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
    if (isKnown) return void report.known++
    if (!laws.has(key)) report.acts++
    if (source === null) report.titles++
    else report.texts++
    laws.set(key, lawId)
    hashes.add(`${lawId} ${hash}`)
    const versionId = `${lawId.slice(0, 40)}@${hash.slice(0, 20)}`
    batch.push({ ...given, title: given.title.slice(0, 500), source, lawId, versionId })
    const length = batch.reduce((sum, one) => sum + (one.source?.length ?? 0), 0)
    if (batch.length >= batchTexts || length >= batchCharacters) await flush()
  }
  await readLibraryFiles(files, {
    progress: (done, total) => progress?.(done, total, report),
    entry,
    quoted: async ({ path, laws: acts }) => {
      const known = acts.every((one) => laws.has(nameKey(String((one as { title: unknown }).title))))
      report.read += acts.length
      if (known) report.known += acts.length
      else if (await carryOut('import-laws', { laws: JSON.stringify(acts) }, path)) report.acts += acts.length
    },
    fault: (fault) => void report.faults.push(fault),
  })
  await flush()
  return report
}
