import type { ProvisionKind } from './model.ts'
import { numeralCharacters, toChinese, toNumber } from './numeral.ts'

type Form = { pattern: string; numerals: 'chinese' | 'arabic' }

/**
 * The forms of labels. 编, 章, 节 and 条 are numbered in Chinese, 项 in Chinese within brackets, 目 in Arabic;
 * 款 bear no number (立法法 第六十五条). 一、（一）1.（1） is the outline of official documents (GB/T 9704-2012 7.3.3).
 */
const forms: Partial<Record<ProvisionKind, Form>> = {
  part: { pattern: '第#编', numerals: 'chinese' },
  subpart: { pattern: '第#分编', numerals: 'chinese' },
  chapter: { pattern: '第#章', numerals: 'chinese' },
  section: { pattern: '第#节', numerals: 'chinese' },
  article: { pattern: '第#条', numerals: 'chinese' },
  subparagraph: { pattern: '（#）', numerals: 'chinese' },
  item: { pattern: '#.', numerals: 'arabic' },
  point1: { pattern: '#、', numerals: 'chinese' },
  point2: { pattern: '（#）', numerals: 'chinese' },
  point3: { pattern: '#.', numerals: 'arabic' },
  point4: { pattern: '（#）', numerals: 'arabic' },
  annex: { pattern: '附件#', numerals: 'arabic' },
}

const numberedKinds = Object.keys(forms) as ProvisionKind[]

/** The place of a number inside a written label that departs from the usual form alone: `#、` stands for 1、2、 */
export const numberPlace = '#'

/** The same where counting does not follow the usual scope: （三） that goes on from the point before, 一、 anew. */
export const otherScopePlace = '&'

/** An article behind its predecessor has its own count: 第十条之一 is number 10, after 1. */
export type Numbered = { number: number; after: number }

const numeral = new RegExp(`[${numeralCharacters}]+`)
const numerals = new RegExp(`([${numeralCharacters}]+)(?:[^${numeralCharacters}]+([${numeralCharacters}]+))?`)

export const isNumbered = (kind: ProvisionKind): boolean => forms[kind] !== undefined

const counters = new Map(numberedKinds.map((kind, at) => [kind, at]))
/** Which of the counters of a scope counts a kind; none for kinds without a number. */
export const counterOf = (kind: ProvisionKind): number | undefined => counters.get(kind)

/** Labels are the same in every text: those up to this number are put together once. */
const mostKept = 2_000
const usualLabels = new Map<ProvisionKind, string[]>(numberedKinds.map((kind) => [kind, []]))

const fill = ({ numerals }: Form, pattern: string, number: number) =>
  pattern.replace(/[#&]/, numerals === 'chinese' ? toChinese(number) : String(number))

/** The label of a kind for a number, in the usual form or in the form given. */
export function formatLabel(kind: ProvisionKind, { number, after }: Numbered, form?: string): string {
  const usual = forms[kind]
  if (!usual) return ''
  if (form !== undefined || number > mostKept) return withAfter(fill(usual, form ?? usual.pattern, number), after)
  const known = usualLabels.get(kind)!
  known[number] ??= fill(usual, usual.pattern, number)
  return withAfter(known[number], after)
}

const withAfter = (label: string, after: number) => (after ? `${label}之${toChinese(after)}` : label)

/** The number in a written label; `null` when it holds none. */
export function readLabel(written: string): Numbered | null {
  const found = numerals.exec(written)
  const number = found && toNumber(found[1]!)
  if (number === null) return null
  return { number, after: found?.[2] && written.includes('之') ? (toNumber(found[2]) ?? 0) : 0 }
}

/** True when the written label keeps a form alone and no number. */
export const isForm = (written: string): boolean => written.includes(numberPlace) || written.includes(otherScopePlace)

/** The form of a written label with its number taken out. */
export const formOf = (written: string): string => written.replace(numeral, numberPlace)
