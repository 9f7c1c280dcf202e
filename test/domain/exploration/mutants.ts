import type { Condition } from '#app/domain/procedure/condition.ts'
import type { Gate, Pack, Step } from '#app/domain/procedure/pack.ts'
import { factsIn } from '#app/domain/procedure/condition.ts'

/** A pack that differs from another in one row, and the name of the difference. */
export type Mutant = { name: string; pack: Pack }

type Part = [path: string, condition: Condition]

/** Every condition with one part of it changed by `change`, which says no with `null`. */
function changedAt(condition: Condition, change: (part: Condition) => Condition | null, path = ''): Part[] {
  const here = change(condition)
  const own: Part[] = here ? [[path || '/', here]] : []
  if ('all' in condition || 'any' in condition) {
    const key = 'all' in condition ? 'all' : 'any'
    const parts = 'all' in condition ? condition.all : condition.any
    return [
      ...own,
      ...parts.flatMap((part, at) =>
        changedAt(part, change, `${path}/${key}.${at}`).map(
          ([where, made]): Part => [
            where,
            { [key]: parts.map((one, index) => (index === at ? made : one)) } as Condition,
          ],
        ),
      ),
    ]
  }
  if ('not' in condition)
    return [
      ...own,
      ...changedAt(condition.not, change, `${path}/not`).map(([where, made]): Part => [where, { not: made }]),
    ]
  return own
}

function flipped(part: Condition): Condition | null {
  if ('atLeast' in part) return { atMost: part.atLeast }
  if ('atMost' in part) return { atLeast: part.atMost }
  if ('eq' in part && typeof part.eq[1] === 'boolean') return { eq: [part.eq[0], !part.eq[1]] }
  if ('eq' in part) return { not: part }
  if ('in' in part) return { not: part }
  return null
}

/** A part of an `all` that speaks of what `isAbout` names is left out. */
const without =
  (isAbout: (fact: string) => boolean) =>
  (part: Condition): Condition | null => {
    if (!('all' in part)) return null
    const left = part.all.filter((one) => !factsIn(one).every(isAbout))
    return left.length > 0 && left.length < part.all.length ? { all: left } : null
  }
const isApprover = (fact: string) => /\.(approver|ground)$/.test(fact)
const isFreshness = (fact: string) => /\.fresh$|postMeeting|signaturesMissing/.test(fact)

type Row = { id: string; appliesWhen?: Condition; requires?: Condition; metWhen?: Condition }
type Made<Kind> = { what: string; row: Kind | null }

function rowMutants<Kind extends Row>(row: Kind): Made<Kind>[] {
  const conditions = (['appliesWhen', 'requires', 'metWhen'] as const).flatMap((field) =>
    row[field] ? [[field, row[field]] as const] : [],
  )
  const each = (what: string, change: (part: Condition) => Condition | null, fields = conditions) =>
    fields.flatMap(([field, condition]) =>
      changedAt(condition, change).map(([where, made]) => ({
        what: `${field} ${where} ${what}`,
        row: { ...row, [field]: made },
      })),
    )
  const whole = conditions.map(([field, condition]) => ({
    what: `${field} negated`,
    row: { ...row, [field]: { not: condition } },
  }))
  return [
    { what: 'removed', row: null },
    ...whole,
    ...each('flipped', flipped),
    ...each('without approver or ground', without(isApprover)),
    ...each('without reopening', without(isFreshness)),
  ]
}

const gateMutants = (gate: Gate): Made<Gate>[] => [
  ...rowMutants(gate),
  ...(gate.severity === 'block' ? [{ what: 'only warns', row: { ...gate, severity: 'warn' as const } }] : []),
  ...(gate.acts.length > 1
    ? gate.acts.map((act) => ({
        what: `no longer before ${act}`,
        row: { ...gate, acts: gate.acts.filter((one) => one !== act) },
      }))
    : []),
]

const replaced = <Kind extends { id: string }>(rows: readonly Kind[], id: string, row: Kind | null): Kind[] =>
  rows.flatMap((one) => (one.id !== id ? [one] : row ? [row] : []))

/** Parameters that a condition or an act of the road reads. */
const parameterMutants = (pack: Pack): Mutant[] => {
  const named = new Set(
    [...pack.gates, ...pack.steps]
      .flatMap((row) => conditionsOf(row).flatMap(factsIn))
      .filter((fact) => fact.startsWith('rule.')),
  )
  return pack.parameters
    .filter(({ key }) => named.has(`rule.${key}`))
    .flatMap((row) => [
      {
        name: `parameter ${row.key} removed`,
        pack: { ...pack, parameters: pack.parameters.filter((one) => one !== row) },
      },
      ...(typeof row.value === 'number'
        ? [
            {
              name: `parameter ${row.key} lowered`,
              pack: {
                ...pack,
                parameters: pack.parameters.map((one) =>
                  one === row ? { ...row, value: Number(row.value) - 1 } : one,
                ),
              },
            },
          ]
        : []),
    ])
}

const conditionsOf = (row: Gate | Step): Condition[] =>
  [row.appliesWhen, 'requires' in row ? row.requires : row.metWhen].filter((one) => one !== undefined)

/** Every way in which one row of a pack can be wrong. */
export const mutantsOf = (pack: Pack): Mutant[] => [
  ...pack.gates.flatMap((gate) =>
    gateMutants(gate).map(({ what, row }) => ({
      name: `gate ${gate.id} ${what}`,
      pack: { ...pack, gates: replaced(pack.gates, gate.id, row) },
    })),
  ),
  ...pack.steps.flatMap((step) =>
    rowMutants(step).map(({ what, row }) => ({
      name: `step ${step.id} ${what}`,
      pack: { ...pack, steps: replaced(pack.steps, step.id, row) },
    })),
  ),
  ...parameterMutants(pack),
]
