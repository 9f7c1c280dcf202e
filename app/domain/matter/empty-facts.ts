import type { Facts } from '../procedure/condition.ts'
import { factsFor } from './facts.ts'

/** Facts of a matter of which nothing is known yet: every name that the engine supplies, with the value it begins with. */
export const emptyFacts: Facts = factsFor({ id: '', revision: 0, records: [] }, '0001-01-01', new Map() as never)
