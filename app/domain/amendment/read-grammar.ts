import type { Address } from '../text/address.ts'
import { numeralCharacters } from '../text/numeral.ts'
import type { Operation, Wording } from './instruction.ts'
import { addressListPattern, addressPattern } from './read-addresses.ts'
import { placesPattern } from './read-places.ts'
import { anyMark } from './read-quotations.ts'

/** What the words before have spoken of: the provision in the old text, and the number it has been given. */
export type Context = { old: Address; renamed: Address | null; last: Operation | null }

export const noContext: Context = { old: [], renamed: null, last: null }

export type Groups = Record<string, string | undefined>
export type Reading = { operations: Operation[]; context?: Partial<Context> }
export type WordingOf = (marks: string) => Wording
export type Rule = { pattern: RegExp; read: (groups: Groups, context: Context, wordingOf: WordingOf) => Reading | null }

export const n = `[${numeralCharacters}]+`
export const q = anyMark
export const colon = '[：:]?'
export const comma = '[，,]?'
export const wording = `(?<wording>${q}(?:\\n?${q})*)`
export const list = (name: string) => `(?<${name}>${q}(?:(?:[、和及]|以及)?${q})*)`
export const addresses = (name: string) => `(?<${name}>${addressListPattern})`
export const address = (name: string) => `(?<${name}>${addressPattern})`
export const places = `(?<places>${placesPattern})`
export const take = '(?:将|把|对)?'
export const exceptions = `(?:[，,]?(?:但|但是)?(?<except>${placesPattern})(?:中的?)?(?:${q})?除外)?`
export const becomes = '(?:相应地?|依次|分别|均|统一|一并)*'
/** Behind a number that a provision gets: the end of the order, or its next part. */
export const ends = '(?=[，,。；;、\\n]|$)'
export const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(pattern, 'uy'), read })
