import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { print } from '#app/domain/text/print.ts'
import { readStored } from '#app/domain/text/stored.ts'

const fixture = (format: number): unknown =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../fixtures/texts/format-${format}.json`), 'utf8'))
const provision = (id: string, children: unknown[] = []) => ({ id, kind: 'paragraph', text: id, children })
const text = (...children: unknown[]) => ({ format: 1, children })
const codeOf = (json: unknown) => {
  const read = readStored(json)
  return read.ok ? 'ok' : read.error.code
}

describe('stored texts', () => {
  test('format 1 is read and printed', () => {
    const read = readStored(fixture(1))
    if (!read.ok) throw new Error(read.error.code)
    expect(print(read.value)).toBe(
      [
        '临江市共享单车停放管理办法',
        '第一章　总则',
        '第一条　停放应当符合下列要求：',
        '（一）不占用盲道；',
        '（三）不妨碍消防。',
        '第一条之一　本办法自2026年3月1日起施行。',
      ].join('\n'),
    )
  })

  const deep = (levels: number): unknown => {
    let one = provision(`p${levels}`)
    for (let level = levels - 1; level > 0; level--) one = provision(`p${level}`, [one])
    return text(one)
  }

  test.each([
    ['null', null, 'not-a-text'],
    ['a list', [], 'not-a-text'],
    ['no format', { children: [] }, 'not-a-text'],
    ['a format of the future', { format: 2, children: [] }, 'unknown-format'],
    ['a kind that is none', text({ ...provision('a'), kind: 'verse' }), 'malformed'],
    ['a field that is none', text({ ...provision('a'), colour: 'red' }), 'malformed'],
    ['children that are words', text({ ...provision('a'), children: '' }), 'malformed'],
    ['the same id twice', text(provision('a', [provision('b')]), provision('b')), 'repeated-id'],
    ['40 levels', deep(40), 'ok'],
    ['41 levels', deep(41), 'too-deep'],
    ['20,000 provisions', text(...Array.from({ length: 20_000 }, (_, i) => provision(`p${i}`))), 'ok'],
    ['20,001 provisions', text(...Array.from({ length: 20_001 }, (_, i) => provision(`p${i}`))), 'too-many'],
    ['hostile nesting', deep(50_000), 'too-deep'],
  ])('%s', (_, json, code) => expect(codeOf(json)).toBe(code))
})
