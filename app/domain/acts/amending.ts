import { z } from 'zod'
import { ok } from '../base/result.ts'
import { line, words } from '../base/schemas.ts'
import { amendedModes } from '../matter/records.ts'
import { act, refuse } from './act.ts'
import { drafters } from './drafting.ts'

/**
 * Names the document of the register, or the law of the library, that the matter amends or replaces, by its number or
 * title. What was named before gives way; the reason is kept with both.
 */
export const linkAmendedText = act({
  name: 'link-amended-text',
  subject: 'matter',
  input: z.object({ mode: z.enum(amendedModes), amendedText: line, reason: words }),
  grants: drafters,
  event: 'amended-text-linked',
  decide: (matter, { mode, reason }, { amended }) => {
    if (amended === 'several') return refuse('amended-text-several', {}, 'amendedText')
    if (!amended || amended.registeredMatterId === matter.id) return refuse('amended-text-unknown', {}, 'amendedText')
    return ok([{ do: 'record', kind: 'amended-text-linked', payload: { mode, reason, ...amended, after: [] } }])
  },
})
