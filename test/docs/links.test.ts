import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { matters } from '#prisma/demo/matters.ts'
import { people, units } from '#prisma/demo/city.ts'

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]

test.each(pages)('%s leads to pages that exist', (page) => {
  const targets = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!)
  expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([])
})

test('the read-me counts the demonstration as it is', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(readme).toContain(`${units.length} units, ${people.length} people, ${matters.length} matters`)
  const named = [
    ...readme
      .split('## What a newcomer sees')[1]!
      .split('\n## ')[0]!
      .matchAll(/`([a-z]+-[a-z]+)`/g),
  ].map(([, account]) => account!)
  expect(named.filter((account) => !people.some((person) => person.account === account))).toEqual([])
})
