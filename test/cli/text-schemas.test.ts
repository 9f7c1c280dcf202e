import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runVerb } from '#app/cli/text/run.ts'
import { outputSchemas } from '#app/cli/text/schemas.ts'
import { verbs } from '#app/cli/text/verbs.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { certificateOf } from '#test/support/certified.ts'
import { walkTo } from '#test/support/road.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-'))
  const old =
    '某市犬只管理办法\n第一条　根据《中华人民共和国动物防疫法》第三十条，制定本办法。\n第三条　本办法自2026年1月1日起施行。'
  writeFileSync(join(folder, 'old.txt'), old)
  writeFileSync(join(folder, 'new.txt'), old.replace('制定', '结合本市实际，制定'))
  writeFileSync(
    join(folder, 'decision.txt'),
    '关于修改《某市犬只管理办法》的决定\n一、将第一条中的“制定本办法”修改为“结合本市实际，制定本办法”。\n二、删去第九条。',
  )
  const without = { ...nationalPack, gates: nationalPack.gates.filter(({ id }) => id !== 'party-report-before-issue') }
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(without))
  writeFileSync(
    join(folder, 'certificate.json'),
    JSON.stringify({ ...certificateOf(walkTo('drafting')), on: '2026-03-01' }),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const calls: Record<string, string[]> = {
  parse: ['old.txt'],
  compare: ['old.txt', 'new.txt', 'old.txt'],
  amend: ['old.txt', 'new.txt'],
  consolidate: ['old.txt', 'decision.txt'],
  cite: ['old.txt'],
  check: ['old.txt'],
  pack: ['pack.json'],
  verify: ['certificate.json'],
}

test('every verb has a schema and a call here', () => {
  expect(Object.keys(outputSchemas).sort()).toEqual(Object.keys(verbs).sort())
  expect(Object.keys(calls).sort()).toEqual(Object.keys(verbs).sort())
})

test.each(Object.keys(outputSchemas))('%s answers as docs/shell says', async (verb) => {
  const schema = outputSchemas[verb]!
  await expect(`${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`).toMatchFileSnapshot(
    resolve(`docs/shell/${verb}.schema.json`),
  )
  const done = await runVerb(verbs, [verb, ...calls[verb]!], folder)
  expect(schema.parse(done.json)).toEqual(done.json)
  const failed = await runVerb(verbs, [verb, ...calls[verb]!.map(() => 'absent.txt')], folder)
  expect(schema.parse(failed.json)).toEqual(failed.json)
})
