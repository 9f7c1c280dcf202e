import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { amendedNote } from '#app/domain/amendment/amended-note.ts'
import { faces } from '#app/domain/amendment/faces.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { corpusDir, corpusFiles, readCorpus } from '#test/support/corpus.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')
const source = [
  '某市公园管理办法',
  '第一条　为了加强公园管理，制定本办法。',
  '第二条　禁止在公园内燃放烟花爆竹。',
  '第三条　违反第二条规定的，处五百元罚款。',
]
const facts = { issuer: '某市人民政府', date: '2026年11月1日', newId: ids('n'), hash }

test('one change has four faces that hold the same two texts', () => {
  const next = parse(
    [
      source[0],
      source[1],
      '第二条　公园免费开放。',
      '第三条　禁止在公园内燃放烟花爆竹。',
      '第四条　违反第三条规定的，处一千元罚款。',
    ].join('\n'),
    ids('q'),
  )
  const old = parse(source.join('\n'), ids('p'))
  const made = faces(old, next, facts)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const { decided, table, redline } = made.value
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  const { decision, amended } = decided.value
  expect(decision).toContain('增加一条，作为第二条：“公园免费开放。”')
  expect(print(amended).split('\n').slice(0, 2)).toEqual([
    '某市公园管理办法',
    '（根据2026年11月1日某市人民政府《关于修改〈某市公园管理办法〉的决定》修正）',
  ])
  expect(table.map(({ newLabel, state }) => [newLabel, state])).toEqual([
    ['第二条', 'inserted'],
    ['第四条', 'changed'],
  ])
  const joined = (hidden: string) =>
    redline
      .flatMap(({ runs }) => runs)
      .filter(([sign]) => sign !== hidden)
      .map(([, words]) => words)
      .join('')
  expect([joined('+'), joined('-')]).toEqual([print(old), print(next)])
})

test.each([
  ['', '（根据2026年1月1日甲《关于修改〈某法〉的决定》修正）'],
  ['（2001年1月1日甲通过）', '（2001年1月1日甲通过　根据2026年1月1日甲《关于修改〈某法〉的决定》修正）'],
  [
    '（2001年1月1日甲通过　根据2005年1月1日甲《关于修改〈某法〉的决定》修正）',
    '（2001年1月1日甲通过　根据2005年1月1日甲《关于修改〈某法〉的决定》第一次修正　根据2026年1月1日甲《关于修改〈某法〉的决定》第二次修正）',
  ],
])('the note under the title goes on: %s', (known, expected) =>
  expect(amendedNote(known, '某法', { issuer: '甲', date: '2026年1月1日' })).toBe(expected),
)

test.skipIf(!corpusDir)('the faces of real amendments agree wherever the decision is proved', () => {
  const stems = corpusFiles('pairs/dev', '.decision.txt').map((file) => file.replace('.decision.txt', ''))
  const outcomes = stems.map((stem) => {
    const [old, next] = ['old', 'new'].map((side) => parse(readCorpus('pairs/dev', `${stem}.${side}.txt`), ids(side)))
    const made = faces(old!, next!, facts)
    if (!made.ok) return made.error.code
    return made.value.decided.ok ? 'agree' : made.value.decided.error.code
  })
  expect(outcomes).not.toContain('faces-differ')
  expect(outcomes).toContain('agree')
})
