import type { Source } from '../../base/source.ts'
import { type Address, addressesOf, printAddress } from '../address.ts'
import type { LegalText, ProvisionId } from '../model.ts'
import { place } from '../outline.ts'
import { referencesIn } from '../references.ts'
import type { LineOf } from '../source-lines.ts'
import { boundaryCheck } from './boundaries.ts'
import type { Check, Examined, Weight, Why } from './check.ts'
import { contentsCheck } from './contents.ts'
import { lawNameCheck } from './law-names.ts'
import { departmentCheck } from './departments.ts'
import { listKindCheck } from './list-kinds.ts'
import { listMarkCheck } from './list-marks.ts'
import { nestedQuoteCheck, pairedMarkCheck } from './marks.ts'
import { numberFormCheck } from './number-forms.ts'
import { numberingCheck } from './numbering.ts'
import { ownNameCheck } from './own-name.ts'
import { referenceCheck } from './references.ts'
import { termCheck } from './terms.ts'
import { effectCheck, effectPlaceCheck, endCheck, interpreterCheck, repealCheck } from './validity.ts'
import { wordingChecks } from './wording.ts'

/** What a check found: where, how much it weighs, in which words, why, and by which rule. */
export type Finding = {
  check: string
  weight: Weight
  in: ProvisionId
  /** `null` without a source to count in. */
  line: number | null
  address: string
  quote: string
  why: Why
  source: Source
}

/** All checks on a text by itself. A finding is a hint: people decide. */
export const checks: readonly Check[] = [
  numberingCheck,
  referenceCheck,
  ownNameCheck,
  lawNameCheck,
  termCheck,
  contentsCheck,
  listMarkCheck,
  listKindCheck,
  departmentCheck,
  pairedMarkCheck,
  nestedQuoteCheck,
  numberFormCheck,
  boundaryCheck,
  effectCheck,
  effectPlaceCheck,
  endCheck,
  interpreterCheck,
  repealCheck,
  ...wordingChecks,
]

function examine(text: LegalText): Examined {
  const placed = place(text)
  const words = new Map(placed.map(({ provision }) => [provision.id, provision.text]))
  return { text, placed, references: referencesIn(text), words }
}

/** Runs all checks. Findings stand in the order of the text, those of one provision in the order of the checks. */
export function checkText(text: LegalText, lineOf: LineOf = () => null): Finding[] {
  const examined = examine(text)
  const addresses = addressesOf(text)
  const order = new Map(examined.placed.map(({ provision }, index) => [provision.id, index]))
  const parents = new Map(examined.placed.map(({ provision, parent }) => [provision.id, parent?.id ?? null]))
  const addressOf = (id: ProvisionId): Address => {
    const parent = parents.get(id)
    return addresses.get(id) ?? (parent ? addressOf(parent) : [])
  }
  return checks
    .flatMap(({ id, weight, source, find }) =>
      find(examined).map(
        (found): Finding => ({
          check: id,
          weight: found.weight ?? weight,
          in: found.in,
          line: lineOf(found.in),
          address: printAddress(addressOf(found.in)),
          quote: found.quote,
          why: found.why,
          source,
        }),
      ),
    )
    .sort((one, other) => order.get(one.in)! - order.get(other.in)!)
}
