import { createHash } from 'node:crypto'
import { registry } from '#app/domain/acts/registry.ts'
import { gateTable, pathsRound } from '#app/domain/exploration/explore.ts'
import { type GateCell, type PathRound, type PathStep, statuses } from '#app/domain/exploration/report.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import { composePack, localPackSchema } from '#app/domain/procedure/local-pack.ts'
import { type Pack, packHash, packSchema } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { type Locale, wordsIn } from '#app/messages/locale.ts'
import { InputFault } from '../fault.ts'
import { type Input, valueIn } from '../input.ts'
import type { Translate } from '../translate.ts'
import type { Verb } from '../verb.ts'

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** A complete pack, or the rules of a place laid over the national pack. @throws InputFault for anything else. */
function packIn(input: Input): Pack {
  const value = valueIn(input)
  const local = localPackSchema.safeParse(value)
  if (local.success) {
    const composed = composePack(nationalPack, packHash(nationalPack, sha256), local.data)
    if (composed.ok) return composed.value
    throw new InputFault('pack-not-composed', { reason: Object.values(composed.error).join(' ') }, input.name)
  }
  const whole = packSchema.safeParse(value)
  if (whole.success) return whole.data
  const [issue] = whole.error.issues
  throw new InputFault('not-a-pack', { place: issue?.path.join('.') || '/', reason: issue?.message ?? '' }, input.name)
}

function stepWords({ act, outcome, position }: PathStep, translate: Translate): string {
  const done = outcome ? `${translate(`acts.${act}`)} (${outcome})` : translate(`acts.${act}`)
  return position === 'none' ? done : `${done} [${translate(`stages.${position}`)}]`
}

const factWords = (facts: PathStep['facts']) =>
  Object.entries(facts)
    .map(([name, value]) => `${name} = ${value ?? '?'}`)
    .join(', ')

function told({ kind, name, act, path, facts, sources }: PathRound, translate: Translate): string {
  const locale = translate('compare-language') as Locale
  const [source] = sources
  return [
    translate('pack-round', {
      kind: translate(`kinds.of.${kind}.name`),
      act: translate(`acts.${act}`),
      rule: wordsIn(locale, name),
      source: [source?.title, source?.locus].filter(Boolean).join(' '),
    }),
    `  ${path.map((step) => stepWords(step, translate)).join(' > ')}`,
    `  ${factWords(facts)}`,
  ].join('\n')
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

/** All states of a gate at a stage first, then the edits; those of several classes that come to the same are one row. */
const sameTogether = (cells: readonly GateCell[]): GateCell[][] =>
  grouped(cells, ({ edit, ...rest }) => JSON.stringify([edit === null, rest]))

/** A table with tabs: gate, stage and edit, and how many states stand in each way. */
function countLines(cells: readonly GateCell[], { gates }: Pack, translate: Translate): string[] {
  const locale = translate('compare-language') as Locale
  const names = new Map(gates.map(({ id, name }) => [id, wordsIn(locale, name)]))
  const places = grouped(cells, ({ kind, rule, position }) => `${kind} ${rule} ${position}`)
  const head = ['gate', 'positions', 'edit', ...statuses].map((key) => translate(`admin.exploration.${key}`))
  const rows = places.flatMap(sameTogether).map((same) => {
    const { kind, rule, position, ...counts } = same[0]!
    return [
      translate(`kinds.of.${kind}.name`),
      names.get(rule)!,
      position === 'none' ? '—' : translate(`stages.${position}`),
      same.map(({ edit }) => (edit ? translate(`admin.exploration.outcomes.${edit}`) : '—')).join(' / '),
      ...statuses.map((status) => counts[status]),
    ].join('\t')
  })
  return ['', [translate('pack-kind'), ...head].join('\t'), ...rows]
}

export const packVerb: Verb = {
  files: { least: 1, most: 1 },
  reads: 'json',
  options: { counts: 'flag' },
  usage: 'text -- pack [--counts] [--json] FILE',
  run({ inputs: [input], flag, translate }) {
    const pack = packIn(input!)
    const acts = [...registry.values()]
    const known = remembering()
    const rounds = [...pathsRound(pack, acts, known)]
    const cells = flag('counts') ? [...gateTable(pack, acts, known)] : null
    const sound = rounds.length === 0
    const names = { id: pack.id, version: pack.version }
    const found = sound
      ? [translate('pack-sound', { ...names, gates: pack.gates.length })]
      : rounds.map((round) => told(round, translate))
    return {
      output: [...found, ...(cells ? countLines(cells, pack, translate) : [])].join('\n'),
      json: {
        pack: names,
        sound,
        paths: rounds.map(({ code: _, ...round }) => round),
        ...(cells && { states: cells }),
      },
      messages: [],
      exit: sound ? 0 : 1,
    }
  },
}
