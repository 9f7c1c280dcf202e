import { isPlainDate, type PlainDate } from '../base/date.ts'
import type { LibraryAct, LibraryVersion } from './library.ts'
import { nameKey } from './names.ts'
import { readVersionFacts } from './version-facts.ts'

/** One wording of an act as it comes from files: with its text, or with its title alone. */
export type LibraryEntry = {
  title: string
  kind: string
  number: string | null
  aliases: string[]
  /** The file that holds the text, '' where there is none. */
  path: string
  source: string | null
  date: PlainDate | null
  firstDate: PlainDate | null
  from: PlainDate | null
}

/** A row of an index.json: titles with dates and the file that holds the text, if there is one. */
export type IndexRow = {
  title: string
  type?: string
  file?: string
  first_date?: string
  version_date?: string
  effective_date?: string
  doc_no?: string
  aliases?: string[]
}

const dateIn = (value: unknown): PlainDate | null => (typeof value === 'string' && isPlainDate(value) ? value : null)

/** 标题(2021-01-22).txt, 标题_20210122.docx: the title and the day that a file name gives. */
export function readFileName(path: string): { title: string; date: PlainDate | null } {
  const name = path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.(?:txt|md|docx|json)$/i, '')
  const found = /^(.*?)[\s_]*[（(]?\s*((?:19|20)\d{2})[-.年]?(\d{2})[-.月]?(\d{2})日?\s*[)）]?$/.exec(name)
  const date = found && dateIn(`${found[2]}-${found[3]}-${found[4]}`)
  return found && date ? { title: found[1]!.trim(), date } : { title: name.trim(), date: null }
}

/** The kind of an act by its title, as it is called in Chinese. What the title does not say is left open. */
export function kindOf(title: string): string {
  const key = nameKey(title)
  if (/(?:解释|批复)$/.test(key) && /最高人民(?:法院|检察院)/.test(key)) return '司法解释'
  if (/^[^关]*?法(?:典)?$/.test(key) || /^宪法/.test(key)) return '法律'
  return '其他'
}

const isRow = (value: unknown): value is IndexRow =>
  typeof value === 'object' && value !== null && typeof (value as { title?: unknown }).title === 'string'

/** The rows of an index, or null where the JSON is something else. */
export const indexRows = (json: unknown): IndexRow[] | null =>
  Array.isArray(json) &&
  json.length > 0 &&
  json.every(isRow) &&
  json.some((row) => 'file' in row || 'version_date' in row)
    ? json
    : null

export const entryOfRow = (row: IndexRow, path: string, source: string | null): LibraryEntry => ({
  title: row.title.trim(),
  kind: row.type || kindOf(row.title),
  number: row.doc_no || null,
  aliases: row.aliases ?? [],
  path,
  source,
  date: dateIn(row.version_date),
  firstDate: dateIn(row.first_date),
  from: dateIn(row.effective_date),
})

/** An entry from a file by itself: what its name says, and its first line where the name has no title. */
export function entryOfFile(path: string, source: string): LibraryEntry {
  const { title, date } = readFileName(path)
  const first = source
    .split('\n')
    .map((line) => line.trim())
    .find(Boolean)
  const named = /[\u4e00-\u9fff]{2}/.test(title) ? title : (first ?? title)
  return {
    title: named,
    kind: kindOf(named),
    number: null,
    aliases: [],
    path,
    source,
    date,
    firstDate: null,
    from: null,
  }
}

/** Entries of one title as one act with its wordings; the same wording twice is one. */
export function actsOfEntries(entries: Iterable<LibraryEntry>): LibraryAct[] {
  const acts = new Map<string, LibraryAct & { aliases: string[]; versions: LibraryVersion[] }>()
  for (const entry of entries) {
    const key = nameKey(entry.title)
    const act = acts.get(key) ?? {
      id: key,
      title: entry.title,
      aliases: [],
      kind: entry.kind,
      number: entry.number,
      versions: [],
    }
    acts.set(key, act)
    act.aliases.push(...entry.aliases.filter((alias) => !act.aliases.includes(alias)))
    const version = versionOfEntry(entry)
    const twin = act.versions.findIndex(
      ({ date, text }) => date === version.date && (text === 'missing' || version.text === 'missing'),
    )
    if (twin < 0) act.versions.push(version)
    else if (act.versions[twin]!.text === 'missing') act.versions[twin] = version
  }
  return [...acts.values()]
}

/** The computed facts of an entry's wording. Its id is the file's path, or the title and day where there is no text. */
export function versionOfEntry(entry: LibraryEntry): LibraryVersion {
  const facts = readVersionFacts(entry.source ?? '', {
    ...(entry.date && { date: entry.date }),
    ...(entry.firstDate && { firstDate: entry.firstDate }),
    ...(entry.from && { from: entry.from }),
  })
  return {
    ...facts,
    id: entry.source === null ? `${nameKey(entry.title)}@${facts.date ?? ''}` : entry.path,
    text: entry.source === null ? 'missing' : 'whole',
  }
}
