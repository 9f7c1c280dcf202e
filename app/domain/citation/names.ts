import { fold } from '../text/fold.ts'

/** （2018年修订）, （2021修正）, （2012年版）: which wording of an act is meant, behind its title. */
export const versionMark =
  /^(\d{4})年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第[一二三四五六七八九十]次)?(?:修订|修正|修改|公布|发布|颁布|施行|版)?(?:文本|本|版)?$/

const trailingBracket = /\(([^()]*)\)$/
const state = /中华人民共和国/g
const marks = /[《》〈〉<>“”"]/g

/** A title without the marks around and in it, white space and width. */
export function plainTitle(title: string): string {
  const words = fold(title).replace(marks, '')
  const found = trailingBracket.exec(words)
  return found && versionMark.test(found[1]!) ? words.slice(0, found.index) : words
}

/** What the titles of one act have in common, with and without 中华人民共和国, however they are nested and spaced. */
export const nameKey = (title: string): string => plainTitle(title).replace(state, '')

const trial = /\((?:试行|暂行|草案|修订|修正)\)$/
/** 国务院办公厅关于…的通知 is also cited as 关于…的通知. */
const withIssuer = /^[\u4e00-\u9fff、]{2,40}?(关于.+)$/

/** Other names that follow from a title itself: without 试行 behind it, without the issuer before 关于. */
export function derivedNames(title: string): string[] {
  const key = nameKey(title)
  const issued = withIssuer.exec(key)
  return [key.replace(trial, ''), ...(issued ? [issued[1]!] : [])].filter((name) => name !== key && name.length > 1)
}

/** Names to look for in running text, by their first two characters, longest first. */
export type BareNames = ReadonlyMap<string, readonly string[]>

const shortest = 2
const longest = 30
const bareGenre = /(?:法|法典|条例|办法|细则|规则|规定|章程|准则|意见|通知|决定|解释|方案|标准)$/

/** Which names can stand in running text without 《》: short ones that end in a genre. */
export const canStandBare = (name: string): boolean =>
  name.length >= shortest && name.length <= longest && bareGenre.test(name) && !name.includes('关于')

export function bareNames(names: Iterable<string>): BareNames {
  const found = new Map<string, string[]>()
  for (const name of new Set(names)) {
    if (name.length < shortest) continue
    const head = name.slice(0, 2)
    const list = found.get(head)
    if (list) list.push(name)
    else found.set(head, [name])
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length)
  return found
}

/** The longest of the names that stands at a place, or undefined. */
export const nameAt = (names: BareNames, words: string, at: number): string | undefined =>
  names.get(words.slice(at, at + 2))?.find((name) => words.startsWith(name, at))
