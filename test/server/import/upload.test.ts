import { expect, test } from 'vitest'
import type { Limits, refusalCodes } from '#app/server/import/reading.server.ts'
import { readUpload } from '#app/server/import/upload.server.ts'
import { paragraph, word } from '#test/fixtures/files/word.ts'
import { zip } from '#test/fixtures/files/zip.ts'

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])
const plain = word(paragraph('第一条　为了规范户外招牌设置，制定本办法。'))
const content = (length: number) => paragraph('甲'.repeat(length))

test.each<[string, string, Buffer, Partial<Limits>, (typeof refusalCodes)[number]]>([
  ['an empty file', 'a.docx', Buffer.alloc(0), {}, 'file-empty'],
  ['a file above the limit', 'a.txt', Buffer.alloc(2_000, '字'), { bytes: 1_000 }, 'file-too-large'],
  ['a PDF: evidence, not a draft', 'a.pdf', Buffer.from('%PDF-1.7 …'), {}, 'file-not-text'],
  ['an OFD', 'a.ofd', zip([{ name: 'OFD.xml', data: '<a/>' }]), {}, 'file-not-text'],
  ['an OFD named as Word', 'a.docx', zip([{ name: 'OFD.xml', data: '<a/>' }]), {}, 'file-not-text'],
  ['a picture', '扫描件.PNG', Buffer.from('89504e470d0a1a0a', 'hex'), {}, 'file-not-text'],
  ['a picture named as Word', 'a.docx', Buffer.from('89504e470d0a1a0a', 'hex'), {}, 'file-mismatch'],
  ['a picture named as text', 'a.txt', Buffer.from('89504e470d0a1a0a00', 'hex'), {}, 'file-not-text'],
  ['a program', 'a.exe', Buffer.from('4d5a', 'hex'), {}, 'file-type'],
  ['a spreadsheet', 'a.xlsx', zip([{ name: 'x', data: '' }]), {}, 'file-type'],
  ['an archive named as Word', 'a.docx', zip([{ name: 'x', data: '' }]), {}, 'file-mismatch'],
  ['text named as Word', 'a.docx', Buffer.from('第一条'), {}, 'file-mismatch'],
  ['an old Word file without a converter', 'a.doc', ole('WordDocument'), {}, 'file-needs-conversion'],
  ['an old Word file named as new', 'a.docx', ole('WordDocument'), {}, 'file-needs-conversion'],
  ['a WPS file', 'a.wps', ole('WordDocument'), {}, 'file-needs-conversion'],
  ['rich text', 'a.rtf', Buffer.from('{\\rtf1 }'), {}, 'file-needs-conversion'],
  ['an old spreadsheet named as Word', 'a.doc', ole('Workbook'), {}, 'file-mismatch'],
  ['a Word file with a password', 'a.docx', ole('EncryptedPackage'), {}, 'file-encrypted'],
  [
    'an archive with a password',
    'a.docx',
    zip([{ name: '[Content_Types].xml', data: 'x', encrypted: true }]),
    {},
    'file-encrypted',
  ],
  ['a macro file by name', 'a.docm', plain, {}, 'file-macro'],
  [
    'a macro file by content type',
    'a.docx',
    word('', { contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    {},
    'file-macro',
  ],
  [
    'a macro project inside',
    'a.docx',
    word(content(9), { more: [{ name: 'word/vbaProject.bin', data: 'x' }] }),
    {},
    'file-macro',
  ],
  [
    'a name that climbs',
    'a.docx',
    word(content(9), { more: [{ name: '../evil', data: 'x' }] }),
    {},
    'file-unsafe-names',
  ],
  [
    'an absolute name',
    'a.docx',
    word(content(9), { more: [{ name: '/etc/passwd', data: 'x' }] }),
    {},
    'file-unsafe-names',
  ],
  [
    'one name twice',
    'a.docx',
    word(content(9), { more: [{ name: 'word/document.xml', data: 'x' }] }),
    {},
    'file-unsafe-names',
  ],
  [
    'too many parts',
    'a.docx',
    zip(Array.from({ length: 2_001 }, (_, index) => ({ name: `p${index}`, data: '' }))),
    {},
    'file-bomb',
  ],
  ['a part blown up 1,000 times', 'a.docx', word(content(3_000_000)), {}, 'file-bomb'],
  ['parts above the sum', 'a.docx', word(content(10_000)), { inflatedBytes: 20_000 }, 'file-bomb'],
  [
    'a size that lies',
    'a.docx',
    zip([{ name: '[Content_Types].xml', data: Buffer.alloc(5_000_000), declaredSize: 100 }]),
    {},
    'file-bomb',
  ],
  ['half of a file', 'a.docx', plain.subarray(0, plain.length / 2), {}, 'file-unreadable'],
  ['XML that does not close', 'a.docx', word('<w:p><w:r>'), {}, 'file-unreadable'],
  ['an outside entity', 'a.docx', word('').subarray(0, 10), {}, 'file-unreadable'],
  ['no words at all', 'a.docx', word(paragraph(' ')), {}, 'file-no-text'],
  ['blank lines only', 'a.txt', Buffer.from('\n \n'), {}, 'file-no-text'],
  ['more paragraphs than may be', 'a.docx', word(content(1).repeat(30)), { paragraphs: 20 }, 'file-too-large'],
  ['a reading that would take too long', 'a.docx', plain, { seconds: 0 }, 'file-timeout'],
])('%s is refused with one code', async (_, name, bytes, limits, code) => {
  expect(await readUpload({ name, bytes, limits, office: null })).toMatchObject({ ok: false, error: { code } })
})

test('a document type is refused, so that no entity is ever expanded', async () => {
  const bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
  const bytes = zip([
    {
      name: '[Content_Types].xml',
      data: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    { name: 'word/document.xml', data: bomb },
  ])
  expect(await readUpload({ name: 'a.docx', bytes })).toEqual({ ok: false, error: { code: 'file-unreadable' } })
})

test('names are never paths: only their ending is looked at', async () => {
  for (const name of ['../../etc/passwd.docx', `${'长'.repeat(4_000)}.docx`, 'a\u202excod.docx', 'C:\\x\\草案.DOCX']) {
    expect(await readUpload({ name, bytes: plain })).toMatchObject({ ok: true })
  }
})

test('a thread that needs more memory than it may have ends alone', async () => {
  const bytes = word(Array.from({ length: 40_000 }, (_, index) => paragraph(`${index}`.repeat(40))).join(''))
  const reading = await readUpload({ name: 'a.docx', bytes, limits: { memoryMb: 12, ratio: 10_000 } })
  expect(reading).toEqual({ ok: false, error: { code: 'file-bomb', limit: 12 } })
})
