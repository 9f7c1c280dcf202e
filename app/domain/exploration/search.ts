import { byPosition, canStand, codeOf, follow, type Move, type Slice, sizeOf, type State, stateOf } from './slice.ts'

export type Visited = { state: State; code: number; from: number; move: Move | null }

/** A slice that can have more states keeps those it has seen in a set. */
const listed = 8_000_000

function seenIn(slice: Slice): (code: number) => boolean {
  const size = sizeOf(slice)
  if (size > listed) {
    const seen = new Set<number>()
    return (code) => seen.size === seen.add(code).size
  }
  const seen = new Uint8Array(size)
  return (code) => {
    const before = seen[code] === 1
    seen[code] = 1
    return before
  }
}

/** Where a move makes facts anew, states that differ in these alone lead to the same states: it is followed from the first of them. */
function followedIn(slice: Slice): (move: Move, kept: number) => boolean {
  const followed: Array<Set<number> | undefined> = []
  return (move, kept) => {
    if (move.free.length === 0) return false
    const known = followed[move.at] ?? new Set()
    followed[move.at] = known
    return known.size === known.add(kept).size
  }
}

/** Every state of a slice that can be reached, nearest first, each with the way it was first reached. */
export function reachable(slice: Slice): readonly Visited[] {
  const only = moving(slice)
  const isSeen = seenIn(slice)
  const isFollowed = followedIn(slice)
  const start = codeOf(slice, slice.start)
  const visited: Visited[] = [{ state: slice.start, code: start, from: -1, move: null }]
  isSeen(start)
  for (let at = 0; at < visited.length; at += 1) {
    const { state, code } = visited[at]!
    const visit = (to: number, move: Move) => {
      if (isSeen(to)) return
      const reached = stateOf(slice, to)
      if (canStand(slice, reached)) visited.push({ state: reached, code: to, from: at, move })
    }
    follow(only, state, code, visit, isFollowed)
  }
  return visited
}

/** Without what moves nothing here, and with one of several doings of an act that come to the same here. */
export function moving(slice: Slice): Slice {
  const kept = new Map<string, Move>()
  for (const move of slice.moves) {
    const { doing, tables, changes } = move
    if (!doing.to && changes.length === 0) continue
    const key = JSON.stringify([doing.act, doing.to, doing.needs, [...doing.positions], tables])
    if (!kept.has(key)) kept.set(key, move)
  }
  const moves = [...kept.values()]
  return { ...slice, moves, movesAt: byPosition(moves, slice.mayDo) }
}

/** The way to a visited state, from the beginning. */
export function wayTo(visited: readonly Visited[], at: number): Visited[] {
  const way: Visited[] = []
  for (let one = at; visited[one]!.move; one = visited[one]!.from) way.unshift(visited[one]!)
  return way
}
