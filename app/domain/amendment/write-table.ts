import type { Provision } from '../text/model.ts'
import { toChinese } from '../text/numeral.ts'
import { fold } from '../text/fold.ts'
import { quote } from './write-phrases.ts'

/** Above this share of the table the whole of it is told. */
const mostShare = 0.8

type Gap = { olds: number[]; news: number[] }

/** Rows that stay, by a longest common subsequence; what lies between them changed. */
function gapsOf(old: readonly string[], next: readonly string[]): Gap[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === next[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const gaps: Gap[] = []
  let gap: Gap = { olds: [], news: [] }
  const close = () => {
    if (gap.olds.length || gap.news.length) gaps.push(gap)
    gap = { olds: [], news: [] }
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      close()
      i++
      j++
    } else if (j >= next.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) gap.olds.push(i++)
    else gap.news.push(j++)
  }
  close()
  return gaps
}

const listed = (rows: readonly number[]) => rows.map((row) => `第${toChinese(row + 1)}行`).join('、')
const columns = (row: string) => row.split(' | ').length

/**
 * The orders that turn one table into another, row by row; all of it where its columns or most of its rows changed.
 * `where` names the table.
 */
export function tableOrders(where: string, old: Provision, next: Provision): string[] {
  const [before, after] = [old.text.split('\n'), next.text.split('\n')]
  const whole = [`将${where}修改为：${quote(after)}`]
  if (columns(before[0]!) !== columns(after[0]!)) return whole
  const gaps = gapsOf(before.map(fold), after.map(fold))
  const orders = gaps.flatMap(({ olds, news }) => {
    const count = Math.min(olds.length, news.length)
    const [replaced, gone] = [olds.slice(0, count), olds.slice(count)]
    const [given, added] = [news.slice(0, count), news.slice(count)]
    const rows = (numbers: readonly number[]) => quote(numbers.map((at) => after[at]!))
    return [
      ...(count ? [`将${where}${listed(replaced)}修改为：${rows(given)}`] : []),
      ...(gone.length ? [`删去${where}${listed(gone)}`] : []),
      ...(added.length ? [`${where}增加${toChinese(added.length)}行，作为${listed(added)}：${rows(added)}`] : []),
    ]
  })
  return orders.join('').length > mostShare * whole[0]!.length ? whole : orders
}
