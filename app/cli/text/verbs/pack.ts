import { createHash } from 'node:crypto'
import { registry } from '#app/domain/acts/registry.ts'
import { pathsRound } from '#app/domain/exploration/explore.ts'
import type { PathRound, PathStep } from '#app/domain/exploration/report.ts'
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

export const packVerb: Verb = {
  files: { least: 1, most: 1 },
  reads: 'json',
  options: {},
  usage: 'text -- pack [--json] FILE',
  run({ inputs: [input], translate }) {
    const pack = packIn(input!)
    const rounds = [...pathsRound(pack, [...registry.values()])]
    const sound = rounds.length === 0
    const names = { id: pack.id, version: pack.version }
    return {
      output: sound
        ? translate('pack-sound', { ...names, gates: pack.gates.length })
        : rounds.map((round) => told(round, translate)).join('\n'),
      json: {
        pack: names,
        sound,
        paths: rounds.map(({ code: _, ...round }) => round),
      },
      messages: [],
      exit: sound ? 0 : 1,
    }
  },
}
