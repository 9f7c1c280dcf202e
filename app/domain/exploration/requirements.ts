import { z } from 'zod'
import { matterKinds } from '../matter/kinds.ts'
import { condition } from '../procedure/condition.ts'
import { isUnread, source, twoLanguages } from '../procedure/parameter.ts'
import rows from './requirements.json' with { type: 'json' }

/**
 * What the law wants to be true at an act, whatever rows a pack has for it: the measure by which a pack is explored. Written from the
 * law and not from the packs, so that a row that is missing there is missed.
 */
const requirement = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  kinds: z.array(z.enum(matterKinds)).min(1),
  acts: z.array(z.string()).min(1),
  appliesWhen: condition.optional(),
  requires: condition,
  sources: z.array(source).min(1),
})
export type Requirement = z.infer<typeof requirement>

export const requirements: readonly Requirement[] = z.array(requirement).parse(rows)

/** What nobody read in the law, or what is practice alone, holds only where the rules of the pack were confirmed. */
export const isLaw = ({ sources }: Pick<Requirement, 'sources'>): boolean => !isUnread(sources)
