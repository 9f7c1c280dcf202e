import type { Citation } from '#app/domain/citation/citation.ts'
import { citationsIn } from '#app/domain/citation/find.ts'
import type { BareNames } from '#app/domain/citation/names.ts'
import { namesForFinding } from '#app/domain/citation/find.ts'
import { printAddress } from '#app/domain/text/address.ts'
import { readCorpus } from '../../support/corpus.ts'
import checked from '../../fixtures/citations/checked.json' with { type: 'json' }
import { chance as chanceOf } from '../text/chance.ts'
import { bareTitles, type Sentence, sentence } from './sentences.ts'

/** Found and right, found and wrong, not found. A citation is right when its place, its document and its provision are. */
export type Score = { right: number; wrong: string[]; missed: string[] }

export const precision = ({ right, wrong }: Score): number => right / Math.max(1, right + wrong.length)
export const recall = ({ right, missed }: Score): number => right / Math.max(1, right + missed.length)

function compared(found: readonly string[], wanted: readonly string[], where: string): Score {
  const left = [...wanted]
  const wrong: string[] = []
  for (const one of found) {
    const at = left.indexOf(one)
    if (at < 0) wrong.push(`${where}${one}`)
    else left.splice(at, 1)
  }
  return { right: wanted.length - left.length, wrong, missed: left.map((one) => `${where}${one}`) }
}

const together = (scores: readonly Score[]): Score => ({
  right: scores.reduce((sum, { right }) => sum + right, 0),
  wrong: scores.flatMap(({ wrong }) => wrong),
  missed: scores.flatMap(({ missed }) => missed),
})

const range = ({ address, until }: Citation) => printAddress(address) + (until ? `~${printAddress(until)}` : '')

/** Sentences made from their structure: what stands in them is known. */
export function measureMade(count: number, seed: number): Score {
  const names = namesForFinding(bareTitles)
  const chance = chanceOf(seed)
  const scoreOf = ({ words, citations }: Sentence) =>
    compared(
      citationsIn([words], { names }).map((one) => `${one.quote} ${one.title ?? ''} ${range(one)}`),
      citations.map(({ quote, title, address }) => `${quote} ${title ?? ''} ${address}`),
      `${words} | `,
    )
  return together(Array.from({ length: count }, () => scoreOf(sentence(chance))))
}

type Row = { file: string; line: number; length: number; citations: Array<[number, number, string, string]> }
const label = /^\s*第[^条章节]{1,9}条(?:之[一二三])?\s+/

/** Lines of the corpus drawn by chance and read by hand; a line that is not as long as it was has changed. */
export function measureChecked(names: BareNames): { score: Score; lines: number; changed: number } {
  const rows = (checked as unknown as Row[]).map((row) => ({
    ...row,
    words: readCorpus(row.file).split('\n')[row.line - 1] ?? '',
  }))
  const same = rows.filter(({ words, length }) => words.length === length)
  const scores = same.map(({ file, line, words, citations }) => {
    const body = words.replace(label, (found) => ' '.repeat(found.length))
    const found = citationsIn([body], { names }).map((one) => `${one.start}-${one.end} ${one.form} ${range(one)}`)
    const wanted = citations.map(([start, end, form, address]) => `${start}-${end} ${form} ${address}`)
    return compared(found, wanted, `${file}:${line} `)
  })
  return { score: together(scores), lines: same.length, changed: rows.length - same.length }
}
