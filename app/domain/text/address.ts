import type { LegalText, Provision, ProvisionId, ProvisionKind } from './model.ts'
import { formatLabel, isNumbered } from './label.ts'
import { numeralCharacters, toChinese, toNumber } from './numeral.ts'
import { type NumberedProvision, place } from './outline.ts'

/**
 * One step to a provision: 第三十二条, 第二款, 第一项, 附件1. `after` counts 之一, 之二 behind an article;
 * `plain` marks a paragraph outside articles, which is cited as 自然段 and not as 款.
 */
export type AddressStep = { kind: ProvisionKind; number: number; after?: number; plain?: true }
/** The way to a provision from the outside in: 第三十二条第二款第一项. */
export type Address = AddressStep[]

const referenceForms: [ProvisionKind, string][] = [
  ['part', '编'],
  ['subpart', '分编'],
  ['chapter', '章'],
  ['section', '节'],
  ['article', '条'],
  ['paragraph', '款'],
  ['subparagraph', '项'],
  ['item', '目'],
]
/** The kinds that are cited with 第, from the outside in. */
export const citedKinds: readonly ProvisionKind[] = referenceForms.map(([kind]) => kind)
const wordOf = new Map<ProvisionKind, string>(referenceForms)
const kindOf = new Map(referenceForms.map(([kind, word]) => [word, kind] as const))

const n = numeralCharacters
const referenceStep = new RegExp(`^第[（(]?([${n}]+)[)）]?(自然段|分编|编|章|节|条|款|项|目)(?:之([${n}]+))?`)
const outlineSteps: [ProvisionKind, RegExp][] = [
  ['annex', new RegExp(`^附件([${n}]*)`)],
  ['point1', /^([零〇一二三四五六七八九十百]+)、/],
  ['point2', /^[（(]([零〇一二三四五六七八九十百]+)[)）]/],
  ['point3', /^([0-9０-９]+)[.．、]/],
  ['point4', /^[（(]([0-9０-９]+)[)）]/],
]

function readStep(words: string): { step: AddressStep; length: number } | null {
  const reference = referenceStep.exec(words)
  if (reference) {
    const number = toNumber(reference[1]!)
    if (number === null) return null
    const kind = kindOf.get(reference[2]!) ?? 'paragraph'
    if (reference[2] === '自然段') return { step: { kind, number, plain: true }, length: reference[0].length }
    const after = kind === 'article' && reference[3] ? toNumber(reference[3]) : null
    const length = reference[0].length - (reference[3] && !after ? reference[3].length + 1 : 0)
    return { step: after ? { kind, number, after } : { kind, number }, length }
  }
  for (const [kind, pattern] of outlineSteps) {
    const found = pattern.exec(words)
    const number = found && (found[1] ? toNumber(found[1]) : 1)
    if (found && number !== null) return { step: { kind, number }, length: found[0].length }
  }
  return null
}

/**
 * Reads an address: 第三十二条第二款第一项, 第32条第（一）项, 第十条之一, 第二章第一节, 附件1, 一、（二）3.
 * White space is passed over. `null` when the words are anything else or go on behind the address.
 */
export function parseAddress(words: string): Address | null {
  let rest = words.replace(/\s+/g, '')
  const address: Address = []
  while (rest) {
    const found = readStep(rest)
    if (!found) return null
    address.push(found.step)
    rest = rest.slice(found.length)
  }
  return address.length ? address : null
}

function printStep({ kind, number, after = 0, plain }: AddressStep, brackets: boolean): string {
  if (plain) return `第${toChinese(number)}自然段`
  const word = wordOf.get(kind)
  if (!word) return formatLabel(kind, { number, after })
  const numeral = kind === 'subparagraph' && brackets ? `（${toChinese(number)}）` : toChinese(number)
  return `第${numeral}${word}${after ? `之${toChinese(after)}` : ''}`
}

/** Prints an address; with `brackets`, 项 as 第（一）项 instead of 第一项. A paragraph outside an article is 自然段. */
export const printAddress = (address: Address, { brackets = false }: { brackets?: boolean } = {}): string =>
  address.map((step) => printStep(step, brackets)).join('')

const paragraphsOf = (children: Provision[]) => children.filter(({ kind }) => kind === 'paragraph')

function ownStep({ provision, number, parent }: NumberedProvision, siblings: Provision[]): AddressStep | null {
  if (provision.kind === 'paragraph') {
    const step = { kind: provision.kind, number: paragraphsOf(siblings).indexOf(provision) + 1 }
    return parent?.kind === 'article' ? step : { ...step, plain: true }
  }
  if (!isNumbered(provision.kind) || !number) return null
  const { kind } = provision
  return number.after ? { kind, number: number.number, after: number.after } : { kind, number: number.number }
}

/** Articles run through the divisions of a text and are cited without them. */
const joinStep = (above: Address, step: AddressStep): Address => [
  ...(step.kind === 'article' ? above.filter(({ kind }) => kind === 'annex') : above),
  step,
]

/** The addresses of all provisions of a text that have one, by id. */
export function addressesOf(text: LegalText): Map<ProvisionId, Address> {
  const full = new Map<Provision | null, Address>()
  const addresses = new Map<ProvisionId, Address>()
  for (const placed of place(text)) {
    const { provision, parent } = placed
    const siblings = (parent ?? text).children
    const above = full.get(parent) ?? []
    const step = ownStep(placed, siblings)
    const address = step ? joinStep(above, step) : above
    full.set(provision, address)
    if (step) addresses.set(provision.id, withoutSoleParagraph(address, provision, parent))
    if (parent?.kind === 'article' && paragraphsOf(siblings).length === 1) full.set(provision, above)
  }
  return addresses
}

/** 第五条 with one paragraph is cited as 第五条第一项, without 第一款 (立法技术规范). */
const withoutSoleParagraph = (address: Address, provision: Provision, parent: Provision | null): Address =>
  provision.kind === 'paragraph' && parent?.kind === 'article' && paragraphsOf(parent.children).length === 1
    ? address.slice(0, -1)
    : address

/**
 * The address of a provision. `null` for what has none: titles, notes, tables, signatures, headings without a
 * number, and ids that the text does not hold.
 */
export const addressOf = (text: LegalText, id: ProvisionId): Address | null => addressesOf(text).get(id) ?? null

const sameStep = (one: AddressStep, { kind, number, after }: AddressStep) =>
  one.number === number && (one.after ?? 0) === (after ?? 0) && one.kind === kind

const samePlace = (one: Address, other: Address) =>
  one.length === other.length && one.every((step, index) => sameStep(step, other[index]!))

/** Both ways to write the first paragraph of an article that has but one lead to it. */
const withoutFirstParagraphs = (address: Address) =>
  address.filter(({ kind, number }) => kind !== 'paragraph' || number !== 1)

/**
 * The provision at an address: that of the outer text before those of enclosed texts and annexes, the first
 * when a number repeats. `null` when there is none.
 */
export function provisionAt(text: LegalText, address: Address): Provision | null {
  const addresses = addressesOf(text)
  const provisions = place(text).map(({ provision }) => provision)
  const at = (wanted: Address, form: (one: Address) => Address) =>
    provisions.find(({ id }) => addresses.has(id) && samePlace(form(addresses.get(id)!), wanted)) ?? null
  return at(address, (one) => one) ?? at(withoutFirstParagraphs(address), withoutFirstParagraphs)
}
