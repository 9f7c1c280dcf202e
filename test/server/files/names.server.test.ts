import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachment, cleanMediaType, cleanName } from '#app/server/files/names.server.ts'

describe('names of files', () => {
  it.each([
    ['管理办法（征求意见稿）.docx', '管理办法（征求意见稿）.docx'],
    ['C:\\公文\\通知.doc', '通知.doc'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u202Excod.exe', 'axcod.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(145)}.docx`],
    ['\ud800.txt', 'txt'],
  ])('%j is kept as %s', (given, kept) => expect(cleanName(given)).toBe(kept))

  it('stands in both forms in the header', () => {
    expect(attachment("清政办规〔2026〕3号 (定稿)'.docx")).toBe(
      `attachment; filename="_____2026_3_ (__)'.docx"; filename*=UTF-8''%E6%B8%85%E6%94%BF%E5%8A%9E%E8%A7%84%E3%80%942026%E3%80%953%E5%8F%B7%20%28%E5%AE%9A%E7%A8%BF%29%27.docx`,
    )
  })

  it('never breaks the header or leaves the folder, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given)
        expect(name).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e]/u)
        expect(name).not.toMatch(/^\.\.?$/)
        expect(name.length).toBeGreaterThan(0)
        expect(new Headers({ 'Content-Disposition': attachment(given) }).get('Content-Disposition')).toMatch(
          /^attachment; filename="[^"]*"; filename\*=UTF-8''[\w.~%-]*$/,
        )
      }),
    )
  })

  it.each([
    ['text/html; charset=x', 'application/octet-stream'],
    ['application/PDF', 'application/pdf'],
    ['a\nb', 'application/octet-stream'],
  ])('media type %j becomes %s', (given, kept) => expect(cleanMediaType(given)).toBe(kept))
})
