import { randomUUID } from 'node:crypto'
import type { Context, UploadedFile } from '#app/domain/acts/act.ts'
import { findSecrecyMark } from '#app/domain/text/secrecy.ts'
import { contentHash } from '../files.server.ts'
import { everyWord, type FileRefusal } from '../import/reading.server.ts'
import { readUpload } from '../import/upload.server.ts'
import { stop } from './refusing.server.ts'

/** A file of a form, with the field it came in. */
export type IncomingFile = { field: string; name: string; mediaType: string; bytes: Uint8Array }

/** Names a file before its bytes are kept, so that records can refer to it. */
export const announced = ({ field, name, mediaType, bytes }: IncomingFile): UploadedFile => ({
  fileId: randomUUID(),
  name,
  mediaType,
  size: bytes.byteLength,
  hash: contentHash(bytes),
  field,
})

/**
 * Reads the uploaded draft of an act that takes one, and looks for a secrecy mark in every file whose words can be read: a mark may
 * stand in a header or a text box that the draft leaves behind. Files without readable words are evidence and pass.
 */
export async function readFiles(
  files: readonly IncomingFile[],
  takesDraft: boolean,
  maximum: number,
): Promise<Context['read']> {
  let draft: Context['read'] = null
  for (const file of files) {
    const isDraft = takesDraft && file.field === 'file'
    if (!isDraft && !/\.(docx?|wps|txt|rtf)$/i.test(file.name)) continue
    const read = await readUpload({ name: file.name, bytes: file.bytes, limits: { bytes: maximum } })
    if (read.ok && findSecrecyMark(everyWord(read.value))) stop({ code: 'secrecy-mark', field: file.field })
    if (!isDraft) continue
    if (!read.ok) return stop({ code: read.error.code, fields: fieldsOf(read.error), field: 'file' })
    draft = { source: read.value.source, leftBehind: read.value.leftBehind }
  }
  return draft
}

const fieldsOf = ({ code: _, ...fields }: FileRefusal) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >
