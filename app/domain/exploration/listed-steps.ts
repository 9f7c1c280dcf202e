import { z } from 'zod'
import { matterKinds } from '../matter/kinds.ts'
import { condition } from '../procedure/condition.ts'
import { source, twoLanguages } from '../procedure/parameter.ts'
import rows from './listed-steps.json' with { type: 'json' }

/**
 * What the list of steps has to say where no act waits for it, so that no requirement speaks of it: when the step is for a matter, and
 * when it is done. Written from the law and from how offices work, as the requirements are, and not from the rows of a pack.
 */
const listedStep = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  kinds: z.array(z.enum(matterKinds)).min(1),
  /** The act or the evidence that the step leads to. */
  shows: z.string(),
  appliesWhen: condition.optional(),
  metWhen: condition,
  sources: z.array(source).min(1),
})
export type ListedStep = z.infer<typeof listedStep>

export const listedSteps: readonly ListedStep[] = z.array(listedStep).parse(rows)
