import type { Condition } from '#app/domain/procedure/condition.ts'
import type { Gate, Pack } from '#app/domain/procedure/pack.ts'
import { factsIn } from '#app/domain/procedure/condition.ts'

/** A pack that differs from another in one row, and the name of the difference. */
export type Mutant = { row: string; change: string; rule: string; pack: Pack }

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

const gateMutants = (gate: Gate): Made<Gate>[] => rowMutants(gate)

const replaced = <Kind extends { id: string }>(rows: readonly Kind[], id: string, row: Kind | null): Kind[] =>
  rows.flatMap((one) => (one.id !== id ? [one] : row ? [row] : []))

/** Every way in which one row of a pack can be wrong. */
export const mutantsOf = (pack: Pack): Mutant[] => [
  ...pack.gates.flatMap((gate) =>
    gateMutants(gate).map(({ what, row }) => ({
      row: `gate ${gate.id}`,
      change: what,
      rule: gate.id,
      pack: { ...pack, gates: replaced(pack.gates, gate.id, row) },
    })),
  ),
  ...pack.steps.flatMap((step) =>
    rowMutants(step).map(({ what, row }) => ({
      row: `step ${step.id}`,
      change: what,
      rule: step.id,
      pack: { ...pack, steps: replaced(pack.steps, step.id, row) },
    })),
  ),
]
