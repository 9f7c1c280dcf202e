import { type Address, parseAddress, printAddress } from '../text/address.ts'
import { membersOf } from './addresses.ts'
import type { Resolution } from './resolve.ts'

/** An article that can be quoted where a citation is spoken of. `isNow`: it stands in the place of the one cited. */
export type QuotableArticle = { actId: string; title: string; label: string; isNow: boolean }

const isArticle = ({ kind }: Address[number]) => kind === 'article'
const labelOf = (address: Address): string[] =>
  address.some(isArticle) ? [printAddress(address.filter(isArticle))] : []
const unique = (labels: readonly string[]) => [...new Set(labels)]

function present({ target, address, until }: Resolution): QuotableArticle[] {
  const { actId, title } = target ?? { actId: null, title: '' }
  if (actId === null) return []
  const members = membersOf({ address, ...(until && { until }) })
  return unique(members.flatMap(labelOf)).map((label) => ({ actId, title, label, isNow: false }))
}

function succeeding({ now }: Resolution): QuotableArticle[] {
  if (!now || now.actId === null) return []
  const { actId, title } = now
  const labels = now.address.split('、').flatMap((printed) => labelOf(parseAddress(printed) ?? []))
  return unique(labels).map((label) => ({ actId, title, label, isNow: true }))
}

/** The articles that a citation names, then those that took their place; of what the library does not hold none. */
export function quotableArticles(resolution: Resolution): QuotableArticle[] {
  const cited = present(resolution)
  const isCited = ({ actId, label }: QuotableArticle) => cited.some((one) => one.actId === actId && one.label === label)
  return [...cited, ...succeeding(resolution).filter((one) => !isCited(one))]
}
