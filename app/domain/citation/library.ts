import type { PlainDate } from '../base/date.ts'
import { type BareNames, derivedNames, nameKey } from './names.ts'
import { namesForFinding } from './find.ts'

/** A clause by which an act repeals others: 《…》同时废止. `place` is the label of its article, as printed. */
export type RepealClause = { title: string; number?: string; place: string; quote: string }

/**
 * How the first day in force is known. `stated`: a date stands in the text. `published`: the day of publication in
 * the note under the title, for 自公布之日起. `declared`: the library's own data say it. `unknown`: nothing does.
 */
export type FromReading = 'stated' | 'published' | 'declared' | 'unknown'

/** What is computed once from the text of one wording of an act. */
export type VersionFacts = {
  /** When this wording was made: the last day in the note under the title; `null` where nothing says it. */
  date: PlainDate | null
  /** When the act was first made. */
  firstDate: PlainDate | null
  /** The first day of the act in force. */
  from: PlainDate | null
  fromReading: FromReading
  /** Days of 修正 and 修订 in the note under the title. */
  amended: PlainDate[]
  /** The last day in force, by each reading of the text. Empty where it sets no end. */
  ends: PlainDate[]
  repeals: RepealClause[]
}

/** `whole` text, only `part` of the articles, or `missing`: the title is known and the text is not. */
export type TextHeld = 'whole' | 'part' | 'missing'

export type LibraryVersion = VersionFacts & { id: string; text: TextHeld }

/** What the library's own data say without a text to read it from: checked by people, not computed. */
export type DeclaredRepeal = { on: PlainDate | null; by: string; place: string }

export type LibraryAct = {
  id: string
  title: string
  aliases: readonly string[]
  kind: string
  number: string | null
  versions: readonly LibraryVersion[]
  repealed?: DeclaredRepeal
}

/** Who repeals an act, in which clause, from which day. `byId` is null where the repealing act is known by its title only. */
export type Repeal = {
  title: string
  by: string
  byId: string | null
  on: PlainDate | null
  place: string
  quote: string
}

export type Library = {
  acts: ReadonlyMap<string, LibraryAct>
  /** Acts by each of their names; several under one name are told apart by nothing but the name. */
  byName: ReadonlyMap<string, readonly LibraryAct[]>
  byNumber: ReadonlyMap<string, readonly LibraryAct[]>
  /** Repeals by the name of what is repealed, also of acts that the library does not hold. */
  repeals: ReadonlyMap<string, readonly Repeal[]>
  /** Amendments that are acts of their own (修正案), by the name of what they amend. */
  amendments: ReadonlyMap<string, readonly LibraryAct[]>
  names: BareNames
}

const byDate = (one: LibraryVersion, other: LibraryVersion) => (one.date ?? '').localeCompare(other.date ?? '')

/** Document numbers are held equal whatever their brackets: 〔2018〕5号, [2018]第5号. */
export const numberKey = (number: string): string =>
  number
    .replace(/\s/g, '')
    .replace(/[［[【(（]/g, '〔')
    .replace(/[］\]】)）]/g, '〕')
    .replace(/^中华人民共和国|〔?第(?=\d+号)/g, '')
    .replace(/^.*?(国务院令)/, '$1')

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value) {
  const list = lists.get(key)
  if (!list) lists.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

function repealsOf(act: LibraryAct): Array<[string, Repeal]> {
  const found = new Map<string, Repeal>()
  for (const version of act.versions)
    for (const { title, place, quote } of version.repeals) {
      const key = nameKey(title)
      // A text that repeals its own title means the one that it replaced.
      if (key === nameKey(act.title)) continue
      const on = version.from
      const known = found.get(key)
      if (!known || (on && (!known.on || on < known.on)))
        found.set(key, { title, by: act.title, byId: act.id, on, place, quote })
    }
  return [...found]
}

const amendment = /^(.+?)修正案(?:\([^()]*\))?$/

/** Puts acts together for looking up. Acts of one id are one act; versions stand in the order of their days. */
export function libraryOf(acts: Iterable<LibraryAct>): Library {
  const byId = new Map<string, LibraryAct>()
  const byName = new Map<string, LibraryAct[]>()
  const byNumber = new Map<string, LibraryAct[]>()
  const repeals = new Map<string, Repeal[]>()
  const amendments = new Map<string, LibraryAct[]>()
  const derived: Array<[string, LibraryAct]> = []
  for (const given of acts) {
    const act = { ...given, versions: [...given.versions].sort(byDate) }
    byId.set(act.id, act)
    for (const name of [act.title, ...act.aliases]) push(byName, nameKey(name), act)
    for (const name of derivedNames(act.title)) derived.push([name, act])
    if (act.number) push(byNumber, numberKey(act.number), act)
    const amended = amendment.exec(nameKey(act.title))?.[1]
    if (amended) push(amendments, amended, act)
    for (const [key, repeal] of repealsOf(act)) push(repeals, key, repeal)
    if (act.repealed) {
      const { on, by, place } = act.repealed
      push(repeals, nameKey(act.title), { title: act.title, by, byId: null, on, place, quote: '' })
    }
  }
  // A name that follows from a title stands behind one that is a title.
  const titled = new Set(byName.keys())
  for (const [name, act] of derived) if (!titled.has(name)) push(byName, name, act)
  return {
    acts: byId,
    byName,
    byNumber,
    repeals,
    amendments,
    names: namesForFinding([...byName.keys(), ...repeals.keys()]),
  }
}
