import { refuse } from './reading.server.ts'

/** What a file is, by its first bytes; the name only settles what the bytes leave open. */
export type FileKind = 'office-archive' | 'ole' | 'rtf' | 'text' | 'not-text'

const starts: ReadonlyArray<[string, FileKind]> = [
  ['504b0304', 'office-archive'],
  ['504b0506', 'office-archive'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['7b5c727466', 'rtf'],
  ['25504446', 'not-text'], // PDF
  ['89504e47', 'not-text'], // PNG
  ['ffd8ff', 'not-text'], // JPEG
  ['47494638', 'not-text'], // GIF
  ['49492a00', 'not-text'], // TIFF
  ['4d4d002a', 'not-text'],
  ['424d', 'not-text'], // BMP
  ['52494646', 'not-text'], // WebP
]
const evidenceEndings = new Set(['pdf', 'ofd', 'png', 'jpg', 'jpeg', 'gif', 'tif', 'tiff', 'bmp', 'webp'])
const archiveEndings = new Set(['docx', 'docm', 'dotx', 'odt', 'wps'])
const oleEndings = new Set(['doc', 'dot', 'wps', 'wpt', 'docx', 'docm'])
const textEndings = new Set(['txt', 'text', 'md', ''])

/** The ending of a name, lower case, without the dot; a name is never used for anything else. */
export const endingOf = (name: string): string => /\.([^./\\\s]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** @throws Refused for what is not what its name says, and for what no draft is kept in. */
export function fileKind(name: string, bytes: Buffer): FileKind {
  const ending = endingOf(name)
  const head = bytes.subarray(0, 8).toString('hex')
  const kind = starts.find(([start]) => head.startsWith(start))?.[1]
  if (ending === 'docm') return refuse('file-macro', { format: ending })
  if (kind === 'ole') return oleKind(ending, bytes)
  if (evidenceEndings.has(ending) && (!kind || kind === 'not-text' || ending === 'ofd'))
    return refuse('file-not-text', { format: ending })
  if (kind === 'not-text' && !textEndings.has(ending)) return refuse('file-mismatch', { format: ending })
  // Text may begin with "BM" or "GIF8": only a NUL byte, which text does not have, makes it an image.
  if (kind === 'not-text')
    return bytes.includes(0) || head.startsWith('25504446') ? refuse('file-not-text', { format: ending }) : 'text'
  if (kind === 'office-archive')
    return archiveEndings.has(ending)
      ? kind
      : refuse(knownEnding(ending) ? 'file-mismatch' : 'file-type', { format: ending })
  if (kind === 'rtf')
    return ending === 'rtf' || oleEndings.has(ending) ? kind : refuse('file-mismatch', { format: ending })
  if (textEndings.has(ending)) return 'text'
  return refuse(knownEnding(ending) ? 'file-mismatch' : 'file-type', { format: ending })
}

const knownEnding = (ending: string) =>
  archiveEndings.has(ending) ||
  oleEndings.has(ending) ||
  textEndings.has(ending) ||
  evidenceEndings.has(ending) ||
  ending === 'rtf'

const streamName = (name: string) => Buffer.from(name, 'utf16le')

/** Word encrypts a .docx into an OLE container; the stream's name gives it away. */
function oleKind(ending: string, bytes: Buffer): FileKind {
  if (bytes.includes(streamName('EncryptedPackage'))) return refuse('file-encrypted', { format: ending })
  if (!oleEndings.has(ending)) return refuse('file-type', { format: ending })
  return bytes.includes(streamName('WordDocument')) ? 'ole' : refuse('file-mismatch', { format: ending })
}
