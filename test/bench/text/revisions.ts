import { toChinese, toNumber } from '#app/domain/text/numeral.ts'
import type { Chance } from './chance.ts'

/** Edits of a text of 1,260 articles; a text of another size gets its share. */
export type Profile = {
  light: number
  heavy: number
  deleted: number
  inserted: number
  moved: number
  /** Blocks of eight articles that move together. */
  blocks: number
  split: number
  merged: number
}

export const profiles = {
  light: { light: 126, heavy: 25, deleted: 20, inserted: 20, moved: 15, blocks: 2, split: 6, merged: 6 },
  medium: { light: 250, heavy: 60, deleted: 50, inserted: 50, moved: 30, blocks: 3, split: 12, merged: 12 },
  severe: { light: 400, heavy: 150, deleted: 120, inserted: 120, moved: 60, blocks: 4, split: 25, merged: 25 },
} satisfies Record<string, Profile>
export type ProfileName = keyof typeof profiles

const whole = 1260
const blockSize = 8

/** An article as lines without its label, and where it comes from. */
type Article = { origins: number[]; lines: string[]; isRewritten: boolean; isMoved: boolean; part: number }
/** A heading or another line between articles. */
type Line = Article | string

/** A revision and what is true of it: articles are counted from 0 in each text. */
export type Revision = {
  old: string
  next: string
  articles: number
  pairs: Array<[old: number, next: number]>
  /** Pairs of parts and wholes beyond the first part: also right when they are found. */
  parts: Array<[old: number, next: number]>
  moved: Set<number>
  /** Articles of the new and the old text of which more than four tenths were rewritten. */
  unscored: { old: Set<number>; next: Set<number> }
}

const label = /^第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?[\s　]*/

function read(text: string): Line[] {
  const found: Line[] = []
  let count = 0
  for (const line of text.split('\n')) {
    const last = found.at(-1)
    if (label.test(line))
      found.push({ origins: [count++], lines: [line.replace(label, '')], isRewritten: false, isMoved: false, part: 0 })
    else if (typeof last === 'object' && !/^第[一二三四五六七八九十百]+(?:编|分编|章|节)/.test(line))
      last.lines.push(line)
    else found.push(line)
  }
  return found
}

const isArticle = (line: Line): line is Article => typeof line === 'object'

/** Clauses: up to and with the mark that ends each. */
const clausesOf = (words: string) => words.match(/[^，；。：]+[，；。：]?/g) ?? []

const fresh = ['依法', '及时', '按照规定', '会同有关部门', '向社会公开', '书面', '在十五日内', '无偿']

function lightly(article: Article, { below, pick }: Chance) {
  const at = below(article.lines.length)
  const line = article.lines[at]!
  const place = 1 + below(Math.max(1, line.length - 2))
  const cut = below(3)
  article.lines[at] = line.slice(0, place) + pick(fresh) + line.slice(place + cut)
}

/** The share of an article's words that was rewritten with words of another text. */
function heavily(article: Article, alien: readonly string[], { next, pick }: Chance): number {
  let [all, gone] = [0, 0]
  article.lines = article.lines.map((line) =>
    clausesOf(line)
      .map((clause) => {
        all += clause.length
        if (next() >= 0.4) return clause
        gone += clause.length
        return pick(alien).replace(/[，；。：]?$/, clause.at(-1)!)
      })
      .join(''),
  )
  return gone / Math.max(1, all)
}

const rewritten = 0.4

/** Revises a text: the same seed gives the same revision. New words are clauses of another text. */
export function revise(text: string, other: string, profile: Profile, chance: Chance): Revision {
  const { below, pick } = chance
  let lines = read(text)
  const articles = lines.filter(isArticle).length
  const alien = read(other)
    .filter(isArticle)
    .flatMap((article) => article.lines.flatMap(clausesOf))
    .filter((clause) => clause.length > 5)
  const times = (wanted: number) => Math.round((wanted * articles) / whole)
  const repeat = (wanted: number, what: () => void) => {
    for (let done = times(wanted); done > 0; done--) what()
  }
  const touched = new Set<Article>()
  const untouched = (accept: (article: Article) => boolean = () => true) => {
    for (let tries = 0; tries < 500; tries++) {
      const at = below(lines.length)
      const line = lines[at]!
      if (isArticle(line) && !touched.has(line) && accept(line)) {
        touched.add(line)
        return { at, article: line }
      }
    }
    return null
  }
  repeat(profile.deleted, () => {
    const found = untouched()
    if (found) lines.splice(found.at, 1)
  })
  repeat(profile.split, () => {
    const found = untouched(({ lines: own }) => own.length > 1 && own.every((line) => line.length > 15))
    if (!found) return
    const { at, article } = found
    const rest = article.lines.splice(1)
    const part: Article = { ...article, lines: rest, part: 1 }
    touched.add(part)
    lines.splice(at + 1, 0, part)
  })
  repeat(profile.merged, () => {
    const found = untouched(({ lines: own }) => own.length === 1 && own[0]!.length > 15)
    const after = found && lines[found.at + 1]
    if (!after || !isArticle(after) || touched.has(after) || after.lines[0]!.length <= 15) return
    touched.add(after)
    found.article.lines.push(...after.lines)
    found.article.origins.push(...after.origins)
    lines.splice(found.at + 1, 1)
  })
  repeat(profile.light, () => {
    const found = untouched()
    if (found) lightly(found.article, chance)
  })
  repeat(profile.heavy, () => {
    const found = untouched()
    if (found) found.article.isRewritten = heavily(found.article, alien, chance) > rewritten
  })
  repeat(profile.inserted, () => {
    const made = Array.from({ length: 2 + below(4) }, () => pick(alien)).join('')
    const line = made.replace(/[，；：]?$/, '。')
    lines.splice(1 + below(lines.length), 0, {
      origins: [],
      lines: [line],
      isRewritten: false,
      isMoved: false,
      part: 0,
    })
  })
  const move = (size: number) => {
    for (let tries = 0; tries < 200; tries++) {
      const at = below(lines.length - size)
      const block = lines.slice(at, at + size)
      if (!block.every((line) => isArticle(line) && line.origins.length === 1 && !line.isMoved && line.part === 0))
        continue
      const [before, behind] = [lines[at - 1], lines[at + size]]
      if ([before, behind].some((line) => line && isArticle(line) && line.part)) continue
      const to = below(lines.length - size)
      const goal = lines[to]
      if (Math.abs(to - at) < size * 3 || !goal || (isArticle(goal) && (goal.part || goal.isMoved))) continue
      for (const line of block) if (isArticle(line)) line.isMoved = true
      const rest = [...lines.slice(0, at), ...lines.slice(at + size)]
      lines = [...rest.slice(0, to), ...block, ...rest.slice(to)]
      return
    }
  }
  repeat(profile.moved, () => move(1))
  repeat(profile.blocks, () => move(blockSize))
  return told(text, lines, articles)
}

const ownReference = /(?<![法例定》])(?<=本法|依照|根据|按照|违反|、|和|或者)第([一二三四五六七八九十百千零]+)条/g

/** Writes the labels anew, lets references follow, and says what is true of the revision. */
function told(old: string, lines: readonly Line[], articles: number): Revision {
  const places = new Map<number, number>()
  const made = lines.filter(isArticle)
  made.forEach(({ origins, part }, at) => {
    for (const origin of origins) if (!part && !places.has(origin)) places.set(origin, at)
  })
  const follow = (line: string) =>
    line.replace(ownReference, (written, number: string) => {
      const to = places.get((toNumber(number) ?? 0) - 1)
      return to === undefined ? written : `第${toChinese(to + 1)}条`
    })
  let count = 0
  const printed = lines.map((line) =>
    isArticle(line)
      ? [`第${toChinese(++count)}条　${follow(line.lines[0]!)}`, ...line.lines.slice(1).map(follow)].join('\n')
      : line,
  )
  const unscored = { old: new Set<number>(), next: new Set<number>() }
  const pairs: Revision['pairs'] = []
  const parts: Revision['parts'] = []
  const moved = new Set<number>()
  made.forEach(({ origins, part, isRewritten, isMoved }, at) => {
    for (const [order, origin] of origins.entries()) (part || order ? parts : pairs).push([origin, at])
    if (isMoved) moved.add(at)
    if (isRewritten) {
      unscored.next.add(at)
      for (const origin of origins) unscored.old.add(origin)
    }
  })
  return { old, next: printed.join('\n'), articles, pairs, parts, moved, unscored }
}
