import type { Address } from '../text/address.ts'
import type { LegalText } from '../text/model.ts'

/**
 * How an instruction ended. `ambiguous`: the words name several places. `not-found`: no such provision or words.
 * `already-done`: the text reads as ordered. `conflict`: another instruction orders something else there.
 */
export type OutcomeState = 'applied' | 'ambiguous' | 'not-found' | 'already-done' | 'conflict'

/** `places` are addresses of the old text; `with` the numbers of the instructions in conflict. */
export type Outcome = { no: number; state: OutcomeState; places: Address[]; with: number[] }

/** A text under a decision. It is `complete` when every instruction was applied or had been done already. */
export type Consolidation = { text: LegalText; outcomes: Outcome[]; complete: boolean }
