import { type LeftBehind, type ReadText, refuse } from './reading.server.ts'

/** Reads a text file in any of the encodings that Chinese offices have; what is none of them is refused. */
export function readPlainText(bytes: Buffer): ReadText {
  const text = decodeText(bytes)
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029\f]/)
  const leftBehind: LeftBehind[] = []
  const kept = lines.map((line, index) => {
    const clean = line.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff]/g, '')
    const controls = line.replaceAll('\ufeff', '').length - clean.length
    if (controls > 0)
      leftBehind.push({ place: `第${index + 1}行`, code: 'control-characters', excerpt: clean.slice(0, 60) })
    return clean.replace(/\s+$/, '')
  })
  const source = kept.join('\n').replace(/^\n+|\n+$/g, '')
  if (!source.trim()) refuse('file-no-text')
  return { source, tables: [], leftBehind, trackedChanges: 0, comments: [] }
}

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

export function decodeText(bytes: Buffer): string {
  if (startsWith(bytes, 0xff, 0xfe)) return decoded(bytes, 'utf-16le') ?? refuse('file-unreadable')
  if (startsWith(bytes, 0xfe, 0xff)) return decoded(bytes, 'utf-16be') ?? refuse('file-unreadable')
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null && !utf8.includes('\0')) return utf8
  const wide = bytes.includes(0)
    ? [decoded(bytes, 'utf-16le'), decoded(bytes, 'utf-16be')].find((text) => text !== null && isChineseText(text))
    : null
  if (wide) return wide
  if (bytes.includes(0)) return refuse('file-mismatch', { format: 'txt' })
  const chinese = decoded(bytes, 'gb18030')
  return chinese !== null && isText(chinese) ? chinese : refuse('file-mismatch', { format: 'txt' })
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const share = (text: string, pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, text.length)
/** Bytes of another kind come out as control and private-use characters when they are taken for text. */
const isText = (text: string) => share(text, /[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff\ufffd]/g) < 0.01
const isChineseText = (text: string) =>
  isText(text) && share(text, /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\w\s.,;:()]/g) > 0.9
