import type { NewId } from '#app/domain/text/model.ts'

/** Ids in the order in which they are given: one call of a command always answers the same. */
export function countingIds(): NewId {
  let last = 0
  return () => `p${++last}`
}
