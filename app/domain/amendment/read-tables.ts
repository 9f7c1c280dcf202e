import { toNumber } from '../text/numeral.ts'
import type { Operation, TableTarget } from './instruction.ts'
import { readAddresses } from './read-addresses.ts'
import { address, colon, comma, type Context, ends, n, type Rule, rule, take, wording } from './read-grammar.ts'

const row = `第${n}行`
const rows = (name: string) => `(?<${name}>${row}(?:[、和及]${row}|至${row})*)`
const table = `(?:${address('where')})?中?的?(?:第(?<table>${n})个)?(?:表格|表)(?:中|的)*`

function tableOf(where: string | undefined, number: string | undefined, { old }: Context): TableTarget | null {
  const found = where ? readAddresses(where, old)?.[0] : old
  const count = number ? toNumber(number) : null
  return found ? { address: found, number: count } : null
}

/** 第三行、第五行 · 第三行至第五行. */
function rowsOf(words: string): number[] {
  const numbers: number[] = []
  for (const [, joined, number] of words.matchAll(new RegExp(`(至)?第(${n})行`, 'gu'))) {
    const last = toNumber(number!) ?? 0
    const first = joined ? (numbers.at(-1) ?? 0) + 1 : last
    for (let at = first; at <= last; at++) numbers.push(at)
  }
  return numbers
}

type Change = Extract<Operation, { op: 'rows' }>['change']

const reading = (change: Change, target: TableTarget | null, rows: number[], lines: string[]) =>
  target && { operations: [{ op: 'rows' as const, change, table: target, rows, wording: lines }] }

/** Orders on the rows of a table and on the 附件说明; a wording holds a line for each row, its cells parted by |. */
export const tableRules: Rule[] = [
  rule(
    `${take}${table}${rows('rows')}(?:分别)?(?:修改为|改为|调整为)${colon}${wording}`,
    ({ where, table, rows, wording }, context, wordingOf) =>
      reading('replace', tableOf(where, table, context), rowsOf(rows!), wordingOf(wording!)),
  ),
  rule(
    `(?:在)?${table}增加${n}行${comma}(?:分别)?作为${rows('rows')}${colon}${wording}`,
    ({ where, table, rows, wording }, context, wordingOf) =>
      reading('insert', tableOf(where, table, context), rowsOf(rows!), wordingOf(wording!)),
  ),
  rule(`删[去除]${table}${rows('rows')}${ends}`, ({ where, table, rows }, context) =>
    reading('delete', tableOf(where, table, context), rowsOf(rows!), []),
  ),
  rule(`删[去除]附件说明${ends}`, () => ({
    operations: [{ op: 'delete', targets: [{ address: [], part: 'attachments' }] }],
  })),
  rule(
    `${take}${table}(?:修改为|改为|调整为|替换为)${colon}${wording}`,
    ({ where, table, wording }, context, wordingOf) =>
      reading('whole', tableOf(where, table, context), [], wordingOf(wording!)),
  ),
]
