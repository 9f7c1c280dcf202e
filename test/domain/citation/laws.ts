import type { PlainDate } from '#app/domain/base/date.ts'
import type { Checked } from '#app/domain/citation/checked.ts'
import { type Library, libraryOf, type LibraryVersion } from '#app/domain/citation/library.ts'
import { actsOfEntries, entryOfFile, type LibraryEntry } from '#app/domain/citation/library-files.ts'
import { passagesOf, citationsInPassages } from '#app/domain/citation/find.ts'
import { type Resolution, resolver } from '#app/domain/citation/resolve.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'

let count = 0
/** A text with ids of its own. */
export const textFrom = (source: string): LegalText => parse(source, () => `t${++count}`)

export type Shelf = { library: Library; textOf: (version: LibraryVersion) => LegalText | null; checked: Checked }

/** A library of texts by file name, and of titles alone. */
export function shelf(
  files: Record<string, string>,
  titles: ReadonlyArray<Partial<LibraryEntry> & { title: string }> = [],
): Shelf {
  const texts = new Map<string, LegalText>()
  const known: LibraryEntry[] = titles.map((row) => ({
    kind: '其他',
    number: null,
    aliases: [],
    path: '',
    source: null,
    date: null,
    firstDate: null,
    from: null,
    ...row,
  }))
  const library = libraryOf(
    actsOfEntries([...Object.entries(files).map(([path, source]) => entryOfFile(path, source)), ...known]),
  )
  const textOf = ({ id }: LibraryVersion) => {
    const source = files[id]
    if (source === undefined) return null
    const text = texts.get(id) ?? textFrom(source)
    texts.set(id, text)
    return text
  }
  return { library, textOf, checked: () => null }
}

/** Every citation of a source, resolved on a day. */
export function resolved(
  { library, textOf }: Shelf,
  source: string,
  on: PlainDate,
  { writtenOn = null, title = '' }: { writtenOn?: PlainDate | null; title?: string } = {},
): Array<Resolution & { quote: string }> {
  const text = textFrom(source)
  const passages = passagesOf(text)
  const resolve = resolver({ library, on, writtenOn, textOf, own: { title, text, passages } })
  return citationsInPassages(passages, { names: library.names }).map((citation) => ({
    ...resolve(citation),
    quote: citation.quote,
  }))
}

/** Texts of the project about gardens, in the forms of real ones. */
export const gardenLaws: Record<string, string> = {
  '园林法(2010-03-01).txt': `园林法
（2010年3月1日第一届议事会第五次会议通过）
第一条　为了保护园林，制定本法。
第二条　园林分为公园和私园。
第三条　公园每日开放，不得收取费用。
第四条　损坏花木的，处五百元罚款：
（一）折枝的；
（二）挖根的。
第五条　私园的管理由园主负责。
第六条　本法自2010年6月1日起施行。`,
  '园林法(2020-05-01).txt': `园林法
（2010年3月1日第一届议事会第五次会议通过　2020年5月1日第三届议事会第二次会议修订）
第一条　为了保护园林，制定本法。
第二条　本法所称园林，包括水面和道路，其范围由园林主管部门按照规划划定并公布。
第三条　园林分为公园和私园。
第四条　公园每日开放，不得收取费用。
第五条　损坏花木的，处一千元罚款：
（一）折枝的；
（二）挖根的。
第六条　本法自2020年7月1日起施行。`,
  '花木条例(2022-01-10).txt': `花木条例
（2022年1月10日公布）
第一条　根据《园林法》，制定本条例。
第二条　古树名木不得移植。
第三条　本条例自2022年3月1日起施行。2001年5月1日发布的《花卉管理办法》同时废止。`,
  '水景办法(2026-01-01).txt': `水景办法
（2026年1月1日公布）
第一条　水景应当清洁。
第二条　本办法自2027年1月1日起施行。`,
}
