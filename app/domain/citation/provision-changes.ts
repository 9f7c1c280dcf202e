import { compare } from '../comparison/changes.ts'
import type { Row } from '../comparison/rows.ts'
import type { Address } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { provisionsOf, wordsUnder } from './provisions.ts'

/**
 * What became of a provision from one wording to another. `same`: word for word, references that followed aside.
 * `renumbered`: the same under another number. `changed`: its words or those under it. `deleted`: nothing of it is left.
 */
export type ProvisionChange = {
  kind: 'same' | 'renumbered' | 'changed' | 'deleted'
  /** Where it is now; several where it was divided. Empty where it was deleted. */
  now: Address[]
  oldWords: string
  newWords: string
}

export type ProvisionChanges = {
  /** `null` where the old wording has no such provision. */
  of: (address: Address) => ProvisionChange | null
}

const own = (old: LegalText, next: LegalText): ProvisionChanges => {
  const [before, after] = [provisionsOf(old), provisionsOf(next)]
  const byOld = new Map<ProvisionId, Row[]>()
  const addedUnder = new Map<ProvisionId, Row[]>()
  for (const row of compare(old, next).rows) {
    if (row.oldId !== null) byOld.set(row.oldId, [...(byOld.get(row.oldId) ?? []), row])
    const holder = row.newSide?.parentId
    if (row.oldId === null && holder) addedUnder.set(holder, [...(addedUnder.get(holder) ?? []), row])
  }
  const rowsUnder = (provision: Provision): Row[] => [
    ...(byOld.get(provision.id) ?? []),
    ...provision.children.flatMap(rowsUnder),
  ]

  const change = (provision: Provision, address: Address): ProvisionChange => {
    const rows = rowsUnder(provision)
    const heads = (byOld.get(provision.id) ?? []).flatMap(({ newId }) => (newId === null ? [] : [newId]))
    const oldWords = wordsUnder(provision)
    const targets = heads.length > 0 ? heads : survivors(rows)
    if (targets.length === 0) return { kind: 'deleted', now: [], oldWords, newWords: '' }
    const added = targets.some((id) => (addedUnder.get(id) ?? []).some(({ substantive }) => substantive))
    const changed = added || rows.some(({ substantive }) => substantive)
    const now = targets.map((id) => after.addresses.get(id)).filter((one) => one !== undefined)
    const newWords = targets.map((id) => wordsUnder(after.byId.get(id)!)).join('\n')
    const moved = now.length > 0 && !now.some((one) => sameAddress(one, before.addresses.get(provision.id) ?? address))
    return { kind: changed ? 'changed' : moved ? 'renumbered' : 'same', now, oldWords, newWords }
  }

  /** An article that went while its paragraphs live on elsewhere: where those are. */
  const survivors = (rows: readonly Row[]): ProvisionId[] => {
    const living = rows.flatMap(({ newId }) => (newId === null ? [] : [newId]))
    const articles = living.map((id) => articleAbove(id)).filter((id) => id !== null)
    return [...new Set(articles.length > 0 ? articles : living)]
  }
  const articleAbove = (id: ProvisionId): ProvisionId | null => {
    for (let at = after.byId.get(id) ?? null; at; at = after.parents.get(at.id) ?? null)
      if (at.kind === 'article') return at.id
    return null
  }

  return {
    of: (address) => {
      const provision = before.at(address)
      return provision && change(provision, address)
    },
  }
}

const sameAddress = (one: Address, other: Address) =>
  one.length === other.length &&
  one.every(
    ({ kind, number, after }, at) =>
      kind === other[at]!.kind && number === other[at]!.number && (after ?? 0) === (other[at]!.after ?? 0),
  )

const known = new WeakMap<LegalText, WeakMap<LegalText, ProvisionChanges>>()

/** Compares two wordings once; each question after that is a look-up. */
export function provisionChanges(old: LegalText, next: LegalText): ProvisionChanges {
  const pairs = known.get(old) ?? new WeakMap<LegalText, ProvisionChanges>()
  known.set(old, pairs)
  const read = pairs.get(next) ?? own(old, next)
  pairs.set(next, read)
  return read
}
