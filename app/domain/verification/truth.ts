import type { Facts, FactValue } from './shape.ts'

/** Three values in order, so that “all” is the least, “any” the greatest and “not” the mirror (Kleene). */
const no = 0
const unknown = 1
const yes = 2
type Truth = typeof no | typeof unknown | typeof yes

type Condition = Record<string, unknown>
const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const partsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export type Comparing = {
  fact: string
  comparison: 'atLeast' | 'atMost'
  parameter: string | null
  bound: number | null
}

const known = (facts: Facts, name: unknown): FactValue =>
  Object.hasOwn(facts, String(name)) ? (facts[String(name)] ?? null) : null
const said = (value: boolean): Truth => (value ? yes : no)

/** The name under which a parameter of the pack stands among the facts. */
export const ruleFact = (key: string): string => `rule.${key}`

function comparingIn(condition: Condition, facts: Facts): Comparing | null {
  const comparison = 'atLeast' in condition ? 'atLeast' : 'atMost' in condition ? 'atMost' : null
  if (!comparison) return null
  const [fact, limit] = partsOf(condition[comparison])
  const parameter = isCondition(limit) ? String(limit.parameter) : null
  const bound = parameter === null ? limit : known(facts, ruleFact(parameter))
  return { fact: String(fact), comparison, parameter, bound: typeof bound === 'number' ? bound : null }
}

function compared({ fact, comparison, bound }: Comparing, facts: Facts): Truth {
  const value = known(facts, fact)
  if (typeof value !== 'number' || bound === null) return unknown
  return said(comparison === 'atLeast' ? value >= bound : value <= bound)
}

function equal(value: FactValue, wanted: unknown, matches: boolean): Truth {
  if (value === null) return wanted === null ? yes : unknown
  return said(matches)
}

/** A condition that nobody can read is not known to hold. */
function truthOf(condition: unknown, facts: Facts): Truth {
  if (!isCondition(condition)) return unknown
  if ('all' in condition) return least(partsOf(condition.all).map((part) => truthOf(part, facts)))
  if ('any' in condition) return greatest(partsOf(condition.any).map((part) => truthOf(part, facts)))
  if ('not' in condition) return (yes - truthOf(condition.not, facts)) as Truth
  if ('present' in condition) return said(known(facts, condition.present) !== null)
  const [name, wanted] = partsOf(condition.eq ?? condition.in)
  const value = known(facts, name)
  if ('eq' in condition) return equal(value, wanted, value === wanted)
  if ('in' in condition) return equal(value, wanted, partsOf(wanted).includes(value))
  const comparing = comparingIn(condition, facts)
  return comparing ? compared(comparing, facts) : unknown
}

const least = (values: Truth[]): Truth => (values.includes(no) ? no : values.includes(unknown) ? unknown : yes)
const greatest = (values: Truth[]): Truth => (values.includes(yes) ? yes : values.includes(unknown) ? unknown : no)

/** True, false, or `null` where what is known does not decide it. */
export function holdsFor(condition: unknown, facts: Facts): boolean | null {
  const truth = truthOf(condition, facts)
  return truth === unknown ? null : truth === yes
}

function walk(condition: unknown, visit: (leaf: Condition) => void): void {
  if (!isCondition(condition)) return
  const inner = condition.all ?? condition.any
  if (inner !== undefined) for (const part of partsOf(inner)) walk(part, visit)
  else if ('not' in condition) walk(condition.not, visit)
  else visit(condition)
}

/** The facts that a condition reads, in the order in which it mentions them. */
export function factsRead(condition: unknown): string[] {
  const names: string[] = []
  walk(condition, (leaf) => {
    if ('present' in leaf) names.push(String(leaf.present))
    else names.push(String(partsOf(Object.values(leaf)[0])[0]))
    const comparing = comparingIn(leaf, {})
    if (comparing?.parameter) names.push(ruleFact(comparing.parameter))
  })
  return [...new Set(names)]
}

/** Every comparison of a number in a condition, in its order. */
export function comparisonsIn(condition: unknown, facts: Facts): Array<Comparing & { holds: boolean | null }> {
  const found: Array<Comparing & { holds: boolean | null }> = []
  walk(condition, (leaf) => {
    const comparing = comparingIn(leaf, facts)
    if (!comparing) return
    const truth = compared(comparing, facts)
    found.push({ ...comparing, holds: truth === unknown ? null : truth === yes })
  })
  return found
}
