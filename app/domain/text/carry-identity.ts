import { alignProvisions } from './align.ts'
import { mergedInto } from './merged.ts'
import type { LegalText, Provision, ProvisionId } from './model.ts'
import { place } from './outline.ts'

/**
 * Gives the provisions of a text that was just read the ids of the previous version, by alignment. Of a
 * provision that was split the first part keeps the id; of provisions that were merged the first keeps it and
 * the ids of the others are recorded in `merged`; copies and new provisions keep the id they were read with.
 * `parsed` must hold no id that was ever given before.
 */
export function carryIdentity(parsed: LegalText, previous: LegalText): LegalText {
  const [before, after] = [place(previous), place(parsed)]
  const pairs = alignProvisions(before, after)
  const origin = new Map<Provision, Provision>(pairs.map(([i, j]) => [after[j]!.provision, before[i]!.provision]))
  const absorbed = new Map<Provision, ProvisionId[]>()
  for (const [i, j] of mergedInto(before, after, pairs)) {
    const { id, merged = [] } = before[i]!.provision
    const into = after[j]!.provision
    absorbed.set(into, [...(absorbed.get(into) ?? []), id, ...merged])
  }
  const carry = (provision: Provision): Provision => {
    const from = origin.get(provision)
    const merged = [...(from?.merged ?? []), ...(absorbed.get(provision) ?? [])]
    const { merged: _, ...rest } = provision
    const kept: Provision = { ...rest, id: from?.id ?? provision.id, children: provision.children.map(carry) }
    return merged.length ? { ...kept, merged } : kept
  }
  return { format: parsed.format, children: parsed.children.map(carry) }
}
