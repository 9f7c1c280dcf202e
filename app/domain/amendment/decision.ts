import { toChinese } from '../text/numeral.ts'
import type { Order } from './write-orders.ts'

/**
 * What an amending decision is: 修改决定, 修正案, or one decision on several documents (打包修改); 立法法 第五十八条 and
 * the practice of the 全国人民代表大会常务委员会.
 */
export type DecisionForm = '修改决定' | '修正案' | '打包修改'

/** What the decision says of itself. What is absent is printed as ××. */
export type DecisionFacts = { issuer?: string; date?: string; effective?: string; form?: DecisionForm }

export type DecidedDocument = { title: string; orders: Order[]; renumbered: boolean }

export const absent = '××'
export const absentDate = '××××年××月××日'

export const inner = (title: string) => title.replaceAll('《', '〈').replaceAll('》', '〉')
const named = (title: string) => `《${inner(title)}》`

/** 一、 before each order, nothing before a single one. */
function numbered(orders: readonly Order[], label: (number: number) => string): string[] {
  return orders.map(({ sentences }, index) => (orders.length > 1 ? label(index + 1) : '') + sentences.join('\n'))
}

const outer = (number: number) => `${toChinese(number)}、`
const bracketed = (number: number) => `（${toChinese(number)}）`

function republished(documents: readonly DecidedDocument[]): string {
  const names = documents.map(({ title }) => named(title)).join('、')
  const order = documents.some(({ renumbered }) => renumbered) ? '并对条文顺序作相应调整' : ''
  return `${names}根据本决定作相应修改${order}，重新公布。`
}

/** The decision as plain text, a line for each paragraph. */
export function printDecision(documents: readonly DecidedDocument[], facts: DecisionFacts): string {
  const { issuer = absent, date = absentDate, effective = absentDate, form = '修改决定' } = facts
  const [first] = documents
  if (!first) return ''
  const passed = `（${date}${issuer}通过）`
  if (form === '修正案')
    return [
      `${first.title}修正案`,
      passed,
      ...numbered(first.orders, outer),
      ...(first.renumbered ? ['条文顺序作相应调整。'] : []),
      `本修正案自${effective}起施行。`,
    ].join('\n')
  const tail = [`本决定自${effective}起施行。`, republished(documents)]
  if (form === '打包修改' || documents.length > 1) {
    const more = documents.length > 1 ? `等${toChinese(documents.length)}件文件` : ''
    return [
      `${issuer}关于修改${named(first.title)}${more}的决定`,
      passed,
      `${issuer}决定：`,
      ...documents.flatMap(({ title, orders }, index) => [
        `${outer(index + 1)}对${named(title)}作出修改`,
        ...numbered(orders, bracketed),
      ]),
      ...tail,
    ].join('\n')
  }
  return [
    `${issuer}关于修改${named(first.title)}的决定`,
    passed,
    `${issuer}决定对${named(first.title)}作如下修改：`,
    ...numbered(first.orders, outer),
    ...tail,
  ].join('\n')
}
