import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runVerb } from '#app/cli/text/run.ts'
import { verbs } from '#app/cli/text/verbs.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const asked = (content: string, ...words: string[]) => {
  writeFileSync(join(folder, 'pack.json'), content)
  return runVerb(verbs, ['pack', ...words, 'pack.json'], folder)
}

test('a sound pack ends with 0 and says so', async () => {
  const { exit, output, json } = await asked(JSON.stringify(nationalPack))
  expect(exit).toBe(0)
  expect(output).toContain('没有绕过程序条件的路径')
  expect(json).toMatchObject({ sound: true, paths: [] })
})

test('with --counts a table of all states follows, by gate, stage and class of edit', async () => {
  const one = { ...nationalPack, gates: nationalPack.gates.filter(({ id }) => id === 'review-covers-text') }
  const { output, json } = await asked(JSON.stringify(one), '--counts', '--lang', 'en')
  const lines = output!.split('\n')
  const [head, ...rows] = lines.slice(lines.indexOf('') + 1).map((line) => line.split('\t'))
  expect(head).toEqual([
    'Kind of matter',
    'Gate',
    'Stages',
    'Class of edit',
    'None',
    'Partial',
    'Satisfied',
    'Stale',
    'Not applicable or exempt',
  ])
  expect(rows.every((row) => row.length === head!.length)).toBe(true)
  type Cell = { kind: string; rule: string; position: string; edit: string | null; [status: string]: unknown }
  const cells = (json as { states: Cell[] }).states
  const at = (edit: string | null) =>
    cells.find(
      (cell) =>
        cell.kind === 'normative-document' &&
        cell.rule === 'review-covers-text' &&
        cell.position === 'reviewed' &&
        cell.edit === edit,
    )!
  expect(at(null)).toMatchObject({ none: 0, partial: 0 })
  expect(Number(at(null).satisfied) * Number(at(null).stale)).toBeGreaterThan(0)
  expect(Number(at('substantive').stale)).toBeGreaterThan(0)
})

test('the path that goes round a gate is told act by act, in the language asked for', async () => {
  const weaker = {
    ...nationalPack,
    gates: nationalPack.gates.filter(({ id }) => id !== 'party-report-before-issue'),
  }
  const { exit, output } = await asked(JSON.stringify(weaker), '--lang', 'en')
  expect(exit).toBe(1)
  expect(output).toMatch(/“Give a number” can be done although “Reported to the Party committee/)
  expect(output).toMatch(/Open a matter \[Opened\] > /)
})

test.each([
  ['{', 'json-broken'],
  ['{"format":1}', 'not-a-pack'],
  ['', 'empty'],
])('%s is no pack', async (content, code) => {
  const { exit, messages } = await asked(content)
  expect(exit).toBe(2)
  expect(messages[0]).toMatchObject({ code, file: 'pack.json' })
})

test('a local part laid over another version of the base is refused with its name', async () => {
  const { default: beijing } = await import('#app/domain/procedure/packs/beijing.json', { with: { type: 'json' } })
  const old = { ...beijing, base: { id: 'national', version: '2000-01' } }
  const { exit, messages } = await asked(JSON.stringify(old))
  expect(exit).toBe(2)
  expect(messages[0]!.message).toContain('2000-01')
  expect((await asked(JSON.stringify(beijing))).exit).toBe(0)
})
