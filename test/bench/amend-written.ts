import { createHash } from 'node:crypto'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { write } from '#app/domain/amendment/write.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusFiles, readCorpus } from '../support/corpus.ts'
import { ordersOn, sameOperations } from './operations.ts'

/** Texts above this many articles take minutes and are left out, visibly. */
const mostArticles = 700

type Pair = { id: string; title: string; kind: string; articles_old: number; articles_new: number; split: string }
type Official = { instructions: number; characters: number }
type Measured = {
  pair: Pair
  why: string
  ours: Official | null
  official: Official | null
  /** Articles to which both decisions do the same, of those that either changes. */
  operations: { same: number; all: number } | null
  seconds: number
}

const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')
const counter = () => {
  let count = 0
  return () => `p${++count}`
}

const characters = (words: string) => words.replace(/\s/g, '').length

/** Instructions of a decision on one text and the characters of their words. */
function sizeOf(decision: string, title: string): Official {
  const orders = ordersOn(decision, title)
  return { instructions: orders.length, characters: characters(orders.map(({ quote }) => quote).join('')) }
}

function measure(pair: Pair, files: readonly string[]): Measured {
  const named = (ending: string) => files.find((file) => file.startsWith(`${pair.id}_`) && file.endsWith(ending))
  const newId = counter()
  const read = (ending: string) => parse(readCorpus('pairs/dev', named(ending)!), newId)
  const [old, next] = [read('.old.txt'), read('.new.txt')]
  const decided = named('.decision.txt')
  const words = decided ? readCorpus('pairs/dev', decided) : null
  const start = performance.now()
  const [texts] = amendedPairs(old, next)
  const result = write(texts!.old, texts!.next, { newId, hash })
  const seconds = (performance.now() - start) / 1000
  const title = texts!.title
  const official = words === null ? null : sizeOf(words, title)
  if (result.ok) {
    const { decision } = result.value
    const operations = words === null ? null : sameOperations(ordersOn(decision, title), ordersOn(words, title))
    return { pair, why: '', ours: sizeOf(decision, title), official, operations, seconds }
  }
  const { error } = result
  const residue = error.code === 'not-proved' ? error.residue[0] : undefined
  const first = error.code === 'not-proved' ? [error.address, error.expected, error.given].map(short).join(' | ') : ''
  return {
    pair,
    why: residue ? `${first} · ${short(residue)}` : first || error.code,
    ours: null,
    official,
    operations: null,
    seconds,
  }
}

const short = (words: string) => words.replaceAll(/\s+/g, ' ').slice(0, 40)
const of = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`
const against = (one: number | undefined, other: number | undefined) =>
  one && other ? `${one} / ${other} = ${(one / other).toFixed(2)}` : `${one ?? '-'} / ${other ?? '-'}`

function row({ pair, why, ours, official, operations, seconds }: Measured): string {
  const sizes = [
    against(ours?.instructions, official?.instructions),
    against(ours?.characters, official?.characters),
    operations ? `${operations.same} / ${operations.all}` : '-',
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
  const alike = (some: readonly Measured[]) => {
    const operations = some.flatMap((one) => one.operations ?? [])
    const sum = (key: 'same' | 'all') => operations.reduce((found, one) => found + one[key], 0)
    return of(sum('same'), sum('all'))
  }
  // The 最高人民法院 gives the whole article even where one word changes.
  const isLaw = ({ pair }: Measured) => !pair.title.startsWith('最高人民')
  return [
    `${name}: proved ${of(proved.length, measured.length)}; on the ${compared.length} with an official decision instructions ${against(total(ours, 'instructions'), total(theirs, 'instructions'))}, characters ${against(total(ours, 'characters'), total(theirs, 'characters'))}, the same operation on ${alike(compared)} articles, in laws and regulations ${alike(compared.filter(isLaw))}`,
    '',
    '| text | decision | instructions, ours / official | characters, ours / official | same operation / articles | seconds |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
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
