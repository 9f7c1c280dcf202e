import type { IncomingFile } from '../acts/uploads.server.ts'

const objects = (words: string) => {
  const drawn = `BT /F1 14 Tf 72 760 Td (${words}) Tj ET 72 740 m 523 740 l S`
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
}

/** One page of PDF with a line of Latin letters: it stands in for a scanned page, which a demonstration cannot have. */
function page(words: string): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects(words).map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new TextEncoder().encode(text + end)
}

const bytes = page('Demonstration: stands in for a scanned page')

export const scan = (field: string, name: string): IncomingFile => ({
  field,
  name: `${name}.pdf`,
  mediaType: 'application/pdf',
  bytes,
})

export const textFile = (field: string, name: string, text: string): IncomingFile => ({
  field,
  name: `${name}.txt`,
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode(text),
})
