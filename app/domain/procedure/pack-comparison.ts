import { canonicalJson } from '../base/canonical-json.ts'
import type { Facts } from './condition.ts'
import { gatesBefore, stepsOf } from './gates.ts'
import type { Gate, Pack, Step } from './pack.ts'
import type { Parameter } from './parameter.ts'

export type Change<Row> = { before: Row | null; after: Row | null }

function changesOf<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): Change<Row>[] {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row])))
  return [...new Set([...old!.keys(), ...now!.keys()])]
    .map((key) => ({ before: old!.get(key) ?? null, after: now!.get(key) ?? null }))
    .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after))
}

export type PackComparison = {
  parameters: Change<Parameter>[]
  steps: Change<Step>[]
  gates: Change<Gate>[]
  confirmed: Change<Pack['confirmed'][number]>[]
}

/** What differs between two packs, row by row, by key and id. */
export const comparePacks = (before: Pack, after: Pack): PackComparison => ({
  parameters: changesOf(before.parameters, after.parameters, ({ key }) => key),
  steps: changesOf(before.steps, after.steps, ({ id }) => id),
  gates: changesOf(before.gates, after.gates, ({ id }) => id),
  confirmed: changesOf(before.confirmed, after.confirmed, ({ rule }) => rule),
})

export type Standing = 'met' | 'warns' | 'refuses' | 'not-applicable' | 'absent'
export type Turn = { kind: 'gate' | 'step'; id: string; name: Gate['name']; before: Standing; after: Standing }

function standingsOf(
  pack: Pack,
  facts: Facts,
): Map<string, Pick<Turn, 'kind' | 'id' | 'name'> & { standing: Standing }> {
  const acts = [...new Set(pack.gates.flatMap((gate) => gate.acts))]
  const results = new Map(acts.flatMap((act) => gatesBefore(act, pack, facts)).map((result) => [result.rule, result]))
  const gates = pack.gates.map(({ id, name }) => {
    const result = results.get(id)
    const standing: Standing = !result
      ? 'not-applicable'
      : result.met
        ? 'met'
        : result.severity === 'block'
          ? 'refuses'
          : 'warns'
    return { kind: 'gate' as const, id, name, standing }
  })
  const steps = stepsOf(pack, facts).map(({ step, applies, met }) => {
    const standing: Standing = applies === false ? 'not-applicable' : met ? 'met' : 'refuses'
    return { kind: 'step' as const, id: step.id, name: step.name, standing }
  })
  return new Map([...gates, ...steps].map((row) => [`${row.kind} ${row.id}`, row]))
}

/** What would turn out otherwise for a matter with these facts if it ran under another pack. */
export function turnsUnder(before: Pack, after: Pack, facts: Facts): Turn[] {
  const [old, now] = [standingsOf(before, facts), standingsOf(after, facts)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => {
      const { kind, id, name } = (now.get(key) ?? old.get(key))!
      return { kind, id, name, before: old.get(key)?.standing ?? 'absent', after: now.get(key)?.standing ?? 'absent' }
    })
    .filter((turn): turn is Turn => turn.before !== turn.after)
}
