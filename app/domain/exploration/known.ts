import { factsOfRow, type Known } from './checks.ts'
import type { Gate } from '../procedure/pack.ts'
import { isSupplied, type Model } from './model.ts'

/** Everything that an answer about these facts can depend on; rows that look at other facts only may always let pass. */
function basisOf(model: Model, facts: readonly string[], row: unknown): string {
  const followed = new Set(facts)
  const matters = (fact: string) => followed.has(fact) || !isSupplied(fact, model.rules)
  const gates = [...model.gates].flatMap(([act, rows]) => {
    const mattering = rows.filter((one) => factsOfRow(one).some(matters))
    return mattering.length === 0 ? [] : [act, ...mattering.map(writtenRow)]
  })
  const domains = facts.map((fact) => `${fact} ${model.domains.get(fact)?.values.join()}`)
  const asked = [JSON.stringify(row), ...domains, ...gates].join('\n')
  const rules = [...new Set(asked.match(/"parameter":"[^"]*"/g) ?? [])].map((name) => {
    const key = `rule.${name.slice(13, -1)}`
    return `${key} ${model.rules[key]}`
  })
  return [asked, ...rules].join('\n')
}

const written = new WeakMap<object, string>()

function writtenRow(row: Gate): string {
  const known = written.get(row)
  if (known !== undefined) return known
  const made = JSON.stringify([row.appliesWhen, row.requires])
  written.set(row, made)
  return made
}

/** Remembers answers by what they depend on, so that a pack that differs in one row is explored for that row alone. */
export function remembering(): Known {
  const answers = new Map<string, unknown>()
  return (model, facts, row, ask) => {
    const key = `${ask.name} ${model.kind} ${model.rules['rule.documents.normative-decisions']}\n${basisOf(model, facts, row)}`
    if (!answers.has(key)) answers.set(key, ask(model, facts, row))
    return answers.get(key) as ReturnType<typeof ask>
  }
}
