import type { ProvisionId } from '../text/model.ts'
import type { Comparison } from './changes.ts'
import { type Effect, effects, type EffectWords, effectWords } from './effects.ts'
import { isOwnChange, type Row } from './rows.ts'

/**
 * How far a change goes. `none`: unchanged. `consequential`: numbering and references that followed.
 * `wording`: punctuation and white space. `substantive`: everything else; when in doubt a change is substantive,
 * because a signature and a decision of a meeting hang on it.
 */
export type Weight = 'none' | 'consequential' | 'wording' | 'substantive'

export function weightOf({ state, substantive }: Row): Weight {
  if (substantive) return 'substantive'
  if (state === 'unchanged') return 'none'
  return state === 'renumbered' ? 'consequential' : 'wording'
}

const times = (text: string, word: string) => text.split(word).length - 1

/** Words that a provision has more of than before. What is part of a longer one that came is not named beside it. */
function more(row: Row, { words }: EffectWords): string[] {
  const came = words.filter((word) => times(row.newText, word) > times(row.oldText, word))
  return came.filter((word) => !came.some((other) => other !== word && other.includes(word)))
}

/** What a changed provision adds, each with the words that say so. */
export function addedWords(
  row: Row,
  lists: Record<Effect, EffectWords> = effectWords,
): Partial<Record<Effect, string[]>> {
  if (!row.substantive) return {}
  const found = effects.map((effect) => [effect, more(row, lists[effect])] as const)
  return Object.fromEntries(found.filter(([, words]) => words.length > 0))
}

/** What a changed provision has more of than before: words of duty, penalty, licence, fee, restriction. */
export const addedEffects = (row: Row, lists: Record<Effect, EffectWords> = effectWords): Effect[] =>
  Object.keys(addedWords(row, lists)) as Effect[]

/**
 * The changes that void a signature and go back to the meeting, in the order of the text. A provision that came
 * or went with its paragraphs is one.
 */
export function substantiveChanges({ rows }: Comparison): Row[] {
  return rows.filter((row) => row.substantive && isOwnChange(row))
}

const idsOf = ({ oldId, newId }: Row) => [oldId, newId].filter((id) => id !== null)

/**
 * Substantive changes that no opinion and no reason accounts for (夹带). Accounting for a provision accounts for
 * all under it; a provision that came or went as a whole is also accounted for when all that came with it is.
 */
export function unaskedChanges(comparison: Comparison, accountedProvisionIds: Iterable<ProvisionId>): Row[] {
  const accounted = new Set(accountedProvisionIds)
  const parents = new Map<ProvisionId, ProvisionId | null>()
  for (const { oldSide } of comparison.rows) if (oldSide) parents.set(oldSide.id, oldSide.parentId)
  const newParents = new Map<ProvisionId, ProvisionId | null>()
  for (const { newSide } of comparison.rows) if (newSide) newParents.set(newSide.id, newSide.parentId)
  const within = (id: ProvisionId | null, above: ReadonlyMap<ProvisionId, ProvisionId | null>) => {
    for (let at = id; at !== null; at = above.get(at) ?? null) if (accounted.has(at)) return true
    return false
  }
  const isAccounted = ({ oldId, newId }: Row) => within(oldId, parents) || within(newId, newParents)
  const parts = new Map<ProvisionId, Row[]>()
  for (const row of comparison.rows) if (row.partOf) parts.set(row.partOf, [...(parts.get(row.partOf) ?? []), row])
  const wordsOf = (row: Row) =>
    idsOf(row)
      .flatMap((id) => parts.get(id) ?? [])
      .filter(({ runs }) => runs.length > 0)
  return substantiveChanges(comparison).filter((row) => {
    if (isAccounted(row)) return false
    const carried = row.runs.length === 0 ? wordsOf(row) : []
    return carried.length === 0 || !carried.every(isAccounted)
  })
}
