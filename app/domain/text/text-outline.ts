import { fold } from './fold.ts'
import { readArticle, readDivision, readPoint } from './line.ts'

/** How far into a carrier the names of enclosed texts are looked for, in lines. */
const carrierLines = 12
const quotedName = /《([^《》]+(?:《[^《》]*》[^《》]*)*)》/g
const namedInTitle = /(?:印发|公布|发布|转发|批转|颁布)《?([^《》]+?)》?的(?:通知|函|公告|决定|令)$/

/** The folded names of the texts that the first lines say they enclose. */
function enclosedNames(lines: string[]): Set<string> {
  const head = fold(lines.slice(0, carrierLines).join('\n'))
  const names = [...head.matchAll(quotedName)].map(([, name]) => name!)
  const title = namedInTitle.exec(fold(lines.slice(0, 2).join('')))?.[1] ?? namedInTitle.exec(fold(lines[0] ?? ''))?.[1]
  return new Set(title ? [...names, title] : names)
}

/** True when the label behind some 一、 is an article: 一、 then heads groups of articles. */
function pointsHeadArticles(lines: string[]): boolean {
  return lines.some((line, index) => {
    const below = lines[index + 1]
    return (
      below !== undefined &&
      readPoint(line)?.kind === 'point1' &&
      !/[。；：]$/.test(line) &&
      Boolean(readArticle(below, -1)) &&
      !readDivision(below)
    )
  })
}

/** What has to be known of a whole text before its lines are read one by one. */
export const textOutline = (lines: string[]): { enclosed: Set<string>; pointsHeadArticles: boolean } => ({
  enclosed: enclosedNames(lines),
  pointsHeadArticles: pointsHeadArticles(lines),
})
