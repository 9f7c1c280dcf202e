import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, words } from '../base/schemas.ts'
import { basisSeenOn, basisStages, openBasisChanges, unnotedBasisChanges } from '../matter/basis.ts'
import { basisChangeNoted } from '../matter/records.ts'
import { act, notDrafter, refuse, seenVersion } from './act.ts'

/**
 * The system notes that a law which the text cites was amended or repealed after the opinion. No rule of the State says who has to
 * notice it; an opinion judges by the law of its day.
 */
export const noteBasisChange = act({
  name: 'note-basis-change',
  subject: 'matter',
  input: z.object({ versionId: id, changes: z.array(basisChangeNoted).min(1) }),
  grants: [{ roles: [], relations: 'any', stages: basisStages }],
  event: 'basis-changed',
  decide: (matter, input) => {
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const after = basisSeenOn(matter)
    if (!after) return refuse('no-opinion')
    const changes = unnotedBasisChanges(matter, input.changes)
    return changes.length > 0
      ? ok([{ do: 'record', kind: 'basis-changed', payload: { ...seen.value, after, changes } }])
      : refuse('basis-unchanged')
  },
})

/** The reviewer has looked at the changes and answers for it that the text stands under the law as it is now. */
export const confirmBasis = act({
  name: 'confirm-basis',
  subject: 'matter',
  input: z.object({ versionId: id, words }),
  grants: [
    {
      roles: ['review-officer', 'review-section-head', 'department-legal-reviewer'],
      relations: ['reviewing'],
      stages: basisStages,
    },
  ],
  event: 'basis-confirmed',
  decide: (matter, input, context) => {
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    if (openBasisChanges(matter).length === 0) return refuse('basis-unchanged')
    const seen = seenVersion(matter, input.versionId)
    return seen.ok
      ? ok([{ do: 'record', kind: 'basis-confirmed', payload: { ...seen.value, words: input.words } }])
      : seen
  },
})
