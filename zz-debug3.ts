import { parse } from '#app/domain/text/parse.ts'
let c = 0
const show = (x: any, d = 0): any => { console.log(' '.repeat(d) + x.kind, x.written ?? '-', x.text.slice(0, 30)); x.children.forEach((y: any) => show(y, d + 1)) }
import { readFileSync } from 'node:fs'
import { corpusFiles, readCorpus } from './test/support/corpus.ts'
const t = readCorpus('pairs/dev', corpusFiles('pairs/dev', '.txt').find((x) => x.startsWith('Pbf657b') && x.endsWith('.old.txt'))!)
const p = parse(t, () => `p${++c}`)
const f = (x: any): any => { if (x.kind.startsWith('point')) console.log('POINT', x.text); x.children.forEach(f) }
p.children.forEach(f)
console.log(p.children.map((x: any) => x.kind + x.text.slice(0, 20)).join('\n'))
const o = t.split('\n').findIndex((l: string) => l.startsWith('第十四条'))
parse(t.split('\n').slice(o, o + 6).join('\n'), () => `p${++c}`).children.forEach((x: any) => show(x))
