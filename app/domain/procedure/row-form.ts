import { z } from 'zod'
import { roles } from '../access/roles.ts'
import { verifications } from '../base/source.ts'
import { plainDate } from '../base/schemas.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Condition } from './condition.ts'
import { conditionOf, type Line, type LineFault, linesOf, typedLine } from './condition-lines.ts'
import { deskRelations, type Gate, type Pack, type Step } from './pack.ts'

/** Steps and gates of a pack as a form has them: every field is words, conditions are lines. */
export const rowTables = ['steps', 'gates'] as const
export type RowTable = (typeof rowTables)[number]

const words = (most: number) => z.string().trim().max(most, 'too-long').default('')
const name = words(500).refine(Boolean, 'required')
const many = z.array(z.string().trim().min(1).max(200)).max(100).default([])
const lines = z.array(typedLine).max(200, 'too-many').default([])

export const typedSource = z
  .object({
    title: words(500),
    number: words(200),
    locus: words(500),
    quote: words(5_000),
    verification: z.enum(verifications),
    checkedBy: words(200),
    checkedOn: z.union([z.literal(''), plainDate]).default(''),
  })
  .superRefine((source, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!source.title) fault('title', 'required')
    if (source.quote && source.verification !== 'verified') fault('quote', 'quote-unread')
    if (Boolean(source.checkedBy) !== Boolean(source.checkedOn))
      fault(source.checkedBy ? 'checkedOn' : 'checkedBy', 'required')
  })
export type TypedSource = z.infer<typeof typedSource>

const common = {
  id: z
    .string()
    .trim()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key-malformed'),
  zh: name,
  en: name,
  kinds: many,
  appliesWhen: lines,
  sources: z.array(typedSource).min(1, 'source-missing').max(20),
  since: z.union([z.literal(''), plainDate]).default(''),
}

const stepShape = {
  table: z.literal('steps'),
  ...common,
  metWhen: lines.refine((all) => all.length > 0, 'required'),
  act: words(200),
  evidence: words(200),
}

const gateShape = {
  table: z.literal('gates'),
  ...common,
  acts: many.refine((all) => all.length > 0, 'required'),
  requires: lines.refine((all) => all.length > 0, 'required'),
  missingZh: name,
  missingEn: name,
  relation: z.union([z.literal(''), z.enum(deskRelations)]).default(''),
  role: z.union([z.literal(''), z.enum(roles)]).default(''),
  severity: z.enum(['block', 'warn']),
  shows: many,
}

/** A row as its form sends it, with whatever else the form carries. Who can supply what is missing is said whole or not at all. */
export const typedRuleRow = <More extends z.ZodRawShape>(more: More) =>
  z.discriminatedUnion('table', [
    z.object({ ...stepShape, ...more }),
    z.object({ ...gateShape, ...more }).superRefine((row, context) => {
      const { relation, role } = row as unknown as TypedGate
      if (Boolean(relation) !== Boolean(role))
        context.addIssue({ code: 'custom', path: [relation ? 'role' : 'relation'], message: 'required' })
    }),
  ])
export type TypedStep = z.infer<z.ZodObject<typeof stepShape>>
export type TypedGate = z.infer<z.ZodObject<typeof gateShape>>
export type TypedRuleRow = TypedStep | TypedGate

const linesFrom = (condition: Condition | undefined): Line[] => (condition ? linesOf(condition) : [])

const typedSources = (sources: Step['sources']): TypedSource[] =>
  sources.map(({ title, number = '', locus = '', quote = '', verification, checked }) => ({
    title,
    number,
    locus,
    quote,
    verification,
    checkedBy: checked?.by ?? '',
    checkedOn: checked?.on ?? '',
  }))

/** A step as its form begins. */
export const typedFromStep = (step: Step): TypedStep => ({
  table: 'steps',
  id: step.id,
  zh: step.name.zh,
  en: step.name.en,
  kinds: step.kinds ?? [],
  appliesWhen: linesFrom(step.appliesWhen),
  metWhen: linesOf(step.metWhen),
  act: step.act ?? '',
  evidence: step.evidence ?? '',
  since: step.since ?? '',
  sources: typedSources(step.sources),
})

/** A gate as its form begins. */
export const typedFromGate = (gate: Gate): TypedGate => ({
  table: 'gates',
  id: gate.id,
  zh: gate.name.zh,
  en: gate.name.en,
  kinds: gate.kinds ?? [],
  acts: gate.acts,
  appliesWhen: linesFrom(gate.appliesWhen),
  requires: linesOf(gate.requires),
  missingZh: gate.missing.zh,
  missingEn: gate.missing.en,
  relation: gate.desk?.relation ?? '',
  role: (gate.desk?.role as TypedGate['role']) ?? '',
  severity: gate.severity,
  shows: gate.shows ?? [],
  since: gate.since ?? '',
  sources: typedSources(gate.sources),
})

const emptySource: TypedSource = {
  title: '',
  number: '',
  locus: '',
  quote: '',
  verification: 'memory',
  checkedBy: '',
  checkedOn: '',
}
const fresh = { id: '', zh: '', en: '', kinds: [], appliesWhen: [], sources: [emptySource], since: '' }

/** What the form of a row begins with that is not there yet. It only warns until somebody says that it shall refuse. */
export const newRow: Record<RowTable, TypedRuleRow> = {
  steps: { table: 'steps', ...fresh, metWhen: [], act: '', evidence: '' },
  gates: {
    table: 'gates',
    ...fresh,
    acts: [],
    requires: [],
    missingZh: '',
    missingEn: '',
    relation: '',
    role: '',
    severity: 'warn',
    shows: [],
  },
}

const sourcesFrom = (sources: readonly TypedSource[]): Step['sources'] =>
  sources.map(({ title, number, locus, quote, verification, checkedBy, checkedOn }) => ({
    title,
    ...(number && { number }),
    ...(locus && { locus }),
    ...(quote && { quote }),
    verification,
    ...(checkedBy && checkedOn && { checked: { by: checkedBy, on: checkedOn } }),
  }))

/** The field of the form whose lines cannot be read. */
export type RowFault = LineFault & { of: 'appliesWhen' | 'metWhen' | 'requires' }

function read(of: RowFault['of'], lines: readonly Line[]): Result<Condition | null, RowFault> {
  const read = conditionOf(lines)
  return read.ok ? read : fail({ ...read.error, of })
}

/** The step that a form says. */
export function stepFrom(typed: TypedStep): Result<Step, RowFault> {
  const appliesWhen = read('appliesWhen', typed.appliesWhen)
  if (!appliesWhen.ok) return appliesWhen
  const metWhen = read('metWhen', typed.metWhen)
  if (!metWhen.ok) return metWhen
  return ok({
    id: typed.id,
    name: { zh: typed.zh, en: typed.en },
    ...(typed.kinds.length > 0 && { kinds: typed.kinds }),
    ...(appliesWhen.value && { appliesWhen: appliesWhen.value }),
    metWhen: metWhen.value!,
    ...(typed.act && { act: typed.act }),
    ...(typed.evidence && { evidence: typed.evidence }),
    sources: sourcesFrom(typed.sources),
    ...(typed.since && { since: typed.since }),
  })
}

/** The gate that a form says. */
export function gateFrom(typed: TypedGate): Result<Gate, RowFault> {
  const appliesWhen = read('appliesWhen', typed.appliesWhen)
  if (!appliesWhen.ok) return appliesWhen
  const requires = read('requires', typed.requires)
  if (!requires.ok) return requires
  return ok({
    id: typed.id,
    name: { zh: typed.zh, en: typed.en },
    acts: typed.acts,
    ...(typed.kinds.length > 0 && { kinds: typed.kinds }),
    ...(appliesWhen.value && { appliesWhen: appliesWhen.value }),
    requires: requires.value!,
    missing: { zh: typed.missingZh, en: typed.missingEn },
    ...(typed.relation && typed.role && { desk: { relation: typed.relation, role: typed.role } }),
    severity: typed.severity,
    sources: sourcesFrom(typed.sources),
    ...(typed.shows.length > 0 && { shows: typed.shows }),
    ...(typed.since && { since: typed.since }),
  })
}

/** The row of a pack as its form begins; null where the pack has none of this name. */
export function typedRowOf(pack: Pack, table: RowTable, id: string): TypedRuleRow | null {
  if (table === 'steps') {
    const step = pack.steps.find((row) => row.id === id)
    return step ? typedFromStep(step) : null
  }
  const gate = pack.gates.find((row) => row.id === id)
  return gate ? typedFromGate(gate) : null
}

const placed = <Row extends { id: string }>(rows: readonly Row[], before: string, row: Row | null): Row[] => {
  const at = rows.findIndex(({ id }) => id === before)
  if (!row) return rows.filter(({ id }) => id !== before)
  return at < 0 ? [...rows, row] : rows.map((one, index) => (index === at ? row : one))
}

/** The pack with the row in the place of the one that had this name, or at the end. */
export function withRow(pack: Pack, before: string, typed: TypedRuleRow): Result<Pack, RowFault> {
  if (typed.table === 'steps') {
    const step = stepFrom(typed)
    return step.ok ? ok({ ...pack, steps: placed(pack.steps, before, step.value) }) : step
  }
  const gate = gateFrom(typed)
  return gate.ok ? ok({ ...pack, gates: placed(pack.gates, before, gate.value) }) : gate
}

/** The pack without a row. What was confirmed of it goes with it. */
export const withoutRow = (pack: Pack, table: RowTable, id: string): Pack => ({
  ...pack,
  [table]: placed<Step | Gate>(pack[table], id, null),
  confirmed: pack.confirmed.filter(({ rule }) => rule !== id),
})
