import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { faces } from '#app/domain/amendment/faces.ts'
import { parse } from '#app/domain/text/parse.ts'
import { amendmentFile } from '#app/server/export/amendment.server.ts'
import { part, read } from './read.ts'

let count = 0
const newId = () => `p${++count}`
const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')
const rules = (fine: string) =>
  parse(['某市公园管理办法', '第一条　为了管理公园，制定本办法。', `第二条　违者处${fine}罚款。`].join('\n'), newId)

const made = faces(rules('五百元'), rules('一千元'), { issuer: '某市人民政府', newId, hash })
if (!made.ok) throw new Error(made.error.code)
const table = { title: '某市公园管理办法花脸稿', oldName: '第1稿', newName: '第2稿', rows: [] }

describe('an amendment in Word', () => {
  test('the decision is read back as it was proved', async () => {
    const bytes = await amendmentFile('decision', made.value, table)
    const { lines } = await read(bytes!)
    if (!made.value.decided.ok) throw new Error(made.value.decided.error.code)
    expect(lines.filter(Boolean)).toEqual(made.value.decided.value.decision.split('\n'))
  })

  test('the amended text names the decision under its title', async () => {
    const bytes = await amendmentFile('amended', made.value, table)
    const { lines } = await read(bytes!)
    expect(lines.filter(Boolean)[1]).toContain('《关于修改〈某市公园管理办法〉的决定》修正')
    expect(lines.join('')).toContain('违者处一千元罚款')
  })

  test('the redline strikes out what went and underlines what came', async () => {
    const xml = await part((await amendmentFile('redline', made.value, table))!, 'word/document.xml')
    const struck = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:strike\/>(?:(?!<\/w:r>).)*<w:t[^>]*>([^<]*)/g)]
    expect(struck.map(([, words]) => words)).toEqual(['五百'])
    expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*一千</)
  })

  test('without a proved decision only the faces that need none are written', async () => {
    const unproved = {
      ...made.value,
      decided: {
        ok: false as const,
        error: { code: 'not-proved' as const, address: '第二条', expected: '', given: '', residue: [] },
      },
    }
    expect(await amendmentFile('decision', unproved, table)).toBeNull()
    expect(await amendmentFile('amended', unproved, table)).toBeNull()
    expect(await amendmentFile('redline', unproved, table)).not.toBeNull()
  })
})
