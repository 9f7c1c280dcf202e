import type { LegalText, ProvisionId } from '../text/model.ts'
import { type Comparison, compare, type ComparisonOptions } from './changes.ts'
import type { Row } from './rows.ts'

/**
 * How two revisions of one text collide. `both-changed`: other words for one provision. `changed-and-deleted`: one
 * changed what the other took away. `both-moved`: to different places. `both-inserted`: other words at one place.
 */
export const collisionKinds = ['both-changed', 'changed-and-deleted', 'both-moved', 'both-inserted'] as const
export type CollisionKind = (typeof collisionKinds)[number]

/** `provisionId` is of the base text (for an insertion: after which, '' at the beginning); the words of all three. */
export type Collision = { kind: CollisionKind; provisionId: ProvisionId; base: string; a: string; b: string }

export type ThreeVersions = {
  /** What each revision did to the base. */
  a: Comparison
  b: Comparison
  collisions: Collision[]
  /** Provisions of the base to which both did the same. */
  agreed: ProvisionId[]
}

type Deed = { rows: Row[]; text: string; isDeleted: boolean; isChanged: boolean; isMoved: boolean; after: string }

/** Words changed or divided; what only followed in its numbering did not. */
const changesWords = ({ state, oldText, newText }: Row) =>
  state === 'changed' || state === 'split' || state === 'merged' || (state === 'moved' && oldText !== newText)

/** What a revision did to each provision of the base. */
function deeds({ rows }: Comparison): Map<ProvisionId, Deed> {
  const found = new Map<ProvisionId, Deed>()
  const before = predecessors(rows)
  for (const row of rows) {
    if (row.oldId === null) continue
    const known = found.get(row.oldId)
    const deed = known ?? { rows: [], text: '', isDeleted: false, isChanged: false, isMoved: false, after: '' }
    deed.rows.push(row)
    deed.text += (known && row.newText ? '\n' : '') + row.newText
    deed.isDeleted ||= row.state === 'deleted'
    deed.isChanged ||= changesWords(row)
    deed.isMoved ||= row.state === 'moved'
    if (row.newId !== null && !known) deed.after = before.get(row.newId) ?? ''
    found.set(row.oldId, deed)
  }
  return found
}

/** For each provision of a revision the base provision before it among its neighbours, or that it stands in. */
function predecessors(rows: readonly Row[]): Map<ProvisionId, string> {
  const origin = new Map(rows.flatMap(({ oldId, newId }) => (oldId && newId ? [[newId, oldId] as const] : [])))
  const last = new Map<ProvisionId | null, string>()
  const found = new Map<ProvisionId, string>()
  const placed = rows.flatMap(({ newSide }) => newSide ?? []).sort((one, other) => one.index - other.index)
  for (const { id, parentId } of placed) {
    if (found.has(id)) continue
    const into = parentId === null ? '' : (origin.get(parentId) ?? '')
    found.set(id, last.get(parentId) ?? (into && `in ${into}`))
    const own = origin.get(id)
    if (own) last.set(parentId, own)
  }
  return found
}

/** Inserted provisions by where in the base they stand, with all that came with them. */
function insertions({ rows }: Comparison): Map<string, string> {
  const before = predecessors(rows)
  const places = new Map<ProvisionId, string>()
  const found = new Map<string, string>()
  for (const { state, newId, newText, partOf } of rows) {
    if (state !== 'inserted' || newId === null) continue
    const place = (partOf && places.get(partOf)) || before.get(newId)!
    places.set(newId, place)
    const known = found.get(place)
    found.set(place, known ? `${known}\n${newText}` : newText)
  }
  return found
}

function collisionOf(a: Deed, b: Deed): CollisionKind | null {
  if (a.isDeleted !== b.isDeleted) return (a.isDeleted ? b : a).isChanged ? 'changed-and-deleted' : null
  if (a.isDeleted) return null
  if (a.isChanged && b.isChanged && a.text !== b.text) return 'both-changed'
  return a.isMoved && b.isMoved && a.after !== b.after ? 'both-moved' : null
}

const isTouched = ({ isChanged, isDeleted, isMoved }: Deed) => isChanged || isDeleted || isMoved
/** `in` a provision or after it: the provision. */
const provisionOf = (place: string) => place.replace(/^in /, '')

/**
 * Two revisions of one base: what each changed, and where the two cannot both stand. A provision that both changed
 * in the same way is no collision. Words are compared by provision: two changes in different sentences of one
 * provision collide, because its wording is decided as a whole.
 */
export function compareThree(
  base: LegalText,
  a: LegalText,
  b: LegalText,
  options: ComparisonOptions = {},
): ThreeVersions {
  const both = [compare(base, a, options), compare(base, b, options)] as const
  const [ours, theirs] = [deeds(both[0]), deeds(both[1])]
  const collisions: Collision[] = []
  const agreed: ProvisionId[] = []
  for (const [provisionId, deed] of ours) {
    const other = theirs.get(provisionId)!
    const kind = collisionOf(deed, other)
    if (kind) collisions.push({ kind, provisionId, base: wordsOf(deed), a: deed.text, b: other.text })
    else if (isTouched(deed) && isTouched(other) && deed.text === other.text) agreed.push(provisionId)
  }
  const [came, alsoCame] = [insertions(both[0]), insertions(both[1])]
  for (const [place, words] of came) {
    const others = alsoCame.get(place)
    if (others !== undefined && others !== words)
      collisions.push({ kind: 'both-inserted', provisionId: provisionOf(place), base: '', a: words, b: others })
  }
  collisions.push(...insertedInto(came, alsoCame, theirs, 'a'), ...insertedInto(alsoCame, came, ours, 'b'))
  return { a: both[0], b: both[1], collisions, agreed }
}

const wordsOf = ({ rows }: Deed) => rows.map(({ oldText }) => oldText).join('')

/** What one revision put into a provision that the other took away, unless both did the same. */
function insertedInto(
  came: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
  deeds: ReadonlyMap<ProvisionId, Deed>,
  by: 'a' | 'b',
): Collision[] {
  return [...came].flatMap(([place, words]): Collision[] => {
    if (others.get(place) === words) return []
    const deed = deeds.get(provisionOf(place))
    const parentId = place.startsWith('in ') ? provisionOf(place) : (deed?.rows[0]?.oldSide?.parentId ?? null)
    const parent = parentId === null ? undefined : deeds.get(parentId)
    if (!parent?.isDeleted) return []
    const [a, b] = by === 'a' ? [words, ''] : ['', words]
    return [{ kind: 'changed-and-deleted', provisionId: parentId!, base: wordsOf(parent), a, b }]
  })
}
