import { type Facts, type FactValue, factsIn, holds, parameterFact } from './condition.ts'
import type { Gate, Pack, Step } from './pack.ts'
import { regimeFacts } from './regimes.ts'

export type GateResult = {
  rule: string
  name: Gate['name']
  met: boolean
  /** A gate that does not block says what it found and lets pass. */
  severity: 'block' | 'warn'
  missing: Gate['missing']
  desk: Gate['desk'] | null
  sources: Gate['sources']
  /** Every fact the rule looked at, with its value at that moment; `null` is unknown. */
  facts: Record<string, FactValue>
}

/** A rule that rests on memory alone does not block until the jurisdiction has confirmed it by name and date. */
export const severityOf = (gate: Gate, pack: Pack): 'block' | 'warn' =>
  gate.sources.every((source) => source.verification === 'memory' || source.verification === 'practice') &&
  !pack.confirmed.some(({ rule }) => rule === gate.id)
    ? 'warn'
    : gate.severity

/** The values that a pack gives its parameters, as facts that conditions can name. */
const parameterFacts = (pack: Pack): Facts =>
  Object.fromEntries(
    pack.parameters.flatMap(({ key, value }) =>
      value === undefined || (value !== null && typeof value === 'object') ? [] : [[parameterFact(key), value]],
    ),
  )

/** A page asks the gates of many acts about one matter: its facts under a pack are put together once. Neither is ever changed. */
const known = new WeakMap<Pack, { parameters: Facts; under: WeakMap<Facts, Facts> }>()

/** What is known of a matter, the values that the pack gives its parameters, and the regimes that follow from both. */
export function factsUnder(pack: Pack, facts: Facts): Facts {
  const ofPack = known.get(pack) ?? { parameters: parameterFacts(pack), under: new WeakMap<Facts, Facts>() }
  known.set(pack, ofPack)
  const found = ofPack.under.get(facts)
  if (found) return found
  const made = { ...ofPack.parameters, ...regimeFacts(pack, facts), ...facts }
  ofPack.under.set(facts, made)
  return made
}

/** {fact} stands for its value, {one - other} for the difference of two numbers. */
const fill = (words: string, facts: Facts) =>
  words.replace(/\{([\w.-]+?)(?: - ([\w.-]+))?\}/g, (_, name: string, less: string | undefined) => {
    const value = facts[name] ?? null
    if (less === undefined) return String(value ?? '—')
    return typeof value === 'number' ? String(value - Number(facts[less] ?? 0)) : '—'
  })

const wholeRoad: ReadonlySet<unknown> = new Set(['normative-document', 'major-decision'])

/** Whether a row is for matters of this kind at all; a matter that was not opened yet is taken for a document. */
export function isOfKind(row: Pick<Step | Gate, 'kinds'>, facts: Facts): boolean {
  const kind = facts['matter.kind'] ?? 'normative-document'
  return row.kinds ? row.kinds.some((one) => one === kind) : wholeRoad.has(kind)
}

/** Every gate that stands before an act and applies to these facts, with what it found. */
export function gatesBefore(act: string, pack: Pack, of: Facts): GateResult[] {
  const gates = pack.gates.filter((gate) => gate.acts.includes(act))
  if (gates.length === 0) return []
  const facts = factsUnder(pack, of)
  return gates
    .filter((gate) => isOfKind(gate, facts))
    .filter((gate) => !gate.appliesWhen || holds(gate.appliesWhen, facts) !== false)
    .map((gate) => ({
      rule: gate.id,
      name: gate.name,
      met: holds(gate.requires, facts) === true,
      severity: severityOf(gate, pack),
      missing: { zh: fill(gate.missing.zh, facts), en: fill(gate.missing.en, facts) },
      desk: gate.desk ?? null,
      sources: gate.sources,
      facts: Object.fromEntries(
        [
          ...new Set([
            ...(gate.appliesWhen ? factsIn(gate.appliesWhen) : []),
            ...factsIn(gate.requires),
            ...(gate.shows ?? []),
          ]),
        ].map((name) => [name, facts[name] ?? null]),
      ),
    }))
}

export const blocking = (results: GateResult[]): GateResult[] =>
  results.filter((result) => !result.met && result.severity === 'block')

export type StepState = { step: Step; applies: boolean | null; met: boolean }

/** The steps of a matter of its kind: which apply, which do not and why (its condition), which are met by what was done. */
export function stepsOf(pack: Pack, of: Facts): StepState[] {
  const facts = factsUnder(pack, of)
  return pack.steps
    .filter((step) => isOfKind(step, facts))
    .map((step) => ({
      step,
      applies: step.appliesWhen ? holds(step.appliesWhen, facts) : true,
      met: holds(step.metWhen, facts) === true,
    }))
}
