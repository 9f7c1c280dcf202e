import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { write } from '#app/domain/amendment/write.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { applyInstructions } from '#app/domain/amendment/apply.ts'
const topics = ['停车', '照明', '绿化', '供水', '垃圾', '噪声', '招牌', '道路', '桥梁', '集市', '河道', '养犬']
const article = (topic: number) => `市人民政府应当加强${topics[topic]}管理，公布${topics[topic]}的具体办法。`
const textOf = (chapters: any[]) => { let n = 0; return ['某市城市管理办法', ...chapters.flatMap(({ name, topics: own }, at) => [`第${toChinese(at + 1)}章　${name}`, ...own.map((t: number) => `第${toChinese(++n)}条　${article(t)}`)])].join('\n') }
const [own, at] = JSON.parse(process.argv[2]!)
const ends = [...at.filter((c: number) => c < own.length).sort((a: number, b: number) => a - b), own.length]
const after = ends.map((end: number, i: number) => ({ name: ['总则', '设施', '环境', '秩序', '保障', '附则'][i], topics: own.slice(i ? ends[i - 1] : 0, end) }))
let c = 0
const id = () => `p${++c}`
const [o, n] = [parse(textOf([{ name: '总则', topics: [0, 1] }, { name: '设施', topics: [2, 3, 4] }, { name: '秩序', topics: [5, 6] }, { name: '附则', topics: [7] }]), id), parse(textOf(after), id)]
const r = write(o, n, { newId: id, hash: () => '' })
const d = (globalThis as any).zz
console.log(d, '\n', print(n))
const read = readDecision(d)
const x = applyInstructions(o, read.documents.flatMap((y) => y.instructions), { newId: id })
console.log('----\n' + print(x.text), x.outcomes.filter((y) => y.state !== 'applied'), (r as any).error?.address)
