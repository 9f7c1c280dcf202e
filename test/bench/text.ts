import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { corpusDir } from '../support/corpus.ts'
import { chance } from './text/chance.ts'
import { compared, type Engine, engines, type Found } from './text/engines.ts'
import { accuracy, readability, readabilityCost, scores } from './text/quality.ts'
import { type ProfileName, profiles, revise } from './text/revisions.ts'

/**
 * npm run bench:text: comparison from two strings on, parsing included, against other engines: real revisions and
 * seeded ones. One process measures time, that of the processor, so that other work beside it does not count; each
 * peak of memory is that of a process of its own. Nothing asserts a time. Names of engines behind the command leave
 * the others out.
 */

const rounds = 7
/** An engine that took so long is not asked again for a median. */
const slow = 2_000
/** Every engine compares a pair for so long before it is measured, so that the runtime has compiled it. */
const warmUp = 3_000

const named = {
  S1: '国务院组织法_1982-12-10_2024-03-11',
  S2: '保障中小企业款项支付条例_2020-07-05_2025-03-17',
  M2: '突发事件应对法_2007-08-30_2024-06-28',
  M3: '未成年人保护法_2020-10-17_2024-04-26',
  L2: '民事诉讼法_2021-12-24_2023-09-01',
  L1: '公司法_2018-10-26_2023-12-29',
  L3: '最高人民法院关于适用刑事诉讼法的解释_2013-01-01_2021-03-01',
} as const

const seeds = { shown: 7, accuracy: [101, 102, 103, 104, 105] }
const civilCode = '中华人民共和国民法典(2020-05-28).txt'
const civilProcedure = '中华人民共和国民事诉讼法(2023-09-01).txt'
const criminalLaw = '中华人民共和国刑法(2023-12-29).txt'

const statute = (name: string) => readFileSync(path.join(corpusDir!, 'laws', '法律', name), 'utf8').trim()

type Pair = { name: string; old: string; next: string }

function realPair(name: string, wanted: string): Pair {
  const folder = path.join(corpusDir!, 'pairs', 'dev')
  const file = readdirSync(folder).find((one) => one.endsWith(`_${wanted}.old.txt`))
  if (!file) throw new Error(`no pair ${wanted}`)
  const read = (one: string) => readFileSync(path.join(folder, one), 'utf8')
  return { name: `${name} ${wanted.slice(0, -22)}`, old: read(file), next: read(file.replace('.old.', '.new.')) }
}

const made = (text: string, profile: ProfileName, seed: number) =>
  revise(text, statute(criminalLaw), profiles[profile], chance(seed))

/** Statutes one behind the other without their headings, numbered through, up to so many articles. */
function longText(articles: number): string {
  const lines = ['长文本']
  let count = 0
  for (const name of readdirSync(path.join(corpusDir!, 'laws', '法律')).sort()) {
    for (const line of statute(name).split('\n')) {
      if (/^第[^　]{1,9}条[\s　]/.test(line)) count++
      if (count > articles) return lines.join('\n')
      if (count > 0 && !/^第[^　]{1,9}(?:编|章|节)/.test(line)) lines.push(line)
    }
  }
  return lines.join('\n')
}

function pairs(): Pair[] {
  const { old, next } = made(statute(civilCode), 'light', seeds.shown)
  return [
    ...Object.entries(named).map(([name, wanted]) => realPair(name, wanted)),
    { name: 'H1 民法典, made', old, next },
  ]
}

type Timed = { ms: number; found: Found | null }

function once(run: () => Found | null): Timed {
  const start = process.cpuUsage()
  const found = run()
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, found }
}

function timed(run: () => Found | null): Timed {
  for (let spent = 0; spent < warmUp; ) {
    const first = once(run)
    if (first.ms > slow) return first
    spent += first.ms
  }
  const all = Array.from({ length: rounds }, () => once(run))
  return all.sort((one, other) => one.ms - other.ms)[rounds >> 1]!
}

const isTooLong = ({ most }: Engine, { old, next }: Pair) => old.length + next.length > most

/** Peak memory in MB of a process that compares the pair once with one engine. */
function memory(engine: Engine, pair: Pair): number {
  const script = process.argv[1]!
  const output = execFileSync(process.execPath, [...process.execArgv, script, '--memory', engine.name, pair.name])
  return Math.round(Number(output.toString()))
}

function measure(engine: Engine, pair: Pair) {
  const head = { pair: pair.name, engine: engine.name }
  if (isTooLong(engine, pair)) return { ...head, ms: 'skipped: too long' }
  const { ms, found } = timed(() => engine.run(pair.old, pair.next))
  if (!found) return { ...head, ms: `stopped after ${Math.round(ms)}` }
  return {
    ...head,
    ms: Number(ms.toFixed(1)),
    MB: memory(engine, pair),
    ...readability(found.pieces),
    moves: found.moves ?? '-',
  }
}

function printPairs(names: readonly string[]) {
  const all = pairs()
  const wanted = engines.filter(({ name }) => !names.length || names.includes(name))
  for (const pair of all) console.table(wanted.map((engine) => measure(engine, pair)))
  console.table(
    all.map(({ name, old, next }) => ({
      pair: name,
      'changed, readable : exact': readabilityCost(compared(old, next)),
    })),
  )
}

function printAccuracy() {
  const texts = { '306 民事诉讼法': statute(civilProcedure), '1260 民法典': statute(civilCode) }
  const rows = Object.entries(texts).flatMap(([name, text]) =>
    (Object.keys(profiles) as ProfileName[]).map((profile) => {
      const found = seeds.accuracy.map((seed) => accuracy(made(text, profile, seed)))
      return { text: name, profile, ...scores(found) }
    }),
  )
  console.table(rows)
}

function printGrowth() {
  const texts = [statute(civilProcedure), statute(civilCode), longText(5000)]
  const rows = (Object.keys(profiles) as ProfileName[]).map((profile) => {
    const [small, large, huge] = texts.map((text) => {
      const { old, next } = made(text, profile, seeds.shown)
      return timed(() => engines[0]!.run(old, next)).ms
    })
    const ratio = (large! / small!).toFixed(1)
    return { profile, '306': small!.toFixed(1), '1260': large!.toFixed(1), ratio, '5000': huge!.toFixed(1) }
  })
  console.table(rows)
}

function printMemory(engineName: string, pairName: string) {
  const pair = pairs().find(({ name }) => name === pairName)!
  engines.find(({ name }) => name === engineName)!.run(pair.old, pair.next)
  console.log(process.resourceUsage().maxRSS / 1024)
}

const words = process.argv.slice(2)
if (!corpusDir) console.log('The texts of the corpus are not on this machine (CORPUS_DIR): nothing was measured.')
else if (words[0] === '--memory') printMemory(words[1]!, words[2]!)
else {
  printPairs(words)
  printAccuracy()
  printGrowth()
}
