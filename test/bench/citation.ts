import { readLibraryFolder } from '#app/server/import/library-folder.server.ts'
import { join } from 'node:path'
import { corpusDir } from '../support/corpus.ts'
import { measureChecked, measureMade, precision, recall, type Score } from './citation/measure.ts'

/** npm run bench:cite: how many citations are found and how many of those are right, on made and on real sentences. */

const made = { count: 20_000, seed: 7 }
const percent = (share: number) => `${(100 * share).toFixed(2)} %`
const row = (name: string, lines: number, score: Score) =>
  `| ${name} | ${lines} | ${score.right + score.missed.length} | ${percent(precision(score))} | ${percent(recall(score))} |`

console.log('| Sentences | Lines | Citations | Precision | Recall |\n| --- | --- | --- | --- | --- |')
console.log(row('made from their structure', made.count, measureMade(made.count, made.seed)))
if (corpusDir) {
  const { library } = await readLibraryFolder(join(corpusDir, 'laws'))
  const { score, lines, changed } = measureChecked(library.names)
  console.log(row('of the corpus, read by hand', lines, score))
  if (changed > 0) console.log(`\n${changed} lines are not as they were read and were left out.`)
  for (const one of score.wrong) console.log(`wrong: ${one}`)
  for (const one of score.missed) console.log(`missed: ${one}`)
} else console.log('\nThe corpus is not on this machine.')
