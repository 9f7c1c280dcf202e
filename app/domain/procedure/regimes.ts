import type { Facts, FactValue } from './condition.ts'
import { type Pack, parameterIn } from './pack.ts'

export const regimes = ['normative', 'major', 'market'] as const
export type Regime = (typeof regimes)[number]
export const regimeFact = (regime: Regime): string => `regime.${regime}`

/**
 * Which bodies of procedure a matter is under; a document may be under all three at once, and what nobody has decided stays unknown.
 * A normative document that is also a major decision is under both, unless the pack sends normative documents to their own procedure
 * only (some places do; 国令第713号 第三条第二款, verified, lets laws and regulations order it otherwise).
 */
export function regimesOf(pack: Pack, facts: Facts): Record<Regime, boolean | null> {
  const kind = facts['matter.kind'] ?? null
  const recognised = yesNo(facts['recognition.normative'])
  const decision = kind === 'major-decision'
  const normative = kind === 'normative-document' || kind === null ? recognised : decision && recognised === true
  const ownOnly = parameterIn(pack, 'documents.normative-decisions')?.value === 'own-procedure'
  const decided = yesNo(facts['major.decided'])
  const major = decision
    ? decided !== false
    : kind === 'normative-document'
      ? !ownOnly && (decided ?? yesNo(facts['facts.majorDecision']))
      : false
  const mayTouchMarket = decision || kind === 'normative-document' || kind === null
  return { normative, major, market: mayTouchMarket && yesNo(facts['facts.marketRelated']) }
}

const yesNo = (value: FactValue | undefined): boolean | null => (typeof value === 'boolean' ? value : null)

/** The regimes as facts that conditions can name. */
export const regimeFacts = (pack: Pack, facts: Facts): Record<string, boolean | null> => {
  const found = regimesOf(pack, facts)
  return Object.fromEntries(regimes.map((regime) => [regimeFact(regime), found[regime]]))
}
