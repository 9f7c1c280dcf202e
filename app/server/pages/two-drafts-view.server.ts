import { createHash, randomUUID } from 'node:crypto'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import type { Instruction } from '#app/domain/amendment/instruction.ts'
import { type PendingConflict, pendingConflicts } from '#app/domain/amendment/pending.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { type Rebased, rebase } from '#app/domain/amendment/rebase.ts'
import { write } from '#app/domain/amendment/write.ts'
import type { Version } from '#app/domain/matter/matter.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { visibleVersions } from './versions-view.server.ts'

export type TwoDrafts = {
  base: Version
  draft: Version
  newBase: Version
  rebased: Rebased
  /** Provisions that both change; null where the decision on one of the two cannot be proved. */
  conflicts: PendingConflict[] | null
}

const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')

/** The orders that turn one text into another; null where none could be proved. */
function ordersBetween(old: LegalText, next: LegalText): Instruction[] | null {
  const written = write(old, next, { newId: randomUUID, hash })
  if (!written.ok) return written.error.code === 'no-change' ? [] : null
  return readDecision(written.value.decision).documents.flatMap(({ instructions }) => instructions)
}

function conflictsOf(base: LegalText, draft: LegalText, newBase: LegalText): PendingConflict[] | null {
  const [one] = amendedPairs(base, draft)
  const [other] = amendedPairs(base, newBase)
  if (!one || !other) return []
  const [ours, theirs] = [ordersBetween(one.old, one.next), ordersBetween(other.old, other.next)]
  return ours && theirs && pendingConflicts(one.old, ours, theirs)
}

/**
 * Three versions: the common base, a draft made on it, and the text it shall stand on. The first and the last two
 * where nothing is asked for; null where one cannot be read here.
 */
export async function twoDrafts(page: MatterPage, query: URLSearchParams): Promise<TwoDrafts | null> {
  const versions = visibleVersions(page)
  const usual = versions.length > 2 ? [versions[0], versions.at(-2), versions.at(-1)] : []
  const find = (name: string) => versions.find(({ payload }) => payload.versionId === query.get(name))
  const [base, draft, newBase] = ['a', 'b', 'c'].map((name, at) => (query.has(name) ? find(name) : usual[at]))
  if (!base || !draft || !newBase) return null
  const ids = [base, draft, newBase].map(({ payload }) => payload.versionId)
  const texts = await findTexts(world().database.client, ids)
  const [from, ours, theirs] = ids.map((id) => texts.get(id)!) as [LegalText, LegalText, LegalText]
  return {
    base,
    draft,
    newBase,
    rebased: rebase(from, ours, theirs, randomUUID),
    conflicts: conflictsOf(from, ours, theirs),
  }
}
