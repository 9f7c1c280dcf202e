import type { Verb } from './verb.ts'
import { amendVerb } from './verbs/amend.ts'
import { checkVerb } from './verbs/check.ts'
import { citeVerb } from './verbs/cite.ts'
import { compareVerb } from './verbs/compare.ts'
import { consolidateVerb } from './verbs/consolidate.ts'
import { packVerb } from './verbs/pack.ts'
import { parseVerb } from './verbs/parse.ts'
import { verifyVerb } from './verbs/verify.ts'

/** Everything that can be asked of the legal text engine from a shell. */
export const verbs: Readonly<Record<string, Verb>> = {
  parse: parseVerb,
  compare: compareVerb,
  amend: amendVerb,
  consolidate: consolidateVerb,
  cite: citeVerb,
  check: checkVerb,
  pack: packVerb,
  verify: verifyVerb,
}
