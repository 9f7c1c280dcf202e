import { type Address, type AddressStep, parseAddress } from '../text/address.ts'
import type { ProvisionKind } from '../text/model.ts'
import { numeralCharacters, toChinese, toNumber } from '../text/numeral.ts'
import type { Target } from './instruction.ts'

const n = numeralCharacters
const step = `第[（(]?[${n}]+[)）]?(?:自然段|部分|分编|编|章|节|条(?:之[${n}]+)?|款|项|目|点|段)`
/** Words before an address that name the text it stands in, or that the number is the old one. */
const lead = `(?:《[^》]*》(?:[（(][^）)]*[)）])?|中华人民共和国刑法|刑法|宪法|本法|本条例|本办法|本规定|本规则|本细则|本条|该条|该款|修改后|原|的|正文|序言|新增的)*`
const annexStep = `附件(?!说明)[${n}]*|附表[${n}]*|附录[${n}]*`
/** 附件1 with its title in 《…》 */
const namedAnnex = `(?:${annexStep})(?:《[^》]*》)?`
/** One address as decisions write it, with the words that lead to it. */
export const addressPattern = `(?:${lead}(?:(?:(?:${namedAnnex})(?:正文)?中?的?)?(?:${step})(?:的?(?:[\\u4e00-\\u9fff]{2,20}职权|规定的|[\\ue000-\\uf8ff]中)?(?:${step}))*|${namedAnnex}))`
const separator = `(?:[、，,]|以及|或者|[和及与或])`
/** What stands between the addresses of a list or range. */
export const betweenPattern = `(?:${separator}|[至到—-])`
export const addressListPattern = `(?:${addressPattern}(?:${betweenPattern}${addressPattern})*)`

const oneAddress = new RegExp(addressPattern, 'gu')

const rank: Partial<Record<ProvisionKind, number>> = {
  annex: 0,
  part: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  point1: 5,
  article: 6,
  paragraph: 7,
  subparagraph: 8,
  item: 9,
}
const rankOf = ({ kind }: AddressStep) => rank[kind] ?? 9
const standsAlone = (address: Address) => rankOf(address[0]!) <= rank.article!

/**
 * Puts the ends of an address below the provision that the words before it spoke of: 第三条……第二款. What follows
 * words on an annex stands in it.
 */
export function below(context: Address, address: Address): Address {
  const [annex] = context
  if (standsAlone(address))
    return annex?.kind === 'annex' && address[0]!.kind !== 'annex' ? [annex, ...address] : address
  return [...context.filter((one) => rankOf(one) < rankOf(address[0]!)), ...address]
}

/** 第一、二、三款 is 第一款、第二款、第三款. */
export const spellOut = (words: string): string =>
  words.replace(new RegExp(`第((?:[${n}]+、)+[${n}]+)([条款项])`, 'gu'), (_, numbers: string, word: string) =>
    numbers
      .split('、')
      .map((number) => `第${number}${word}`)
      .join('、'),
  )

const leadWords = new RegExp(`^${lead}`, 'u')
const noise = /(?<=[条款项])(?:的|规定的|[\u4e00-\u9fff]{2,20}职权|[\ue000-\uf8ff]中)(?=第)/gu

const annexWords = new RegExp(`^附[件表录]([${n}]*)(?:《[^》]*》)?(?:正文)?中?的?`, 'u')

function readOne(words: string, context: Address): Address | null {
  const own = words.replace(leadWords, '').replace(noise, '')
  const annex = annexWords.exec(own)
  const number = annex?.[1] ? toNumber(annex[1]) : 1
  if (number === null) return null
  const rest = own
    .slice(annex?.[0].length ?? 0)
    .replace(new RegExp(`第([${n}]+)部分`, 'u'), (_, part: string) => `${toChinese(toNumber(part) ?? 0)}、`)
    .replace(new RegExp(`第([${n}]+)段`, 'u'), '第$1自然段')
    .replace(new RegExp(`第([（(]?[${n}]+[)）]?)点`, 'gu'), '第$1目')
  const address = rest ? parseAddress(rest) : []
  if (!address || (!annex && !address.length)) return null
  if (annex) return [{ kind: 'annex', number }, ...address]
  return below(/^(?:《[^》]*》)?正文/.test(words) ? [] : context, address)
}

function range(from: Address, to: Address): Address[] {
  const [first, last] = [from.at(-1)!, to.at(-1)!]
  const head = from.slice(0, -1)
  if (first.kind !== last.kind) return [from, to]
  if (first.number === last.number && (last.after ?? 0) > (first.after ?? 0)) {
    const count = last.after! - (first.after ?? 0) + 1
    return Array.from({ length: count }, (_, index) => {
      const after = (first.after ?? 0) + index
      return [...head, after ? { ...last, after } : { kind: last.kind, number: last.number }]
    })
  }
  if (last.number <= first.number || first.after || last.after) return [from, to]
  return Array.from({ length: last.number - first.number + 1 }, (_, index) => [
    ...head,
    { ...first, number: first.number + index },
  ])
}

/**
 * Reads a list of addresses: 第三条第一款、第二款和第五条至第七条. What lacks its article takes that of the address
 * before it, the first that of the context. `null` when a part of the list cannot be read.
 */
export function readAddresses(words: string, context: Address = []): Address[] | null {
  const addresses: Address[] = []
  let end = 0
  for (const found of words.matchAll(oneAddress)) {
    const between = words.slice(end, found.index)
    const address = readOne(found[0], addresses.at(-1) ?? context)
    if (!address) return null
    const from = addresses.at(-1)
    if (from && /^[至到—-]$/.test(between)) addresses.splice(-1, 1, ...range(from, address))
    else addresses.push(address)
    end = found.index + found[0].length
  }
  return addresses.length && end === words.length ? addresses : null
}

/** 第一款第一自然段 are the words before the list of that 款. */
export function targetAt(address: Address): Target {
  const last = address.at(-1)
  if (!last?.plain || address.length === 1 || last.number !== 1) return { address }
  return { address: address.slice(0, -1), part: 'lead' }
}
