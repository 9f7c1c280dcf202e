import { factsOfRow, type Known, type Walk } from './checks.ts'
import type { Gate } from '../procedure/pack.ts'
import { isSupplied, type Model } from './model.ts'
import { reachable } from './search.ts'
import { sliceOf } from './slice.ts'

const written = new WeakMap<object, string>()

function writtenRow(row: Gate): string {
  const known = written.get(row)
  if (known !== undefined) return known
  const made = JSON.stringify([row.appliesWhen, row.requires])
  written.set(row, made)
  return made
}

/** The gates that ask for some of these facts and the values that are told apart; rows that look at other facts only may always let pass. */
function basisOf(model: Model, facts: readonly string[]): string {
  const followed = new Set(facts)
  const matters = (fact: string) => followed.has(fact) || !isSupplied(fact, model.rules)
  const gates = [...model.gates].flatMap(([act, rows]) => {
    const mattering = rows.filter((one) => factsOfRow(one).some(matters))
    return mattering.length === 0 ? [] : [act, ...mattering.map(writtenRow)]
  })
  const domains = facts.map((fact) => `${fact} ${model.domains.get(fact)?.values.join()}`)
  return [model.kind, ...domains, ...gates].join('\n')
}

/** The parameters that a text of conditions names, with their values; how regimes follow always matters. */
function rulesIn(text: string, { rules }: Model): string {
  const named = new Set(text.match(/"parameter":"[^"]*"/g) ?? [])
  const keys = [...named].map((name) => `rule.${name.slice(13, -1)}`)
  return ['rule.documents.normative-decisions', ...keys].map((key) => `${key} ${rules[key]}`).join('\n')
}

/** States that walks keep before the oldest are forgotten. */
const mostKept = 200_000

/**
 * Remembers answers by what they depend on, so that a pack that differs in one row is explored for that row alone; and the walks
 * through the facts of a question, for other questions about them.
 */
export function remembering(): Known {
  const bases = new WeakMap<Model, Map<string, string>>()
  const rules = new WeakMap<Model, string>()
  const answers = new Map<string, unknown>()
  const walks = new Map<string, Walk>()
  let kept = 0

  const basis = (model: Model, facts: readonly string[]) => {
    const own = bases.get(model) ?? new Map<string, string>()
    bases.set(model, own)
    const name = facts.join()
    const known = own.get(name) ?? basisOf(model, facts)
    own.set(name, known)
    return known
  }
  const rulesOf = (model: Model) => {
    const known = rules.get(model) ?? JSON.stringify(model.rules)
    rules.set(model, known)
    return known
  }
  const walkOf = (model: Model, facts: readonly string[]): Walk => {
    const key = `${basis(model, facts)}\n${rulesOf(model)}`
    const known = walks.get(key)
    walks.delete(key)
    const walk = known ?? walkThrough(model, facts)
    walks.set(key, walk)
    if (!known) kept += walk.visited.length
    for (const [oldest, { visited }] of walks) {
      if (kept <= mostKept || oldest === key) break
      walks.delete(oldest)
      kept -= visited.length
    }
    return walk
  }
  return (model, wanted, row, ask) => {
    const facts = [...wanted].sort()
    const asked = `${ask.name}\n${JSON.stringify(row)}\n${basis(model, facts)}`
    const key = `${asked}\n${rulesIn(asked, model)}`
    if (!answers.has(key)) answers.set(key, ask(model, walkOf(model, facts), row))
    return answers.get(key) as ReturnType<typeof ask>
  }
}

function walkThrough(model: Model, facts: readonly string[]): Walk {
  const slice = sliceOf(model, facts)
  return { slice, visited: reachable(slice) }
}
