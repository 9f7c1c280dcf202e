import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Checked } from '#app/domain/citation/checked.ts'
import { type Library, libraryOf, type LibraryVersion } from '#app/domain/citation/library.ts'
import { actsOfEntries, type LibraryEntry } from '#app/domain/citation/library-files.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { type LibraryFault, type LibraryFile, readLibraryFiles } from './library-files.server.ts'

/** The files below a folder, with paths from it. @throws where the folder cannot be read. */
export function filesOfFolder(directory: string): LibraryFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .sort()
    .map((path) => ({ path: relative(directory, path).split(sep).join('/'), bytes: async () => readFileSync(path) }))
}

export type FolderLibrary = {
  library: Library
  textOf: (version: LibraryVersion) => LegalText | null
  /** A file is a transcription that nobody held against the official text. */
  checked: Checked
  faults: LibraryFault[]
}

/** A folder as a law library, without a database: each text is parsed when something of it is asked for. */
export async function readLibraryFolder(directory: string): Promise<FolderLibrary> {
  const entries: LibraryEntry[] = []
  const faults: LibraryFault[] = []
  await readLibraryFiles(filesOfFolder(directory), {
    entry: async (entry) => void entries.push(entry),
    fault: (fault) => void faults.push(fault),
  })
  const sources = new Map(entries.flatMap(({ path, source }) => (source === null ? [] : [[path, source] as const])))
  const texts = new Map<string, LegalText>()
  let count = 0
  const textOf = ({ id, text }: LibraryVersion) => {
    const source = text === 'missing' ? undefined : sources.get(id)
    if (source === undefined) return null
    const read = texts.get(id) ?? parse(source, () => `law${++count}`)
    texts.set(id, read)
    return read
  }
  const library = libraryOf(actsOfEntries(entries))
  const checked: Checked = (actId) =>
    library.acts.get(actId)?.versions.some(({ text }) => text !== 'missing') ? 'index' : null
  return { library, textOf, checked, faults }
}
