import type { FactValue } from '../procedure/condition.ts'

/**
 * What an act does to one fact. `any` may be every value, `some` every value that is known; `lower` and `higher` any number down
 * or up to the one before, itself included; `stale` may take back what was fresh, `turned` may do so or make it fresh again. What was
 * unknown stays unknown under the last four.
 */
export type Change =
  | { to: FactValue }
  | { among: readonly FactValue[] }
  | 'any'
  | 'some'
  | 'lower'
  | 'higher'
  | 'stale'
  | 'turned'

const reach: Record<Extract<Change, string>, (before: FactValue, after: FactValue) => boolean> = {
  any: () => true,
  some: (_, after) => after !== null,
  lower: (before, after) =>
    before === after || (typeof before === 'number' && typeof after === 'number' && after < before),
  higher: (before, after) =>
    before === after || (typeof before === 'number' && typeof after === 'number' && after > before),
  stale: (before, after) => before === after || (before === true && after === false),
  turned: (before, after) => typeof before === typeof after,
}

/** May a fact have this value after the change, when it had that one before? */
export function allows(change: Change | null, before: FactValue, after: FactValue): boolean {
  if (change === null) return before === after
  if (typeof change === 'string') return reach[change](before, after)
  return 'to' in change ? change.to === after : change.among.includes(after)
}
