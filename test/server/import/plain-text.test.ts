import { expect, test } from 'vitest'
import { readUpload } from '#app/server/import/upload.server.ts'

const words = '清宁市户外招牌设置管理办法\n第一条　为了规范户外招牌设置，制定本办法。'
const gb18030 = Buffer.from(
  'c7e5c4fecad0bba7cde2d5d0c5c6c9e8d6c3b9dcc0edb0ecb7a80ab5dad2bbccf5a1a1ceaac1cbb9e6b7b6bba7cde2d5d0c5c6c9e8d6c3a3acd6c6b6a8b1beb0ecb7a8a1a3',
  'hex',
)
const wide = Buffer.from(words, 'utf16le')

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
  ['UTF-16, high byte first', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', wide],
  ['GB18030', gb18030],
  ['line ends of Windows', Buffer.from(`${words.replace('\n', '\r\n')}\r\n`)],
])('text in %s is read the same', async (_, bytes) => {
  expect(await readUpload({ name: '草案.txt', bytes })).toMatchObject({
    ok: true,
    value: { source: words, leftBehind: [] },
  })
})

test('control characters are left out and listed with their line', async () => {
  const reading = await readUpload({ name: 'a.txt', bytes: Buffer.from('第一条\u0007甲\n第二条') })
  expect(reading).toMatchObject({
    ok: true,
    value: {
      source: '第一条甲\n第二条',
      leftBehind: [{ place: '第1行', code: 'control-characters', excerpt: '第一条甲' }],
    },
  })
})

test('bytes that are no text in any encoding are refused', async () => {
  const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 151 + 7) % 256))
  expect(await readUpload({ name: 'a.txt', bytes })).toMatchObject({ ok: false, error: { code: 'file-mismatch' } })
})
