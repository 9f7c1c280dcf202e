import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findOffice } from '#app/server/import/legacy-word.server.ts'
import { readUpload } from '#app/server/import/upload.server.ts'
import { paragraph, word } from '#test/fixtures/files/word.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answer = path.join(folder, 'answer.docx')
writeFileSync(answer, word(paragraph('第一条　甲。')))

/** Stands in for LibreOffice with the same command line, where it is not on the machine. */
function program(name: string, script: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}
const rtf = Buffer.from('{\\rtf1 text}')

test('the converter gets our names only, and what it made is read', async () => {
  const office = program('good', `echo "$2 $3" > ${folder}/seen; cp ${answer} "$2/input.docx"`)
  expect(await readUpload({ name: '$(rm -rf x).rtf', bytes: rtf, office })).toMatchObject({
    ok: true,
    value: { source: '第一条　甲。' },
  })
  const [outdir, input] = readFileSync(path.join(folder, 'seen'), 'utf8').trim().split(' ')
  expect(path.basename(input!)).toBe('input.rtf')
  expect(existsSync(outdir!)).toBe(false)
})

test.each<[string, string]>([
  ['makes nothing', 'exit 1'],
  ['makes an empty file', 'touch "$2/input.docx"'],
  ['never ends', 'sleep 100'],
])('a converter that %s is a failed conversion', async (name, script) => {
  const reading = await readUpload({
    name: 'a.rtf',
    bytes: rtf,
    office: program(name.replaceAll(' ', '-'), script),
    limits: { conversionSeconds: 1 },
  })
  expect(reading).toEqual({ ok: false, error: { code: 'file-conversion-failed', format: 'rtf' } })
})

test('a converter that is not where it should be is a failed conversion', async () => {
  expect(await readUpload({ name: 'a.rtf', bytes: rtf, office: '/nowhere/soffice' })).toMatchObject({
    error: { code: 'file-conversion-failed' },
  })
})

test('the converter is looked for in every folder of the path', async () => {
  program('soffice', 'exit 0')
  expect(await findOffice(['/nowhere', '', folder].join(path.delimiter))).toBe(path.join(folder, 'soffice'))
  expect(await findOffice('/nowhere')).toBeNull()
})
