import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { citedNumbers, citedTitles, libraryRows, packRows } from './sources.ts'

const document = readFileSync('docs/sources.md', 'utf8')
/** The document gives laws their full name; code may leave out the name of the state. */
const isNamed = (title: string) => document.includes(title)

test.each(Object.entries(packRows))('every source of the %s has its row', (_, rows) => {
  expect(rows.filter((row) => !document.includes(row))).toEqual([])
})

test('every act of the law library has its row', () => {
  expect(libraryRows.filter((row) => !document.includes(row))).toEqual([])
})

test('every title that code or data cites is named', () => {
  expect([...citedTitles()].filter(([title]) => !isNamed(title))).toEqual([])
})

test('every number of a document or standard that code cites is named', () => {
  expect([...citedNumbers()].filter(([number]) => !document.includes(number))).toEqual([])
})
