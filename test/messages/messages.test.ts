import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '#app/messages/en.ts'
import zh from '#app/messages/zh.ts'

type Words = { [key: string]: string | Words }

const flatten = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )

const chinese = new Map(flatten(zh))
const english = new Map(flatten(en))
/** i18next takes `key_other` and `key_one` for `key` where a count is given. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const keys = new Set([...chinese.keys()].map(withoutPlural))
const values = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(messages|server\/generated)\//.test(file.replaceAll('\\', '/')))
  .map((file) => ({ file, text: readFileSync(join('app', file), 'utf8') }))

test('both languages have the same keys; English may add a singular', () => {
  const singular = (key: string) => key.endsWith('_one') && keys.has(withoutPlural(key))
  expect([...english.keys()].filter((key) => !chinese.has(key) && !singular(key))).toEqual([])
  expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([])
})

test('a sentence takes the same values in both languages', () => {
  const differing = [...english].filter(([key, sentence]) => {
    const other = chinese.get(key) ?? chinese.get(withoutPlural(key)) ?? chinese.get(`${withoutPlural(key)}_other`)!
    return String(values(sentence)) !== String(values(other))
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

// titles and terms of law that English names in Chinese are data: `Sentence` marks them
const quoted = /^(refusals|acts|tasks)\./

test('no sentence is empty, and English has no Chinese outside the name of the language and quoted terms', () => {
  expect([...chinese, ...english].filter(([, sentence]) => sentence === '').map(([key]) => key)).toEqual([])
  const strays = [...english].filter(
    ([key, sentence]) => /[\u4e00-\u9fff]/.test(sentence) && key !== 'layout.language.switchTo' && !quoted.test(key),
  )
  expect(strays.map(([key]) => key)).toEqual([])
})

test('no key has a dot of its own: it could not be found', () => {
  const dotted = (words: Words): string[] =>
    Object.entries(words).flatMap(([key, value]) => [
      ...(key.includes('.') ? [key] : []),
      ...(typeof value === 'string' ? [] : dotted(value)),
    ])
  expect(dotted(zh)).toEqual([])
})

const areas = Object.keys(zh).join('|')
// a key as the code writes it: 'area.some.key', with or without a part that is filled in
const literal = new RegExp(`['\`]((?:${areas})(?:\\.[\\w-]+)+)['\`]`, 'g')
const template = new RegExp(`\`((?:${areas})(?:\\.[\\w-]+)*)\\.\\$\\{`, 'g')
const called = /\bt\(\s*'([^']+)'/g

test('every key that the code asks for exists', () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(called)]
      .map(([, key]) => key!)
      .filter((key) => !keys.has(key))
      .map((key) => `${file}: ${key}`),
  )
  expect(missing).toEqual([])
})

test('every key that is composed begins with one that exists', () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(template)]
      .map(([, path]) => path!)
      .filter((path) => ![...keys].some((key) => key.startsWith(`${path}.`)))
      .map((path) => `${file}: ${path}`),
  )
  expect(missing).toEqual([])
})

// these areas name the values of the domain one by one: names.test.ts holds them against its lists
const named = new Set(['acts', 'records', 'roles', 'stages', 'unitKinds', 'common'])

test('every sentence is used', () => {
  const asked = new Set(sources.flatMap(({ text }) => [...text.matchAll(literal)].map(([, key]) => key!)))
  const composed = [
    ...new Set(sources.flatMap(({ text }) => [...text.matchAll(template)].map(([, path]) => `${path!}.`))),
  ]
  const unused = [...keys].filter(
    (key) => !named.has(key.split('.')[0]!) && !asked.has(key) && !composed.some((path) => key.startsWith(path)),
  )
  expect(unused).toEqual([])
})
