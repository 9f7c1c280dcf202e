import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { defaultLimits } from '#app/server/import/reading.server.ts'
import { readBytes } from '#app/server/import/read-bytes.server.ts'
import { readUpload } from '#app/server/import/upload.server.ts'
import { findOffice } from '#app/server/import/legacy-word.server.ts'
import { corpusDir } from '#test/support/corpus.ts'

const folder = path.join(corpusDir ?? '', 'docx')
const laws = corpusDir ? readdirSync(path.join(folder, 'flk')) : []
const forms = corpusDir ? readdirSync(path.join(folder, 'cee_doc')) : []
const office = await findOffice(process.env.PATH ?? '')

/** The plain text of the same act at the same date, as somebody else typed it out. */
function plainText(file: string): string | null {
  const [, title, date] = /^(.+)_(\d{8})\.docx$/.exec(file) ?? []
  if (!title || !date) return null
  const name = `${title}(${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}).txt`
  try {
    return readFileSync(path.join(corpusDir!, 'laws', '法律', name), 'utf8')
  } catch {
    return null
  }
}
const articles = (text: string) =>
  [
    ...text.matchAll(/^[\s\u3000]*(第[零〇○一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)[\s\u3000]+\S/gm),
  ].map((match) => match[1])

test.skipIf(!corpusDir)('every official Word file comes in with every article of the same text', async () => {
  const differing: string[] = []
  let compared = 0
  for (const file of laws) {
    const reading = await readBytes('docx', readFileSync(path.join(folder, 'flk', file)), defaultLimits)
    if (!reading.ok) {
      differing.push(`${file}: ${reading.error.code}`)
      continue
    }
    expect(reading.value.trackedChanges, file).toBe(0)
    const plain = plainText(file)
    if (!plain) continue
    compared++
    const [own, other] = [articles(reading.value.source), articles(plain)]
    if (own.join() !== other.join())
      differing.push(`${file}: ${own.length} articles, ${other.length} in the plain text`)
  }
  expect(differing).toEqual([])
  expect(compared).toBeGreaterThan(20)
})

test.skipIf(!corpusDir)('tables of official Word files come in row by row', async () => {
  const file = laws.find((name) => name.includes('个人所得税法'))!
  const reading = await readUpload({ name: file, bytes: readFileSync(path.join(folder, 'flk', file)) })
  expect(reading.ok && reading.value.tables.length).toBeGreaterThan(0)
  expect(reading.ok && reading.value.source).toMatch(/^\| 1 \| 不超过36000元的? ?\| 3 \|$/m)
})

test.skipIf(!corpusDir)('an old Word file without LibreOffice is answered with what to do', async () => {
  for (const file of forms) {
    const reading = await readUpload({
      name: file,
      bytes: readFileSync(path.join(folder, 'cee_doc', file)),
      office: null,
    })
    expect(reading, file).toEqual({ ok: false, error: { code: 'file-needs-conversion', format: 'doc' } })
  }
})

test.skipIf(!corpusDir || !office)('an old Word file comes in through LibreOffice', async () => {
  const file = forms[0]!
  expect(await readUpload({ name: file, bytes: readFileSync(path.join(folder, 'cee_doc', file)) })).toMatchObject({
    ok: true,
  })
})
