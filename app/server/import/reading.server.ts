import type { Result } from '#app/domain/base/result.ts'

/** Something in the file that is not in the text, and where it stood: "第12段（第三条）". */
export type LeftBehind = { place: string; code: LeftBehindCode; excerpt?: string }
export const leftBehindCodes = [
  'tracked-deletion',
  'footnote',
  'endnote',
  'header',
  'footer',
  'text-box',
  'image',
  'embedded-object',
  'formula',
  'hidden-text',
  'contents',
  'bullet',
  'merged-cells',
  'nested-table',
  'control-characters',
  'unknown-symbol',
] as const
export type LeftBehindCode = (typeof leftBehindCodes)[number]

export type FileTable = { place: string; rows: string[][] }
export type FileComment = { author: string; text: string; quote: string; place: string }
/** The draft that a file was made from, as our own Word files carry it. */
export type FileOrigin = { matterId: string; versionId: string }

export type ReadText = {
  /** One line a paragraph, table rows as `| a | b |`, automatic numbers written out: what `parse` of domain text reads. */
  source: string
  tables: FileTable[]
  leftBehind: LeftBehind[]
  /** Insertions (kept in the text) and deletions (left behind, with their words) that Word had tracked. */
  trackedChanges: number
  comments: FileComment[]
  origin?: FileOrigin
}

/** Every word found in the file, in the text or not: a secrecy mark may stand in a header or a text box. */
export const everyWord = ({ source, leftBehind, comments }: ReadText): string =>
  [source, ...leftBehind.map(({ excerpt }) => excerpt ?? ''), ...comments.map(({ text }) => text)].join('\n')

export const refusalCodes = [
  'file-empty',
  'file-too-large',
  'file-type',
  'file-mismatch',
  'file-not-text',
  'file-needs-conversion',
  'file-conversion-failed',
  'file-encrypted',
  'file-macro',
  'file-bomb',
  'file-unsafe-names',
  'file-unreadable',
  'file-no-text',
  'file-timeout',
] as const
export type RefusalCode = (typeof refusalCodes)[number]
/** `format` is the name's ending, `limit` a number of bytes, entries or seconds. */
export type FileRefusal = { code: RefusalCode; format?: string; limit?: number }
export type Reading = Result<ReadText, FileRefusal>

export type Limits = {
  /** Of the file as it came. */
  bytes: number
  entries: number
  /** Of all parts of an archive together, declared and really inflated. */
  inflatedBytes: number
  /** Of an entry above one megabyte. */
  ratio: number
  paragraphs: number
  seconds: number
  memoryMb: number
  conversionSeconds: number
}

export const defaultLimits: Limits = {
  bytes: 20 * 1024 * 1024,
  entries: 2_000,
  inflatedBytes: 50 * 1024 * 1024,
  ratio: 200,
  paragraphs: 50_000,
  seconds: 20,
  memoryMb: 256,
  conversionSeconds: 60,
}

/** Carries a refusal out of the depth of a reader; `refusalOf` turns it into a value at the door. */
export class Refused extends Error {
  readonly refusal: FileRefusal

  constructor(refusal: FileRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const refuse = (code: RefusalCode, fields: Omit<FileRefusal, 'code'> = {}): never => {
  throw new Refused({ code, ...fields })
}
