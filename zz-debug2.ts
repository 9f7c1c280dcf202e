import { createHash } from 'node:crypto'
import { write } from '#app/domain/amendment/write.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { applyInstructions } from '#app/domain/amendment/apply.ts'
import { printAddress } from '#app/domain/text/address.ts'
import { differences } from '#app/domain/amendment/certificate.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusFiles, readCorpus } from './test/support/corpus.ts'
const hash = (w: string | Uint8Array) => createHash('sha256').update(w).digest('hex')
let c = 0
const newId = () => `p${++c}`
const id = process.argv[2]!
const files = corpusFiles('pairs/dev', '.txt')
const f = (e: string) => files.find((x) => x.startsWith(`${id}`) && x.endsWith(e))
const [o, n] = ['.old.txt', '.new.txt'].map((e) => parse(readCorpus('pairs/dev', f(e)!), newId))
const r = write(o!, n!, { newId, hash })
const d = (globalThis as any).zz as string
if (process.argv[3] === 'd') console.log(d)
const read = readDecision(d)
const ins = read.documents.flatMap((x) => x.instructions)
const { text, outcomes } = applyInstructions(o!, ins, { newId })
let k = 0
for (const x of outcomes) if (x.state !== 'applied' && x.state !== 'already-done' && k++ < 12) console.log(x.no, x.state, x.places.map((p) => printAddress(p)).join(), 'with', x.with.slice(0,6).join(), '|', ins.find((y) => y.no === x.no)!.quote.slice(0, 130), x.with.slice(0,2).map(w=>ins.find((y) => y.no === w)?.quote.slice(0,80)))
for (const x of read.unread) console.log('UNREAD', x)
for (const x of differences(text, n!).slice(0, 4)) console.log('DIFF', x.label, '\n EXP', x.expected.slice(0,700), '\n GOT', x.given.slice(0,700))
