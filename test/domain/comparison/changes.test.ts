import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { rebuild } from '#app/domain/comparison/rebuild.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { corpusDir } from '../../support/corpus.ts'
import { articles, build, editedTexts, editScripts } from './edit-scripts.ts'
import { changesAsText, copy, law } from './notation.ts'

const base = [
  '# 为了规范甲事项，制定本办法。',
  '# 申请人应当提交下列材料：',
  '- 申请书；',
  '- 身份证明。',
  '# 应当自收到之日起十个工作日内答复。',
  '# 违反第二条第二项规定的，责令改正；违反第三条规定的，处五百元以下罚款。',
]

const changed = (lines: readonly string[]) => changesAsText(compare(law(base, 'a'), law(lines, 'b')))
const replaced = (at: number, line: string) => base.map((old, place) => (place === at ? line : old))

test.each<[string, string[], string[]]>([
  ['identical', base, []],
  [
    'an amount',
    replaced(4, '# 应当自收到之日起十五个工作日内答复。'),
    ['第三条 应当自收到之日起<del>十</del><ins>十五</ins>个工作日内答复。'],
  ],
  [
    'a clause added behind its comma',
    replaced(4, '# 应当自收到之日起十个工作日内答复，情况复杂的可以延长五个工作日。'),
    ['第三条 应当自收到之日起十个工作日内答复<ins>，情况复杂的可以延长五个工作日</ins>。'],
  ],
  [
    'punctuation',
    replaced(4, '# 应当自收到之日起，十个工作日内答复。'),
    ['第三条 应当自收到之日起<ins>，</ins>十个工作日内答复。'],
  ],
  ['an item', [...base.slice(0, 4), '- 委托书；', ...base.slice(4)], ['inserted （三） <ins>委托书；</ins>']],
  [
    'an item in front moves the reference to the next',
    [
      ...base.slice(0, 2),
      '- 委托书；',
      ...base.slice(2, 5),
      '# 违反第二条第三项规定的，责令改正；违反第三条规定的，处五百元以下罚款。',
    ],
    [
      'inserted （一） <ins>委托书；</ins>',
      'renumbered （一）→（二） 申请书；',
      'renumbered （二）→（三） 身份证明。',
      'renumbered 第四条 违反<del*>第二条第二项</del*><ins*>第二条第三项</ins*>规定的，责令改正；违反第三条规定的，处五百元以下罚款。',
    ],
  ],
  [
    'an article divided into paragraphs',
    [...base.slice(0, 5), '# 违反第二条第二项规定的，责令改正；', '违反第三条规定的，处五百元以下罚款。'],
    ['split 第四条 违反第二条第二项规定的，责令改正；', 'split 第四条 违反第三条规定的，处五百元以下罚款。'],
  ],
])('%s', (_, lines, expected) => {
  expect(changed(lines)).toEqual(expected)
})

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const numeral = (n: number) =>
  `${n < 20 ? '' : ordinals[Math.floor(n / 10) - 1]}${n < 10 ? '' : '十'}${n % 10 ? ordinals[(n % 10) - 1] : ''}`

test('an article in front of sixty is one change, and what followed is not', () => {
  const subjects = '甲乙丙丁戊己庚辛壬癸'
  const article = (n: number, shift: number) => {
    const subject = `${subjects[n % 10]}${subjects[Math.floor(n / 10)]}`
    const reference = n % 6 === 0 ? `，依照本办法第${numeral(n - 1 + shift)}条的规定办理` : ''
    return `# ${subject}单位负责${subject}类事项的登记和管理${reference}。`
  }
  const old = Array.from({ length: 59 }, (_, at) => article(at + 1, 0))
  const next = ['# 为了加强监督检查，制定本办法。', ...Array.from({ length: 59 }, (_, at) => article(at + 1, 1))]
  const { counts, rows } = compare(law(old, 'a'), law(next, 'b'))
  expect(counts).toEqual({ substantive: 1, consequential: 59 + 9, wording: 0 })
  expect(rows.filter(({ state }) => !['unchanged', 'renumbered', 'inserted'].includes(state))).toEqual([])
})

test('a list of references that followed is read as one', () => {
  const old = [
    '# 申请人应当提交材料。',
    '# 主管部门应当答复。',
    '# 有前两条情形的，依照第一条、第二条或者第一条第一款办理。',
  ]
  const next = [
    '# 国家另有规定的，从其规定。',
    ...old.slice(0, 2),
    '# 有前两条情形的，依照第二条、第三条或者第二条第一款办理。',
  ]
  expect(changesAsText(compare(law(old, 'a'), law(next, 'b'))).at(-1)).toBe(
    'renumbered 第四条 有前两条情形的，依照<del*>第一条、第二条或者第一条第一款</del*><ins*>第二条、第三条或者第二条第一款</ins*>办理。',
  )
})

test('identity is believed before likeness', () => {
  const old = law(base)
  const next = copy(old)
  next.children[2]!.children[0]!.text = '办结时间另行规定，由受理单位公布。'
  expect(
    compare(old, next)
      .rows.filter(({ state }) => state !== 'unchanged')
      .map(({ state, oldId, newId }) => [state, oldId === newId]),
  ).toEqual([['changed', true]])
})

test('an article that changed its place moved, its neighbours did not', () => {
  const old = law(base)
  const next = copy(old)
  next.children.push(next.children.splice(1, 1)[0]!)
  const { rows, counts } = compare(old, next)
  expect(rows.filter(({ state }) => state === 'moved').map(({ oldLabel, newLabel }) => [oldLabel, newLabel])).toEqual([
    ['第二条', '第四条'],
  ])
  expect(counts.substantive).toBe(1)
})

test('an article under another chapter moved even when the order stayed', () => {
  const lines = [
    '## 总则',
    '# 为了规范甲事项，制定本办法。',
    '# 本办法适用于甲事项的全部过程。',
    '## 管理',
    '# 乙单位负责日常管理和监督检查。',
  ]
  const old = law(lines)
  const next = copy(old)
  const [general, management] = next.children as [Provision, Provision]
  management.children.unshift(general.children.pop()!)
  expect(changesAsText(compare(old, next))).toEqual(['moved 第二条'])
})

test('an article that was divided and one that was taken in are one change each', () => {
  const whole = law(['# 申请人应当提交申请书。', '受理单位应当当场登记。', '# 其他事项另行规定。'])
  const divided = copy(whole)
  const second = divided.children[0]!.children.pop()!
  divided.children.splice(1, 0, { id: 'fresh', kind: 'article', text: '', children: [second] })
  expect(changesAsText(compare(whole, divided))).toEqual([
    'split 第一条',
    'split 第一条→第二条',
    'renumbered 第二条→第三条',
  ])
  expect(compare(whole, divided).counts).toEqual({ substantive: 1, consequential: 1, wording: 0 })
  expect(compare(divided, whole).counts).toEqual({ substantive: 1, consequential: 1, wording: 0 })
})

test('paragraphs put together keep the words of each', () => {
  const apart = ['# 申请人应当提交申请书和证明材料。', '受理单位应当自收到之日起五个工作日内作出决定。']
  const together = ['# 申请人应当提交申请书和证明材料。受理单位应当自收到之日起七个工作日内作出决定。']
  const comparison = compare(law(apart, 'a'), law(together, 'b'))
  expect(changesAsText(comparison)).toEqual([
    'merged 第一条 申请人应当提交申请书和证明材料。',
    'merged 第一条 受理单位应当自收到之日起<del>五</del><ins>七</ins>个工作日内作出决定。',
  ])
  expect(comparison.counts.substantive).toBe(1)
})

test('a reference left behind is named', () => {
  const old = law(base)
  const next = copy(old)
  next.children.unshift({
    id: 'fresh',
    kind: 'article',
    text: '',
    children: [{ id: 'fresh1', kind: 'paragraph', text: '本办法由甲单位解释。', children: [] }],
  })
  const { rows } = compare(old, next)
  expect(rows.flatMap(({ strayed }) => strayed)).toEqual(['第二条第二项', '第三条'])
})

test('another number of a law outside the text is a change of substance', () => {
  const old = law(['# 依照《行政处罚法》第九条、第十条处理。', '# 其他事项另行规定。'])
  const next = law(['# 依照《行政处罚法》第九条、第十一条处理。', '# 其他事项另行规定。'])
  expect(compare(old, next).counts.substantive).toBe(1)
})

const bare = ({ children }: LegalText | Provision): unknown =>
  children.map((child) => [child.id, child.kind, child.text, bare(child)])

function expectConserved(old: LegalText, next: LegalText) {
  const { rows } = compare(old, next)
  expect(bare(rebuild(rows, 'old'))).toEqual(bare(old))
  expect(bare(rebuild(rows, 'next'))).toEqual(bare(next))
}

test('both texts can be rebuilt after random edits', () => {
  fc.assert(
    fc.property(editScripts, (script) => {
      const [old, next] = editedTexts(script)
      expectConserved(old, next)
      expectConserved(next, old)
    }),
    { numRuns: 150 },
  )
})

test('both texts can be rebuilt when nothing is known of their identity', () => {
  fc.assert(
    fc.property(articles, articles, (a, b) => expectConserved(build(a), build(b))),
    { numRuns: 100 },
  )
})

test('a text compared with itself has no changes', () => {
  fc.assert(
    fc.property(articles, (list) => {
      expect(compare(build(list), build(list)).counts).toEqual({ substantive: 0, consequential: 0, wording: 0 })
    }),
  )
})

let count = 0
const pairs = corpusDir && path.join(corpusDir, 'pairs')
const read = (file: string): LegalText => parse(readFileSync(file, 'utf8'), () => `t${++count}`)
const filesIn = (folder: string, ending: string) =>
  pairs && existsSync(path.join(pairs, folder))
    ? readdirSync(path.join(pairs, folder)).filter((file) => file.endsWith(ending))
    : []

describe.skipIf(!pairs)('real texts', () => {
  test.each(filesIn('dev', '.old.txt'))('both versions of %s can be rebuilt', (file) => {
    const folder = path.join(pairs!, 'dev')
    expectConserved(read(path.join(folder, file)), read(path.join(folder, file.replace('.old.', '.new.'))))
  })

  test.each(filesIn('controls', '.a.txt'))('%s has the same words from another source', (file) => {
    const folder = path.join(pairs!, 'controls')
    const { rows } = compare(read(path.join(folder, file)), read(path.join(folder, file.replace('.a.', '.b.'))))
    expect(
      rows.filter(
        ({ substantive, kind, runs }) => substantive && kind !== 'note' && runs.some((run) => run.kind !== 'same'),
      ),
    ).toEqual([])
  })
})
