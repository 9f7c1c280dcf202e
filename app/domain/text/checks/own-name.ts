import type { NumberedProvision } from '../outline.ts'
import type { Provision } from '../model.ts'
import { type Check, type Examined, excerpt, type Found, isSpoken, isWithinMarks } from './check.ts'
import { technicalRules } from './sources.ts'

const genres = '法典|条例|办法|规定|细则|规则|规范|解释|决定|意见|通知|方案|章程|准则|通则|法'
const titled = new RegExp(`(${genres})(?:[（(][^（()）]*[）)])?$`)
const amends = /修改|修正|修订|废止|印发|转发|批转|公布|发布|通过|施行|批复|答复/
const itself = new RegExp(
  `(?<![基根资样版文原]|所称[^，。；]{0,30})本(${genres})(?=第[零〇一二三四五六七八九十百千\\d]+[条章]|自[^，。；]{2,20}起|由[^，。；]{2,20}负责解释|所称|(?:的)?规定)`,
  'g',
)

const ownTexts: ReadonlySet<string> = new Set(['enclosure', 'annex'])
const calls = (genre: string) => (genre === '法典' ? ['法典', '法'] : [genre])

/** What the text around a provision is called by its title: an enclosed text and each annex have one of their own. */
function genreAround(examined: Examined): (one: NumberedProvision) => string | null {
  const parents = new Map(examined.placed.map(({ provision, parent }) => [provision, parent]))
  const read = new Map<Provision | null, string | null>()
  const genreOf = (scope: Provision | null): string | null => {
    const known = read.get(scope)
    if (known !== undefined) return known
    const title = (scope ?? examined.text).children.find(({ kind }) => kind === 'title')?.text.replace(/\s/g, '') ?? ''
    const genre = amends.test(title) ? null : (titled.exec(title)?.[1] ?? null)
    read.set(scope, genre)
    return genre
  }
  return ({ parent }) => {
    let scope = parent
    while (scope && !ownTexts.has(scope.kind)) scope = parents.get(scope) ?? null
    return genreOf(scope)
  }
}

/** A 办法 calls itself 本办法: under another name the words mean another document, or were copied from one. */
export const ownNameCheck: Check = {
  id: 'own-name',
  weight: 'warning',
  source: technicalRules('引用法律条文'),
  find(examined) {
    const genreOf = genreAround(examined)
    return examined.placed.flatMap((placed): Found[] => {
      const { provision } = placed
      const genre = isSpoken(provision) ? genreOf(placed) : null
      if (!genre) return []
      return [...provision.text.matchAll(itself)].flatMap(({ 0: words, 1: named = '', index }): Found[] => {
        if (calls(genre).includes(named) || isWithinMarks(provision.text, index)) return []
        const quote = excerpt(provision.text, index, index + words.length)
        return [{ in: provision.id, quote, why: { code: 'own-name', fields: { words, expected: `本${genre}` } } }]
      })
    })
  },
}
