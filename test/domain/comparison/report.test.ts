import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisonReport, type ReportRun } from '#app/domain/comparison/report.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { corpusDir } from '../../support/corpus.ts'
import { copy, law } from './notation.ts'
import { editScripts, editedTexts } from './edit-scripts.ts'

const sideOf = (runs: readonly ReportRun[], sign: '-' | '+') =>
  runs
    .filter(([own]) => own === '=' || own === sign)
    .map(([, text]) => text)
    .join('')

function expectWhole(old: LegalText, next: LegalText) {
  const runs = comparisonReport(old, next).changes.flatMap((change) => change.runs)
  expect(sideOf(runs, '-')).toBe(print(old))
  expect(sideOf(runs, '+')).toBe(print(next))
}

const lines = ['# 为了规范甲事项，制定本办法。', '# 乙单位负责登记。', '办理时限为十日。', '# 本办法由丙单位解释。']
const changesOf = (next: LegalText) =>
  comparisonReport(law(lines), next).changes.filter(({ kind }) => kind !== 'unchanged')

test('an article that came is one change with its paragraphs, its followers are renumbered', () => {
  const next = copy(law(lines))
  next.children.splice(1, 0, {
    id: 'n',
    kind: 'article',
    text: '',
    children: [{ id: 'n1', kind: 'paragraph', text: '丁单位负责监督。', children: [] }],
  })
  expect(changesOf(next)).toEqual([
    { kind: 'inserted', old: [], new: ['第二条'], runs: [['+', '\n第二条　丁单位负责监督。']] },
    {
      kind: 'renumbered',
      old: ['第二条'],
      new: ['第三条'],
      runs: [
        ['=', '\n'],
        ['-', '第二条'],
        ['+', '第三条'],
      ],
    },
    {
      kind: 'renumbered',
      old: ['第三条'],
      new: ['第四条'],
      runs: [
        ['=', '\n'],
        ['-', '第三条'],
        ['+', '第四条'],
      ],
    },
  ])
})

test('one article in front of sixty is one change of substance and fifty-nine that follow', () => {
  const text = Array.from({ length: 59 }, (_, at) => `第${toChinese(at + 1)}条　第${at}类事项由${at}号单位登记管理。`)
  const grown = [
    '第一条　本办法适用于全部登记事项的监督检查。',
    ...text.map((line, at) => line.replace(/^第.*?条/, `第${toChinese(at + 2)}条`)),
  ]
  let count = 0
  const read = (all: string[]) => parse(all.join('\n'), () => `r${++count}`)
  const { substantive, consequential, changes } = comparisonReport(read(text), read(grown))
  expect({ substantive, consequential }).toEqual({ substantive: 1, consequential: 59 })
  expect(changes.filter(({ kind }) => kind === 'inserted').map((change) => change.new)).toEqual([['第一条']])
})

test('what moved stands where it was and where it is', () => {
  const next = copy(law(lines))
  next.children.push(next.children.shift()!)
  const moved = changesOf(next).filter(({ kind }) => kind === 'moved')
  expect(moved.map((change) => [change.old, change.new])).toEqual([
    [['第一条'], ['第三条']],
    [['第一条'], ['第三条']],
  ])
  expectWhole(law(lines), next)
})

test('runs join to both texts after random edits', () => {
  fc.assert(
    fc.property(editScripts, (script) => {
      const [old, next] = editedTexts(script)
      expectWhole(old, next)
      expectWhole(next, old)
    }),
    { numRuns: 150 },
  )
})

const pairs = corpusDir && path.join(corpusDir, 'pairs', 'dev')
const olds = pairs && existsSync(pairs) ? readdirSync(pairs).filter((file) => file.endsWith('.old.txt')) : []
let count = 0
const read = (file: string): LegalText => parse(readFileSync(path.join(pairs!, file), 'utf8'), () => `t${++count}`)

describe.skipIf(!pairs)('real texts', () => {
  test.each(olds)('runs join to both versions of %s', (file) => {
    expectWhole(read(file), read(file.replace('.old.', '.new.')))
  })
})
