import { readBytes } from '#app/server/import/read-bytes.server.ts'
import { defaultLimits, type ReadText } from '#app/server/import/reading.server.ts'
import { openArchive } from '#app/server/import/zip.server.ts'

/** A file that we wrote, read again by our own reader. */
export async function read(bytes: Uint8Array): Promise<ReadText & { lines: string[] }> {
  const reading = await readBytes('docx', Buffer.from(bytes), defaultLimits)
  if (!reading.ok) throw new Error(reading.error.code)
  return { ...reading.value, lines: reading.value.source.split('\n') }
}

export async function part(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openArchive(Buffer.from(bytes), defaultLimits)
  return (await archive.read(name))?.toString('utf8') ?? ''
}

export const partNames = async (bytes: Uint8Array): Promise<string[]> => [
  ...(await openArchive(Buffer.from(bytes), defaultLimits)).names,
]
