import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { provisionKinds } from '#app/domain/text/model.ts'
import { glossaryRows } from './tables.ts'

const glossary = readFileSync('docs/glossary.md', 'utf8')

test.each(Object.entries(glossaryRows()))('the glossary has every word of %s', (_, rows) => {
  expect(rows.filter((row) => !glossary.includes(row))).toEqual([])
})

test('the glossary names every kind of provision', () => {
  const named = (kind: string) => glossary.includes(`\`${kind}\``) || /^point[1-4]$/.test(kind)
  expect(provisionKinds.filter((kind) => !named(kind))).toEqual([])
})

test('no concept stands twice', () => {
  const concepts = glossary.split('\n## Roles')[0]!
  const names = [...concepts.matchAll(/^\| ([^|]+) \|/gm)]
    .map(([, name]) => name!)
    .filter((name) => !/^(English|-+)$/.test(name))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
