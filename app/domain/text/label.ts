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

/** The place of a number inside a written label that departs from the usual form alone: `#、` stands for 1、2、 */
export const numberPlace = '#'

/** The same where counting does not follow the usual scope: （三） that goes on from the point before, 一、 anew. */
export const otherScopePlace = '&'

/** An article behind its predecessor has its own count: 第十条之一 is number 10, after 1. */
export type Numbered = { number: number; after: number }

const numeral = new RegExp(`[${numeralCharacters}]+`, 'g')

export const isNumbered = (kind: ProvisionKind): boolean => forms[kind] !== undefined

/** The label of a kind for a number, in the usual form or in the form given. */
export function formatLabel(kind: ProvisionKind, { number, after }: Numbered, form?: string): string {
  const usual = forms[kind]
  if (!usual) return ''
  const words = usual.numerals === 'chinese' ? toChinese(number) : String(number)
  const label = (form ?? usual.pattern).replace(/[#&]/, words)
  return after ? `${label}之${toChinese(after)}` : label
}

/** The number in a written label; `null` when it holds none. */
export function readLabel(written: string): Numbered | null {
  const [first, second] = [...written.matchAll(numeral)].map(([words]) => toNumber(words))
  if (first === undefined || first === null) return null
  return { number: first, after: written.includes('之') ? (second ?? 0) : 0 }
}

/** True when the written label keeps a form alone and no number. */
export const isForm = (written: string): boolean => written.includes(numberPlace) || written.includes(otherScopePlace)

/** The form of a written label with its number taken out. */
export const formOf = (written: string): string => written.replace(new RegExp(`[${numeralCharacters}]+`), numberPlace)
