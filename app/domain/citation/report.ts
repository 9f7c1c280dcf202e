import { isPlainDate, type PlainDate } from '../base/date.ts'
import type { Verification } from '../base/source.ts'
import { fold } from '../text/fold.ts'
import type { LegalText } from '../text/model.ts'
import { toNumber } from '../text/numeral.ts'
import { place } from '../text/outline.ts'
import { parse } from '../text/parse.ts'
import { sourceLines } from '../text/source-lines.ts'
import { type Checked, verificationOf } from './checked.ts'
import type { CitationForm } from './citation.ts'
import { citationsInPassages, passagesOf } from './find.ts'
import type { Library, LibraryVersion } from './library.ts'
import { type CitationReason, type CitationStatus, type Now, printRange, resolver, type Target } from './resolve.ts'
import { readVersionFacts } from './version-facts.ts'

/** One citation as a program is told of it. `line` counts the lines of the source from 1. */
export type CitationRow = {
  line: number
  quote: string
  form: CitationForm
  /** The provision that is meant, '' for a whole document. */
  address: string
  document: string | null
  target: Target | null
  status: CitationStatus
  why?: CitationReason
  /** The first day in force of what is not yet, the last of what has lapsed. */
  from?: PlainDate
  candidates?: string[]
  now?: Now
  /** How far the words of the library that this rests on were checked; null where it rests on none. */
  verification: Verification | null
}

const n = '0-9零〇○一二三四五六七八九十'
const dated = new RegExp(`^([${n}]{4})年([${n}]{1,3})月([${n}]{1,3})日$`)

/** When a text says that it was made: the date under its signature, else the last day in the note under its title. */
export function writtenOn(text: LegalText, source: string): PlainDate | null {
  const signed = place(text).find(({ provision }) => provision.kind === 'date')
  const found = signed && dated.exec(fold(signed.provision.text))
  const parts = found?.slice(1).map(toNumber)
  const date = parts?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  return date && isPlainDate(date) ? date : readVersionFacts(source).date
}

const titleOf = (text: LegalText) =>
  place(text).find(({ provision }) => provision.kind === 'title')?.provision.text ?? ''

export type ReportOptions = {
  library: Library
  on: PlainDate
  textOf: (version: LibraryVersion) => LegalText | null
  checked: Checked
}

/** Every citation of a source with its state on a day, in the order of the source. */
export function citationRows(source: string, { library, on, textOf, checked }: ReportOptions): CitationRow[] {
  let count = 0
  const text = parse(source, () => `cited${++count}`)
  const passages = passagesOf(text, sourceLines(text, source))
  const own = { title: titleOf(text), text, passages }
  const resolve = resolver({ library, on, writtenOn: writtenOn(text, source), textOf, own })
  return citationsInPassages(passages, { names: library.names }).map((citation) => {
    const resolution = resolve(citation)
    const { status, why, address, until, document, target, from, candidates, now } = resolution
    return {
      line: passages[citation.passage]!.line ?? 0,
      quote: citation.quote,
      form: citation.form,
      address: printRange(address, until),
      document,
      target,
      status,
      ...(why && { why }),
      ...(from && { from }),
      ...(candidates && { candidates }),
      ...(now && { now }),
      verification: verificationOf(resolution, checked),
    }
  })
}
