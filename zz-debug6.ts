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
let [s, a, i, o, ch, co] = [0, 0, 0, 0, 0, 0]
for (const d of files.filter((x) => x.endsWith('.decision.txt') && !x.includes('最高人民'))) {
  const stem = d.replace('.decision.txt', '')
  const [p] = amendedPairs(parse(readCorpus('pairs/dev', `${stem}.old.txt`), newId), parse(readCorpus('pairs/dev', `${stem}.new.txt`), newId))
  const r = write(p!.old, p!.next, { newId, hash })
  if (!r.ok) continue
  const of = ordersOn(readCorpus('pairs/dev', d), p!.title)
  const mine = ordersOn(r.value.decision, p!.title)
  const m = sameOperations(mine, of)
  s += m.same; a += m.all; i += mine.length; o += of.length
  ch += mine.reduce((x, y) => x + y.quote.length, 0); co += of.reduce((x, y) => x + y.quote.length, 0)
}
console.log(process.env.P1, process.env.P2, process.env.P3, process.env.P4, 'same', s, a, (s / a).toFixed(3), 'instr', i, o, (i / o).toFixed(2), 'chars', (ch / co).toFixed(2))
