import { fold } from '../text/fold.ts'
import type { ProvisionId } from '../text/model.ts'
import { below } from './apply-places.ts'
import { overlapping } from './apply-words.ts'
import { type Claim, quotingOf, settle, type Work } from './apply-work.ts'

/** Two instructions that want to say the whole of the same words. */
export function findConflicts(work: Work) {
  const byPlace = new Map<ProvisionId, Claim[]>()
  for (const one of work.claims) byPlace.set(one.on, [...(byPlace.get(one.on) ?? []), one])
  const clash = (one: number, other: number, on: ProvisionId) => {
    const address = work.places.addresses.get(on) ?? []
    for (const [no, against] of [
      [one, other],
      [other, one],
    ] as const)
      settle(work, no, 'conflict', [address], [...new Set([...work.outcomes.get(no)!.with, against])])
  }
  for (const [on, claims] of byPlace)
    for (const [index, one] of claims.entries())
      for (const other of claims.slice(index + 1)) if (one.no !== other.no) clash(one.no, other.no, on)
  for (const { on, no, takes } of work.claims) {
    if (takes === 'lead') continue
    const old = work.places.order.get(on)!.provision
    for (const child of old.children.flatMap(below))
      for (const other of byPlace.get(child.id) ?? [])
        if (other.no !== no && other.takes !== 'whole') clash(no, other.no, child.id)
  }
  for (const [id, edits] of work.edits) {
    for (const [index, one] of edits.entries())
      for (const other of edits.slice(index + 1))
        if (overlapping(one, other) && one.no !== other.no) clash(one.no, other.no, id)
    for (const quoted of quotingOf(work, id))
      for (const { no, words } of edits)
        if (no !== quoted.no && !quoted.words.includes(fold(words))) clash(no, quoted.no, id)
  }
}
