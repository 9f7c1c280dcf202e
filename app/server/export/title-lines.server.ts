import { widthOf } from './signature.server.ts'

/** Characters of second size (22 points) in the 156 mm of the type area. */
const longestLine = 20
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** What a line does not begin with, and not end with. */
const notFirst = /^[》〉”’）】、，。；：的]/
const notLast = /[《〈“‘（【和与及对在为]$/
/** Places where the sense has a joint: before 关于, before and behind a named text. */
const joint = (before: string, after: string) => /^关于/.test(after) || /^《/.test(after) || /》的?$/.test(before)
const isInsideName = (before: string) => (before.match(/《/g)?.length ?? 0) > (before.match(/》/g)?.length ?? 0)

/** What a break here costs, in squared characters of uneven lines; `null` where none may be. */
function costAt(before: string, after: string): number | null {
  if (notFirst.test(after) || notLast.test(before)) return null
  if (joint(before, after)) return 0
  return isInsideName(before) ? 45 : 20
}

type Break = { at: number; cost: number }

function breaksOf(title: string): Break[] {
  const places = [...words.segment(title)].map(({ index }) => index).slice(1)
  return places.flatMap((at) => {
    const cost = costAt(title.slice(0, at), title.slice(at))
    return cost === null ? [] : [{ at, cost }]
  })
}

/**
 * A title in lines of whole words, about equally long, parted where the sense allows (GB/T 9704-2012: 回行时词意完整, from memory).
 * A title that fits stays in one line; one without a place to break is left to the page.
 */
export function titleLines(title: string, longest = longestLine): string[] {
  const length = widthOf(title)
  if (length <= longest) return [title]
  const wanted = length / Math.ceil(length / longest)
  const stops: Break[] = [...breaksOf(title), { at: title.length, cost: 0 }]
  const best = new Map<number, { cost: number; lines: string[] }>([[0, { cost: 0, lines: [] }]])
  for (const { at, cost } of stops) {
    for (const [from, { cost: before, lines }] of [...best]) {
      const line = title.slice(from, at)
      if (from >= at || widthOf(line) > longest) continue
      const total = before + cost + (widthOf(line) - wanted) ** 2
      if (total < (best.get(at)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(at, { cost: total, lines: [...lines, line] })
    }
  }
  return best.get(title.length)?.lines ?? [title]
}
