import { type Address, addressesOf, printAddress } from '../text/address.ts'
import type { LegalText, ProvisionId, ProvisionKind } from '../text/model.ts'
import type { Comparison } from './changes.ts'
import { addedWords, weightOf } from './classify.ts'
import type { Effect } from './effects.ts'
import { marketWords } from './market-words.ts'
import type { Row, RowSide } from './rows.ts'

/**
 * What an edit did to a provision. `renumbered`: its label alone. `consequential`: references in it that followed, or a table of
 * contents. `wording`: punctuation and white space. `substantive`: everything else; in doubt a change is substantive.
 */
export const editClasses = ['renumbered', 'consequential', 'wording', 'substantive'] as const
export type EditClass = (typeof editClasses)[number]

export type EditedProvision = {
  class: EditClass
  /** What a substantive change has more of than before, with the words that say so. */
  adds: Partial<Record<Effect, string[]>>
  /** Words of the clause, before or after, that touch the economic activity of operators. */
  market: string[]
  /** False for what rules nothing: addressee, signature, date, contents. */
  normative: boolean
  /** Ids by which evidence may have covered it: its own in both texts, and those of everything it stands or stood in. */
  within: ProvisionId[]
  /** As a reader finds it: in the new text, or in the old where it went. */
  address: string
}

const rulesNothing: readonly ProvisionKind[] = ['note', 'contents', 'addressee', 'attachment-list', 'signature', 'date']
const divisions: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section', 'enclosure', 'annex']

function classOf(row: Row): EditClass | null {
  const weight = weightOf(row)
  // The same words under another id: what covered them follows it here.
  if (weight === 'none') return row.oldId === row.newId ? null : 'renumbered'
  if (weight !== 'consequential') return weight
  return row.oldText === row.newText ? 'renumbered' : 'consequential'
}

/** One side of a comparison: what stands in what, and the words of each clause. */
class Side {
  readonly #sides = new Map<ProvisionId, RowSide>()
  readonly #words = new Map<ProvisionId, string>()
  readonly #addresses: ReadonlyMap<ProvisionId, Address>

  constructor(rows: readonly Row[], text: LegalText, pick: (row: Row) => [RowSide | null, string]) {
    this.#addresses = addressesOf(text)
    for (const row of rows) {
      const [side] = pick(row)
      if (side) this.#sides.set(side.id, side)
    }
    for (const row of rows) {
      const [side, words] = pick(row)
      const clause = side && this.#clause(side.id)
      if (clause) this.#words.set(clause, `${this.#words.get(clause) ?? ''}\n${words}`)
    }
  }

  /** A provision and everything it stands in, from the inside out. */
  chain(id: ProvisionId | null): ProvisionId[] {
    const chain: ProvisionId[] = []
    for (let at = id; at !== null; at = this.#sides.get(at)?.parentId ?? null) chain.push(at)
    return chain
  }

  /** The article, or what stands in its place in an outline: the outermost that is no division. */
  #clause(id: ProvisionId): ProvisionId {
    return this.chain(id).reduce((outer, each) => (divisions.includes(this.#sides.get(each)!.kind) ? outer : each), id)
  }

  wordsOfClause(id: ProvisionId | null): string {
    return id === null ? '' : (this.#words.get(this.#clause(id)) ?? '')
  }

  /** The address of a provision, or of the nearest thing around it that has one. */
  address(id: ProvisionId | null): string | null {
    const addressed = this.chain(id).find((each) => this.#addresses.has(each))
    return addressed ? printAddress(this.#addresses.get(addressed)!) : null
  }
}

const idOf = ({ newId, oldId }: Row) => (newId ?? oldId)!
const heavier = (one: EditClass, other: EditClass) =>
  editClasses.indexOf(one) >= editClasses.indexOf(other) ? one : other

function merged(one: EditedProvision, other: EditedProvision): EditedProvision {
  const adds = { ...one.adds }
  for (const [effect, words] of Object.entries(other.adds) as [Effect, string[]][])
    adds[effect] = [...new Set([...(adds[effect] ?? []), ...words])]
  return {
    ...one,
    class: heavier(one.class, other.class),
    adds,
    market: [...new Set([...one.market, ...other.market])],
    normative: one.normative || other.normative,
    within: [...new Set([...one.within, ...other.within])],
  }
}

/**
 * What became of every provision that changed between two texts, by its id in the new one, or in the old where it went. What did not
 * change is left out. Words that decide are given, so that a reader can judge the hint.
 */
export function classifyEdits(
  { rows }: Comparison,
  old: LegalText,
  next: LegalText,
): Record<ProvisionId, EditedProvision> {
  const before = new Side(rows, old, (row) => [row.oldSide, row.oldText])
  const after = new Side(rows, next, (row) => [row.newSide, row.newText])
  const edits: Record<ProvisionId, EditedProvision> = {}
  for (const row of rows) {
    const editClass = classOf(row)
    if (!editClass) continue
    const clause = before.wordsOfClause(row.oldId) + after.wordsOfClause(row.newId)
    const edit: EditedProvision = {
      class: editClass,
      adds: addedWords(row),
      market: editClass === 'substantive' ? marketWords.words.filter((word) => clause.includes(word)) : [],
      normative: !rulesNothing.includes(row.kind),
      within: [...new Set([...before.chain(row.oldId), ...after.chain(row.newId)])],
      address: (row.newId ? after.address(row.newId) : before.address(row.oldId)) ?? '',
    }
    const known = edits[idOf(row)]
    edits[idOf(row)] = known ? merged(known, edit) : edit
  }
  return edits
}
