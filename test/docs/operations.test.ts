import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const example = readFileSync('.env.example', 'utf8')
const document = readFileSync('docs/operations.md', 'utf8')

/** Names with their defaults, as the example file sets them. */
const settings = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => ({ name: name!, value: value! }))
const described = [...document.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)].map(([, name, value]) => ({
  name: name!,
  value: value!.trim() === '—' ? '' : value!.trim().replace(/^`|`$/g, ''),
}))

test('the table of settings is that of .env.example, in its order', () => {
  expect(described).toEqual(settings)
})

test('every command of the table exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const documents = ['README.md', 'docs/operations.md', 'docs/architecture.md', 'docs/style.md'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const commands = documents.flatMap((text) =>
    [...text.matchAll(/`npm (?:run )?([a-z][a-z:-]*)/g)].map(([, name]) => name!),
  )
  expect([...new Set(commands)].filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([])
})
