import type { ProvisionKind } from './model.ts'
import type { ReferenceWords } from './reference-words.ts'

/**
 * Whose provision a reference names, by the words before it. `own`: 本办法. `foreign`: another document. `goes-on`:
 * the document of the reference before it. `quoted`: it stands in quotation marks. `bare`: nothing is said.
 */
export type Lead = 'own' | 'foreign' | 'goes-on' | 'quoted' | 'bare'

/** Between two references of one list; 和本办法 begins a new one. */
const connector = /^(?:[、，,和或及与至到]|或者|以及)?$/
/** 第一百零九条所列第（六）项 goes down from the article that was cited. */
const goesDown = /^(?:所列|所列的|规定的|中的|中|的|中所列|所规定的)$/
const genres =
  '法典?|条例|规定|办法|细则|解释|决定|规则|章程|公约|协定|意见|通知|通则|准则|议定书|条约|公告|批复|决议|纲要|规程|合同|协议|答复'
const behindName = '(?:的|中|中的|之)?\\s*$'
const foreign = new RegExp(
  `(?:》(?:[（(][^）)]*[）)])?|(?:${genres}|法总则|分则|修正案|附[件表录][一二三四五六七八九十\\d]*)(?:[（(][^）)]{1,12}[）)])?|原)${behindName}`,
)
const genre = new RegExp(genres.replace('法典?', '(?<![司执立合])法'))
const ownName = new RegExp(`本(?!人)([\\u4e00-\\u9fff]{0,8}?)(?:${genres})${behindName}`)
const joins = /[和与及或依按以刑民]/
const below: ReadonlySet<ProvisionKind> = new Set(['paragraph', 'subparagraph', 'item'])
/** Words in front of a reference that are looked at. */
const reach = 40

/** 本实施细则 is this text; 本法和刑法 ends in another. */
function isOwn(lead: string): boolean {
  const found = ownName.exec(lead)
  return found !== null && !joins.test(found[1]!) && !genre.test(found[1]!)
}

const count = (words: string, mark: string) => words.split(mark).length

const isQuoted = (words: string, at: number) => {
  const before = words.slice(0, at)
  return count(before, '“') > count(before, '”')
}

/** `from` is the end of the reference before it, `hasBefore` whether there is one. */
export function leadOf(
  words: string,
  from: number,
  { start, relative, short, steps }: ReferenceWords,
  hasBefore: boolean,
): Lead {
  if (short && short !== 'first') return 'goes-on'
  // 刑法第三百零七条之一前三款 reaches back from the article that was cited.
  if (relative && hasBefore && start === from) return 'goes-on'
  if (!relative && hasBefore && start - from < 5) {
    const between = words.slice(from, start)
    if (connector.test(between) || (goesDown.test(between) && below.has(steps[0]!.kind))) return 'goes-on'
  }
  const lead = words.slice(Math.max(from, start - reach), start)
  if (isOwn(lead)) return 'own'
  if (!relative && foreign.test(lead)) return 'foreign'
  return isQuoted(words, start) ? 'quoted' : 'bare'
}

/** 第五条至第八条: what stands between a reference and the one before it makes them the ends of a range. */
export const isRange = (between: string): boolean => /^[至到]$/.test(between)
