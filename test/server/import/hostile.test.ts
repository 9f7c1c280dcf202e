import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultLimits, refusalCodes } from '#app/server/import/reading.server.ts'
import { readBytes } from '#app/server/import/read-bytes.server.ts'
import { readUpload } from '#app/server/import/upload.server.ts'
import { XmlFault, XmlReader } from '#app/server/import/xml.server.ts'
import { deleted, element, inserted, numbered, paragraph, run, table, word } from '#test/fixtures/files/word.ts'

const body = [
  paragraph('第一条　甲。'),
  numbered('乙'),
  paragraph(`${run('丙')}${inserted('丁')}${deleted('戊')}`),
  table([
    ['己', '庚'],
    ['辛', '壬'],
  ]),
].join('')
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
const sound = word(body, { numbering })
const edit = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255), cut: fc.nat(40) })

const mutate = (edits: Array<{ at: number; byte: number; cut: number }>): Buffer => {
  let bytes = Buffer.from(sound)
  for (const { at, byte, cut } of edits) {
    if (cut < 20) bytes[at % bytes.length] = byte
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + cut)])
    if (bytes.length === 0) return bytes
  }
  return bytes
}

test('a Word file with broken bytes is read or refused, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const reading = await readBytes('docx', mutate(edits), defaultLimits)
      if (!reading.ok) expect(refusalCodes).toContain(reading.error.code)
    }),
    { numRuns: 1_500 },
  )
})

const markup = fc.array(
  fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '</w:r>',
    '<w:t>',
    '</w:t>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:ins>',
    '</w:ins>',
    '<w:del>',
    '</w:del>',
    '<w:pPr>',
    '</w:pPr>',
    '<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="1"/></w:numPr>',
    '<w:gridSpan w:val="999999999"/>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:instrText>TOC</w:instrText>',
    '<w:sdt>',
    '</w:sdt>',
    '<w:sdtContent>',
    '</w:sdtContent>',
    '<w:br/>',
    '<w:drawing>',
    '</w:drawing>',
    '<w:txbxContent>',
    '</w:txbxContent>',
    '<mc:AlternateContent>',
    '</mc:AlternateContent>',
    '<mc:Choice>',
    '</mc:Choice>',
    '<w:commentRangeStart w:id="1"/>',
    '<w:vMerge/>',
    '字',
    '&amp;',
    '&x;',
    '<!DOCTYPE a>',
    '<![CDATA[',
    ']]>',
    '<',
    '>',
    '"',
    '<w:p w:a="1" w:a="2">',
    '\u0000',
  ),
  { maxLength: 60 },
)

test('any order of Word elements is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(markup, async (pieces) => {
      const reading = await readBytes('docx', word(pieces.join(''), { numbering: pieces.join('') }), defaultLimits)
      if (!reading.ok) expect(refusalCodes).toContain(reading.error.code)
    }),
    { numRuns: 1_000 },
  )
})

/** Closes what it opens, so that every document is well-formed and reaches the readers of Word elements. */
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', maxDepth: 7 },
    fc.constantFrom(
      '<w:t>字</w:t>',
      '<w:br/>',
      '<w:tab/>',
      '<w:vanish/>',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:fldChar w:fldCharType="end"/>',
    ),
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'r',
          'tbl',
          'tr',
          'tc',
          'ins',
          'del',
          'pPr',
          'rPr',
          'sdt',
          'sdtContent',
          'hyperlink',
          'ruby',
          'rubyBase',
          'pict',
          'txbxContent',
          'numPr',
        ),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, inner]) => `<w:${name}>${inner.join('')}</w:${name}>`),
  ),
})).node

test('any well-formed nesting of Word elements is read, or has no words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 8 }), async (nodes) => {
      const reading = await readBytes('docx', word(nodes.join('')), defaultLimits)
      if (!reading.ok) expect(reading.error.code).toBe('file-no-text')
    }),
    { numRuns: 1_000 },
  )
})

test('any bytes under any name have an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string(),
      fc.constantFrom('docx', 'doc', 'txt', 'pdf', 'rtf', 'wps', 'odt', 'zip', ''),
      fc.uint8Array({ maxLength: 300 }),
      async (name, ending, bytes) => {
        const reading = await readUpload({ name: `${name}.${ending}`, bytes, office: null })
        if (!reading.ok) expect(refusalCodes).toContain(reading.error.code)
      },
    ),
    { numRuns: 25 },
  )
})

test('a document within a document without end is refused', () => {
  const reader = new XmlReader(element('document', '<w:p>'.repeat(10_000)))
  expect(() => {
    while (reader.next());
  }).toThrow(XmlFault)
})
