import { createHash } from 'node:crypto'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { write, type WrittenDecision } from '#app/domain/amendment/write.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusFiles, readCorpus } from '../support/corpus.ts'

/** Texts above this many articles take minutes and are left out, visibly. */
const mostArticles = 700

type Pair = { id: string; title: string; kind: string; articles_old: number; articles_new: number; split: string }
type Official = { instructions: number; characters: number }
type Measured = { pair: Pair; why: string; ours: Official | null; official: Official | null; seconds: number }

const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')
const counter = () => {
  let count = 0
  return () => `p${++count}`
}

const characters = (words: string) => words.replace(/\s/g, '').length

/** Instructions of a decision and the characters of all of it. */
function sizeOf(decision: string): Official {
  const instructions = readDecision(decision).documents.flatMap((one) => one.instructions).length
  return { instructions, characters: characters(decision) }
}

const oursOf = ({ decision, instructions }: WrittenDecision): Official => ({
  instructions: instructions.length,
  characters: characters(decision),
})

function measure(pair: Pair, files: readonly string[]): Measured {
  const named = (ending: string) => files.find((file) => file.startsWith(`${pair.id}_`) && file.endsWith(ending))
  const newId = counter()
  const read = (ending: string) => parse(readCorpus('pairs/dev', named(ending)!), newId)
  const [old, next] = [read('.old.txt'), read('.new.txt')]
  const decided = named('.decision.txt')
  const official = decided ? sizeOf(readCorpus('pairs/dev', decided)) : null
  const start = performance.now()
  const [texts] = amendedPairs(old, next)
  const result = write(texts!.old, texts!.next, { newId, hash })
  const seconds = (performance.now() - start) / 1000
  if (result.ok) return { pair, why: '', ours: oursOf(result.value), official, seconds }
  const { error } = result
  const residue = error.code === 'not-proved' ? error.residue[0] : undefined
  const first = error.code === 'not-proved' ? [error.address, error.expected, error.given].map(short).join(' | ') : ''
  return { pair, why: residue ? `${first} · ${short(residue)}` : first || error.code, ours: null, official, seconds }
}

const short = (words: string) => words.replaceAll(/\s+/g, ' ').slice(0, 40)
const of = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`
const against = (one: number | undefined, other: number | undefined) =>
  one && other ? `${one} / ${other} = ${(one / other).toFixed(2)}` : `${one ?? '-'} / ${other ?? '-'}`

function row({ pair, why, ours, official, seconds }: Measured): string {
  const sizes = [
    against(ours?.instructions, official?.instructions),
    against(ours?.characters, official?.characters),
    seconds.toFixed(1),
  ]
  return `| ${[pair.title, ours ? 'proved' : `no: ${why}`, ...sizes].join(' | ')} |`
}

function table(name: string, measured: readonly Measured[]): string[] {
  const proved = measured.filter(({ ours }) => ours)
  const compared = proved.filter(({ official }) => official)
  const total = (sizes: readonly (Official | null)[], key: keyof Official) =>
    sizes.reduce((sum, one) => sum + (one?.[key] ?? 0), 0)
  const [ours, theirs] = [compared.map((one) => one.ours), compared.map(({ official }) => official)]
  return [
    `${name}: proved ${of(proved.length, measured.length)}; on the ${compared.length} with an official decision instructions ${against(total(ours, 'instructions'), total(theirs, 'instructions'))}, characters ${against(total(ours, 'characters'), total(theirs, 'characters'))}`,
    '',
    '| text | decision | instructions, ours / official | characters, ours / official | seconds |',
    '| --- | --- | ---: | ---: | ---: |',
    ...measured.map(row),
    '',
  ]
}

/** Our own decisions for the pairs of the corpus; the first table of `bench:amend`. Full revisions stand apart. */
export function writtenTable(): string {
  const { pairs } = JSON.parse(readCorpus('pairs/manifest.json')) as { pairs: Pair[] }
  const files = corpusFiles('pairs/dev', '.txt')
  const dev = pairs.filter(({ split }) => split === 'dev')
  const isLong = ({ articles_old, articles_new }: Pair) => Math.max(articles_old, articles_new) > mostArticles
  const measured = dev
    .filter((one) => !isLong(one))
    .map((one) => {
      const measured = measure(one, files)
      console.error(row(measured))
      return measured
    })
  const kinds = [...new Set(measured.map(({ pair }) => pair.kind))]
  return [
    ...kinds.flatMap((kind) =>
      table(
        kind,
        measured.filter(({ pair }) => pair.kind === kind),
      ),
    ),
    ...dev.filter(isLong).map(({ title }) => `skipped, above ${mostArticles} articles: ${title}`),
  ].join('\n')
}
