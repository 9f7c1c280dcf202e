import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, plainDate, words } from '../base/schemas.ts'
import { act, filesOf, refuse, seenVersion } from './act.ts'

/** The contract was signed or the decision made, on the text that passed the legality desk. What came to nothing is withdrawn. */
export const concludeMatter = act({
  name: 'conclude-matter',
  subject: 'matter',
  input: z.object({ versionId: id, on: plainDate, reference: line, words: optionalWords }),
  grants: [{ roles: ['drafter', 'unit-head'], relations: ['lead'], stages: ['reviewed'] }],
  event: 'matter-concluded',
  decide: (matter, input, context) => {
    if (input.on > context.today) return refuse('date-in-future', {}, 'on')
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const payload = { ...input, ...seen.value, files: filesOf(context, 'files') }
    return ok([{ do: 'record', kind: 'concluded', payload }])
  },
})

/** Record and papers go to the archive with a list of what they are. */
export const archiveMatter = act({
  name: 'archive-matter',
  subject: 'matter',
  input: z.object({ on: plainDate, manifest: words, place: optionalLine }),
  grants: [{ roles: ['drafter', 'office-clerk'], relations: ['lead', 'own'], stages: ['concluded'] }],
  event: 'matter-archived',
  decide: (_, input, context) =>
    input.on > context.today
      ? refuse('date-in-future', {}, 'on')
      : ok([{ do: 'record', kind: 'archived', payload: input }]),
})
