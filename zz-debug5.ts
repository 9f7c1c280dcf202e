import { createHash } from 'node:crypto'
import { write } from '#app/domain/amendment/write.ts'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusFiles, readCorpus } from './test/support/corpus.ts'
import { ordersOn, sameOperations } from './test/bench/operations.ts'
const hash = (w: string | Uint8Array) => createHash('sha256').update(w).digest('hex')
let c = 0
const newId = () => `p${++c}`
const files = corpusFiles('pairs/dev', '.txt')
let [s, a] = [0, 0]
for (const d of files.filter((x) => x.endsWith('.decision.txt'))) {
  const stem = d.replace('.decision.txt', '')
  const [p] = amendedPairs(parse(readCorpus('pairs/dev', `${stem}.old.txt`), newId), parse(readCorpus('pairs/dev', `${stem}.new.txt`), newId))
  const r = write(p!.old, p!.next, { newId, hash })
  if (!r.ok) { console.log(stem, 'no'); continue }
  const m = sameOperations(ordersOn(r.value.decision, p!.title), ordersOn(readCorpus('pairs/dev', d), p!.title))
  s += m.same; a += m.all
  console.log(stem, m.same, m.all)
}
console.log(s, a, s / a)
