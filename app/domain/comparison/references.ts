import type { Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { toNumber } from '../text/numeral.ts'
import type { NumberedProvision } from '../text/outline.ts'
import type { Token } from './tokens.ts'

/**
 * Reads which provision of the same document a reference names: 第十条第二款第三项, 本办法第三章, 本条第二款.
 * A reference into another document (《行政处罚法》第十条, 民法典第五条) names none here, and so does one that
 * cannot be read for certain; such words are compared as they stand.
 */
export type References = {
  /** For each token of a provision's text the provision that it names, null for all others. */
  targets: (provision: Provision, tokens: readonly Token[]) => Array<ProvisionId | null>
}

const parts =
  /^(?:第([^第]+?)(分编|编|章|节|条)(之[^第]+)?)?(?:第([^第]+?)款)?(?:第[（(]?([^第（()）]+)[）)]?项)?(?:第[（(]?([^第（()）]+)[）)]?目)?$/u
/** Between two references of one list; 和本办法 begins a new one. */
const connector = /^(?:[、，,和或及与至到]|或者|以及)?$/
const foreign = /(?:》(?:[（(][^）)]*[）)])?|法典?|条例|规定|办法|细则|解释|决定|规则|章程|公约|协定|意见|通知)$/
const own = /本[\u4e00-\u9fff]{0,8}(?:法典?|条例|规定|办法|细则|解释|决定|规则|章程|意见|通知)$/
const relative = /(?:前[一二两三四五]?[条款]|上[一二两]?[条款]|同条|该条)$/

type Context = { foreign: boolean; article: Provision | null; paragraph: Provision | null }
type Place = {
  article: Provision | null
  paragraph: Provision | null
  before: Provision | null
  scope: Provision | null
}

const ofKind = (parent: Provision | null | undefined, kind: Provision['kind'], ordinal: string): Provision | null =>
  parent?.children.filter((child) => child.kind === kind)[(toNumber(ordinal) ?? 0) - 1] ?? null

/** The only paragraph of an article that holds a list: 第十条第三项 without its 款. */
function listing(article: Provision | null): Provision | null {
  const lists = article?.children.filter(({ children }) => children.some(({ kind }) => kind === 'subparagraph')) ?? []
  return lists.length === 1 ? lists[0]! : null
}

const levels: Record<string, ProvisionKind> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 条: 'article' }
const labelKey = (kind: ProvisionKind, number: number | null, after: number | null) => `${kind} ${number} ${after}`

function labelsByScope(placed: readonly NumberedProvision[], scopeOf: (at: NumberedProvision) => Provision | null) {
  const found = new Map<Provision | null, Map<string, Provision | null>>()
  for (const at of placed) {
    const { kind } = at.provision
    if (!at.number || !Object.values(levels).includes(kind)) continue
    const scope = scopeOf(at)
    const labels = found.get(scope) ?? new Map<string, Provision | null>()
    const key = labelKey(kind, at.number.number, at.number.after)
    // A label that stands twice names nothing for certain.
    labels.set(key, labels.has(key) ? null : at.provision)
    found.set(scope, labels)
  }
  return found
}

export function references(placed: readonly NumberedProvision[]): References {
  const parents = new Map(placed.map(({ provision, parent }) => [provision, parent]))
  const above = (from: Provision, kinds: ReadonlyArray<Provision['kind']>): Provision | null => {
    for (let at: Provision | null = from; at; at = parents.get(at) ?? null) if (kinds.includes(at.kind)) return at
    return null
  }
  // An enclosed text and each annex count their articles for themselves.
  const scopeOf = ({ parent }: Pick<NumberedProvision, 'parent'>) =>
    parent ? above(parent, ['enclosure', 'annex']) : null
  const labels = labelsByScope(placed, scopeOf)

  const placeOf = (provision: Provision): Place => {
    const article = above(provision, ['article'])
    const paragraph = above(provision, ['paragraph'])
    const paragraphs = article?.children ?? []
    const before = paragraph ? (paragraphs[paragraphs.indexOf(paragraph) - 1] ?? null) : null
    return { article, paragraph, before, scope: scopeOf({ parent: parents.get(provision) ?? null }) }
  }

  /** What one reference names, and what a list behind it (第十条第一款、第二款) goes on from. */
  const read = (
    text: string,
    lead: string,
    place: Place,
    context: Context,
  ): { target: Provision | null; context: Context } => {
    const match = parts.exec(text)
    const nowhere = { target: null, context: { ...context, article: null, paragraph: null } }
    if (!match) return nowhere
    const [, number, level, behind, paragraphNumber, itemNumber, subitemNumber] = match
    // Sections count anew in each chapter: which one is meant is not certain.
    if (text.includes('节')) return nowhere
    const after = behind ? toNumber(behind.slice(1)) : 0
    const named =
      number && level ? (labels.get(place.scope)?.get(labelKey(levels[level]!, toNumber(number), after)) ?? null) : null
    if (level && level !== '条') return { ...nowhere, target: named }
    const article = number ? named : context.article
    if (!article) return nowhere
    let paragraph: Provision | null = number ? null : context.paragraph
    if (paragraphNumber) paragraph = ofKind(article, 'paragraph', paragraphNumber)
    else if (!number && /前款$/.test(lead)) paragraph = place.before
    if (!itemNumber) {
      const target = paragraphNumber ? paragraph : article
      return { target, context: { foreign: false, article, paragraph } }
    }
    const list = number && !paragraphNumber ? listing(article) : paragraph
    const item = ofKind(list, 'subparagraph', itemNumber)
    const target = subitemNumber ? ofKind(item, 'item', subitemNumber) : item
    return { target, context: { foreign: false, article, paragraph: list } }
  }

  const targets: References['targets'] = (provision, tokens) => {
    const place = placeOf(provision)
    const found: Array<ProvisionId | null> = tokens.map(() => null)
    let lead = ''
    let context: Context | null = null
    tokens.forEach((token, at) => {
      if (token.kind !== 'reference') {
        lead += token.text
        return
      }
      const goesOn = context !== null && connector.test(lead)
      const away = !own.test(lead) && (foreign.test(lead) || (relative.test(lead) && !/前款$/.test(lead)))
      const start: Context = goesOn ? context! : { foreign: away, article: place.article, paragraph: place.paragraph }
      const reading = start.foreign ? { target: null, context: start } : read(token.text, lead, place, start)
      found[at] = reading.target?.id ?? null
      context = reading.context
      lead = ''
    })
    return found
  }
  return { targets }
}
