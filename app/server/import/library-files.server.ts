import { entryOfFile, entryOfRow, indexRows, type LibraryEntry } from '#app/domain/citation/library-files.ts'
import { plainMarkdown } from '#app/domain/text/markdown.ts'
import { openArchive } from './zip.server.ts'
import { readPlainText } from './plain-text.server.ts'
import { type Limits, defaultLimits, Refused, type RefusalCode } from './reading.server.ts'
import { readUpload } from './upload.server.ts'

/** A file of a library, by its path inside what was given; its bytes are read when their turn comes. */
export type LibraryFile = { path: string; bytes: () => Promise<Buffer> }
export type LibraryFault = { path: string; code: RefusalCode | 'json-unknown' }
/** An act of the library in the shape that `import-laws` takes, from a .json file. */
export type QuotedActs = { path: string; laws: unknown[] }

export type LibraryReader = {
  /** Called after each file, with how many were read of how many. */
  progress?: (done: number, total: number) => void
  entry: (entry: LibraryEntry) => Promise<void>
  quoted?: (acts: QuotedActs) => Promise<void>
  fault: (fault: LibraryFault) => void
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
const readable = /\.(?:txt|md|docx|json)$/i
/** What comes along with a folder and is no law. */
const passedOver = /(?:^|\/)(?:\.|__MACOSX\/|node_modules\/)|(?:^|\/)readme\.md$/i

/** `..` and `.` in the paths of an index, meant from the folder it stands in. */
function joined(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(readPlainText(bytes).source)
  } catch {
    return undefined
  }
}

async function textOf({ path, bytes }: LibraryFile): Promise<string> {
  const content = await bytes()
  if (/\.docx$/i.test(path)) {
    const read = await readUpload({ name: path, bytes: content, office: null })
    if (!read.ok) throw new Refused(read.error)
    return read.value.source
  }
  const { source } = readPlainText(content)
  return /\.md$/i.test(path) ? plainMarkdown(source) : source
}

const isQuotedAct = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'title' in value && 'articles' in value

type TextObject = { title: string; text: string; path: string }
const textObjects = (value: unknown, path: string): TextObject[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const { title, text, content } = (one ?? {}) as { title?: unknown; text?: unknown; content?: unknown }
    const words = text ?? content
    return typeof title === 'string' && typeof words === 'string' ? [{ title, text: words, path }] : []
  })

/**
 * Reads the files of a library: texts by themselves, an index.json with titles, days and the files it names, and acts
 * in JSON. A row of an index without its file is a title whose text is missing. A file that cannot be read is told
 * and stops nothing.
 */
export async function readLibraryFiles(given: readonly LibraryFile[], reader: LibraryReader): Promise<void> {
  const files = given.filter(({ path }) => readable.test(path) && !passedOver.test(path))
  const byPath = new Map(files.map((file) => [joined('', file.path), file]))
  const rows = new Map<string, Parameters<typeof entryOfRow>[0]>()
  const alone: LibraryEntry[] = []
  const rest: LibraryFile[] = []
  for (const file of files) {
    const index = /\.json$/i.test(file.path) ? indexRows(json(await file.bytes())) : null
    if (!index) {
      rest.push(file)
      continue
    }
    for (const row of index) {
      const path = row.file ? joined(folderOf(file.path), row.file) : ''
      if (path && byPath.has(path)) rows.set(path, row)
      else alone.push(entryOfRow(row, '', null))
    }
  }
  let done = 0
  const total = rest.length + alone.length
  const next = () => reader.progress?.(++done, total)
  for (const file of rest) {
    try {
      await readOne(file, rows.get(joined('', file.path)), reader)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      reader.fault({ path: file.path, code: error.refusal.code })
    }
    next()
  }
  for (const entry of alone) {
    await reader.entry(entry)
    next()
  }
}

async function readOne(file: LibraryFile, row: Parameters<typeof entryOfRow>[0] | undefined, reader: LibraryReader) {
  if (!/\.json$/i.test(file.path)) {
    const source = await textOf(file)
    return reader.entry(row ? entryOfRow(row, file.path, source) : entryOfFile(file.path, source))
  }
  const value = json(await file.bytes())
  if (Array.isArray(value) && value.length > 0 && value.every(isQuotedAct))
    return reader.quoted ? reader.quoted({ path: file.path, laws: value }) : undefined
  const objects = textObjects(value, file.path)
  if (objects.length === 0) return reader.fault({ path: file.path, code: 'json-unknown' })
  for (const { title, text } of objects)
    await reader.entry({ ...entryOfFile(file.path, text), title, path: `${file.path}#${title}` })
}

const zipLimits: Limits = { ...defaultLimits, entries: 20_000, inflatedBytes: 400 * 1024 ** 2, ratio: 400 }

/** The files of a ZIP archive. Its limits are wider than those of a draft: a library is many small texts. */
export async function filesOfZip(bytes: Buffer): Promise<LibraryFile[]> {
  const archive = await openArchive(bytes, zipLimits)
  return [...archive.names]
    .filter((path) => !path.endsWith('/'))
    .map((path) => ({ path, bytes: async () => (await archive.read(path))! }))
}
