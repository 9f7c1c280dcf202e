import { type Address, type AddressStep, citedKinds, parseAddress } from '../text/address.ts'
import { numeralCharacters } from '../text/numeral.ts'

const n = numeralCharacters
const step = `第\\s*(?:[${n}]+|[（(]\\s*[${n}]+\\s*[)）])\\s*(?:自然段|分编|编|章|节|条|款|项|目)(?:之[${n}]+)?`
const run = new RegExp(`(?:${step})+`, 'y')
/** 第一百零九条所列第十项, 第五条中的第二款: the address goes on. */
const into = /(?:所列|中的|中|的)(?=第)/y
const connector = /\s*(?:、|，|,|和|及|与|或者|或|以及|并|；)?\s*/y
const through = /\s*(?:至|到|—+|－|-|～|~)\s*/y

/** One provision named, or the provisions from one to another; `start` and `end` are places in the words. */
export type NamedAddress = { address: Address; until?: Address; start: number; end: number }

const rank = ({ kind }: AddressStep) => citedKinds.indexOf(kind)

/** 第二款 behind 第三条第一款 is 第三条第二款: what a step of a list leaves out it takes from the one before. */
export function complete(address: Address, before: Address | undefined): Address {
  const first = address[0]
  if (!first || !before) return address
  // Articles run through the divisions of a text: 本章第九条 is 第九条.
  const kept = before.filter((one) => rank(one) < rank(first) && (first.kind !== 'article' || rank(one) < 0))
  return [...kept, ...address]
}

function runAt(words: string, at: number): { address: Address; end: number } | null {
  run.lastIndex = at
  const found = run.exec(words)
  const address = found && parseAddress(found[0])
  if (!found || !address) return null
  const end = at + found[0].length
  const inside = endOf(into, words, end)
  const rest = inside === null ? null : runAt(words, inside)
  const goesDown = rest && rank(rest.address[0]!) > rank(address.at(-1)!)
  return goesDown ? { address: [...address, ...rest.address], end: rest.end } : { address, end }
}

function endOf(pattern: RegExp, words: string, at: number): number | null {
  pattern.lastIndex = at
  const found = pattern.exec(words)
  return found ? at + found[0].length : null
}

const startsArticle = ([first]: Address) => first !== undefined && rank(first) <= rank({ kind: 'article', number: 1 })

/**
 * The provisions named from a place on: 第三条, 第三条第一款、第二款和第五条, 第一条至第三条. Empty when none stands
 * there. Each is complete: what it leaves out it takes from the one before, the first from `context`.
 */
export function addressesAt(words: string, at: number, context?: Address): NamedAddress[] {
  const found: NamedAddress[] = []
  let place: number | null = at
  let before = context
  while (place !== null) {
    const one = runAt(words, place)
    if (!one) break
    const address = startsArticle(one.address) ? one.address : complete(one.address, before)
    const next: NamedAddress = { address, start: place, end: one.end }
    const goesTo = endOf(through, words, one.end)
    const last = goesTo === null ? null : runAt(words, goesTo)
    if (last) {
      next.until = startsArticle(last.address) ? last.address : complete(last.address, address)
      next.end = last.end
    }
    found.push(next)
    before = next.until ?? address
    const goesOn = endOf(connector, words, next.end)
    place = goesOn !== null && words[goesOn] === '第' ? goesOn : null
  }
  return found
}

const longestRange = 300

/** The provisions of a range, both ends included; a range over two articles has those between. */
export function membersOf({ address, until }: { address: Address; until?: Address }): Address[] {
  if (!until) return [address]
  const [first, last] = [address.at(-1)!, until.at(-1)!]
  const through = address.length === until.length && first.kind === last.kind && last.number > first.number
  if (!through || last.number - first.number > longestRange) return [address, until]
  return Array.from({ length: last.number - first.number + 1 }, (_, at) => [
    ...address.slice(0, -1),
    at === 0 ? first : { kind: first.kind, number: first.number + at },
  ])
}
