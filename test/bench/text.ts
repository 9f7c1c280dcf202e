import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { diffChars } from 'diff'
import { compare, type Comparison } from '#app/domain/comparison/changes.ts'
import { rebuild } from '#app/domain/comparison/rebuild.ts'
import type { Row } from '#app/domain/comparison/rows.ts'
import { frequentTerms } from '#app/domain/comparison/terms.ts'
import { lexicon, tokens } from '#app/domain/comparison/tokens.ts'
import { difference } from '#app/domain/comparison/words.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusDir } from '../support/corpus.ts'

/**
 * Prints how long a comparison takes and how readable it is: real revisions where the corpus is on the machine,
 * and a text of 1,260 articles with seeded edits. Times are medians, parsing left out; `shreds` are inner equal
 * runs of at most two characters inside provisions that stand on both sides.
 */

const rounds = 5
/** Characters of both sides up to which the character difference ends within seconds. */
const affordable = 60_000
const named = ['公司法', '民事诉讼法', '未成年人保护法', '刑事诉讼法', '行政许可法', '地方性法规', '立法']

const identifiers = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}

/** Mulberry32: small, seeded, good enough to spread edits. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const subjects = [
  '县级以上人民政府',
  '主管部门',
  '申请人',
  '行政机关',
  '经营者',
  '利害关系人',
  '受理机构',
  '监督检查人员',
]
const verbs = ['应当依法', '可以按照规定', '不得擅自', '应当及时', '有权依法', '应当会同有关部门']
const acts = [
  '登记申请材料',
  '公布办理结果',
  '核验身份证明',
  '组织专家论证',
  '开展监督检查',
  '保存有关档案',
  '告知权利义务',
  '收取法定费用',
  '征求公众意见',
]
const ends = [
  '并在十五个工作日内答复',
  '并向社会公开',
  '逾期不办理的处五千元以下罚款',
  '但是法律另有规定的除外',
  '具体办法另行制定',
]

function synthetic(articles: number, seed: number): string {
  const next = random(seed)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)]!
  const clause = () =>
    `${pick(subjects)}${pick(verbs)}${pick(acts)}、${pick(acts)}和第${Math.floor(next() * 9000 + 1000)}号事项`
  return [
    '某某条例',
    ...Array.from(
      { length: articles },
      (_, at) => `第${toChinese(at + 1)}条　${clause()}，${clause()}，${pick(ends)}。`,
    ),
  ].join('\n')
}

/** About one article in seven touched: reworded, dropped, added, moved. */
function edited(text: LegalText, seed: number): LegalText {
  const next = random(seed)
  const fresh = identifiers('e')
  const copy = structuredClone(text)
  const visit = (holder: { children: Provision[] }) => {
    holder.children = holder.children.flatMap((child) => {
      if (child.kind !== 'article') return (visit(child), [child])
      const chance = next()
      const first = child.children[0]
      if (chance < 0.1 && first) first.text = first.text.replace(/应当|可以/, '必须').replace(/[，、]/, '，依法')
      if (chance >= 0.1 && chance < 0.115) return []
      if (chance >= 0.115 && chance < 0.13) {
        const paragraph: Provision = {
          id: fresh(),
          kind: 'paragraph',
          text: `${fresh()}类数据的提供者应当每年向登记机构报告一次。`,
          children: [],
        }
        return [child, { id: fresh(), kind: 'article', text: '', children: [paragraph] }]
      }
      return [child]
    })
    if (holder.children.length > 20 && next() < 0.8) holder.children.push(...holder.children.splice(5, 1))
  }
  visit(copy)
  return copy
}

function renamed({ children, ...rest }: LegalText, prefix: string): LegalText {
  const newId = identifiers(prefix)
  const visit = (one: Provision): Provision => ({ ...one, id: newId(), children: one.children.map(visit) })
  return { ...rest, children: children.map(visit) }
}

function median(run: () => unknown, times = rounds): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!
}

type Piece = { same: boolean; length: number }
const shredsOf = (pieces: readonly Piece[]) =>
  pieces.filter(({ same, length }, at) => same && length <= 2 && at > 0 && at < pieces.length - 1).length

const onBothSides = ({ rows }: Comparison) =>
  rows.filter(({ oldSide, newSide, state }) => oldSide && newSide && state !== 'unchanged')
const own = (row: Row): Piece[] =>
  row.runs
    .filter(({ consequential }) => !consequential)
    .map(({ kind, text }) => ({ same: kind === 'same', length: text.length }))
const changed = (pieces: readonly Piece[]) => pieces.reduce((sum, { same, length }) => sum + (same ? 0 : length), 0)

const terms = lexicon(frequentTerms)
const words = (text: string) => tokens(text, terms).map((token) => ({ ...token, key: token.text }))
const lengthOf = (list: ReadonlyArray<{ text: string }>) => list.reduce((sum, { text }) => sum + text.length, 0)
const exact = (row: Row): Piece[] =>
  difference(words(row.oldText), words(row.newText)).map(({ same, old, next }) => ({
    same,
    length: same ? lengthOf(next) : lengthOf(old) + lengthOf(next),
  }))

const flat = (nodes: readonly Provision[]): string[] =>
  nodes.flatMap(({ id, kind, text, children }) => [`${id} ${kind} ${text}`, ...flat(children)])
const isConserved = ({ rows }: Comparison, old: LegalText, next: LegalText) =>
  flat(rebuild(rows, 'old').children).join('\n') === flat(old.children).join('\n') &&
  flat(rebuild(rows, 'next').children).join('\n') === flat(next.children).join('\n')

type Pair = { name: string; old: LegalText; next: LegalText }

function realPairs(): Pair[] {
  if (!corpusDir) return []
  const folder = path.join(corpusDir, 'pairs', 'dev')
  const olds = readdirSync(folder).filter(
    (file) => file.endsWith('.old.txt') && named.some((name) => file.includes(name)),
  )
  return olds.map((file) => ({
    name: file.replace(/^[^_]+_/, '').replace('.old.txt', ''),
    old: parse(readFileSync(path.join(folder, file), 'utf8'), identifiers('a')),
    next: parse(readFileSync(path.join(folder, file.replace('.old.', '.new.')), 'utf8'), identifiers('b')),
  }))
}

function syntheticPairs(): Pair[] {
  return [306, 1260].flatMap((articles) => {
    const old = parse(synthetic(articles, 7), identifiers('a'))
    const next = edited(old, 11)
    return [
      { name: `synthetic ${articles}, identity known`, old, next },
      { name: `synthetic ${articles}, by content`, old, next: renamed(next, 'b') },
      { name: `synthetic ${articles}, identical`, old, next: renamed(old, 'b') },
    ]
  })
}

function measure({ name, old, next }: Pair) {
  const comparison = compare(old, next)
  const time = median(() => compare(old, next))
  const [oldWords, newWords] = [flat(old.children), flat(next.children)].map((lines) =>
    lines.map((line) => line.replace(/^\S+ \S+ /, '')).join('\n'),
  )
  const characters = oldWords!.length + newWords!.length
  const peer = characters <= affordable ? median(() => diffChars(oldWords!, newWords!, { timeout: 20_000 }), 1) : null
  const rows = onBothSides(comparison)
  const [readable, raw] = [rows.map(own), rows.map(exact)]
  const ratio = changed(readable.flat()) / Math.max(1, changed(raw.flat()))
  return {
    pair: name,
    characters,
    ms: Number(time.toFixed(1)),
    'diffChars ms': peer === null ? '-' : Math.round(peer),
    ratio: peer === null ? '-' : `1/${(peer / time).toFixed(1)}`,
    substantive: comparison.counts.substantive,
    consequential: comparison.counts.consequential,
    shreds: readable.reduce((sum, pieces) => sum + shredsOf(pieces), 0),
    'shreds exact': raw.reduce((sum, pieces) => sum + shredsOf(pieces), 0),
    'changed vs exact': ratio.toFixed(2),
    conserved: isConserved(comparison, old, next),
  }
}

console.table([...realPairs(), ...syntheticPairs()].map(measure))
