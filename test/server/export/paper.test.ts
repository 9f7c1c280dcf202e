import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agenda } from '#app/server/export/agenda.server.ts'
import { line, pack, page } from '#app/server/export/paper.server.ts'
import { part, read } from './read.ts'

test('whatever characters a text has, the file can be read again with the rest of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const kept = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\ufeff\ufffe\uffff]/g, '')
      const bytes = await pack([page([line(`甲${text}乙`)])], { title: text })
      expect(await part(bytes, 'docProps/core.xml')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
      const flat = (words: string) => words.replace(/\s+/g, '')
      expect(flat((await read(bytes)).source)).toBe(flat(`甲${kept}乙`))
    }),
    { numRuns: 150 },
  )
})

test('line ends inside a run are line ends on paper, and tabs are tabs', async () => {
  const bytes = await pack([page([line('甲\n乙\t丙')])], { title: '' })
  expect((await read(bytes)).lines).toEqual(['甲', '乙 丙'])
  expect(await part(bytes, 'word/document.xml')).toContain('<w:tab/>')
})

test('mark-up in names stays text', async () => {
  const { tables } = await read(
    await agenda({
      meeting: '<w:p>',
      on: '2026-10-20',
      topics: [{ title: '</w:t>&"', reporter: '', attending: [], papers: [] }],
    }),
  )
  expect(tables[0]?.rows[1]?.[1]).toBe('</w:t>&"')
})
