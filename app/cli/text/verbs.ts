import type { Verb } from './verb.ts'
import { checkVerb } from './verbs/check.ts'
import { citeVerb } from './verbs/cite.ts'
import { parseVerb } from './verbs/parse.ts'

/** Everything that can be asked of the legal text engine from a shell. */
export const verbs: Readonly<Record<string, Verb>> = { parse: parseVerb, cite: citeVerb, check: checkVerb }
