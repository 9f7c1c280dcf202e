import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type Limits, Refused, refuse } from './reading.server.ts'

/** An archive whose list of parts has been checked; parts are inflated only when asked for. */
export type Archive = {
  names: ReadonlySet<string>
  /** The bytes of a part, or null where there is none. Refuses with `file-bomb` when more comes out than may. */
  read(name: string): Promise<Buffer | null>
  close(): void
}

const bigEntry = 1024 * 1024

/** Opens a ZIP file held in memory. Declared sizes are checked before anything is inflated, real sizes while it is. */
export async function openArchive(bytes: Buffer, limits: Limits): Promise<Archive> {
  const zip = await opened(bytes)
  const entries = await listed(zip, limits)
  let inflated = 0
  const readOnce = new Map<string, Promise<Buffer>>()
  const count = (size: number) => {
    inflated += size
    if (inflated > limits.inflatedBytes) refuse('file-bomb', { limit: limits.inflatedBytes })
  }
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (!readOnce.has(name)) readOnce.set(name, contents(zip, entry, count))
      return readOnce.get(name)!
    },
    close: () => zip.close(),
  }
}

const options = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: true,
  validateEntrySizes: true,
  strictFileNames: false,
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, options, (error, zip) => (error ? reject(unreadable(error)) : resolve(zip)))
  })
}

/** The reader gives the bytes of a name too; its types do not say so. */
type RawEntry = Entry & { fileNameRaw: Buffer }

const isUtf8 = 0x0800
const unicodePath = 0x7075

/** A name that is not marked as UTF-8 was written in the code page of its system, in China GBK. */
function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag, extraFields }: RawEntry): string {
  const isMarked = (generalPurposeBitFlag & isUtf8) !== 0 || extraFields.some(({ id }) => id === unicodePath)
  if (isMarked || fileNameRaw.every((byte) => byte < 0x80)) return fileName
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/')
    } catch {}
  return fileName
}

function listed(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let declared = 0
  const check = (entry: Entry) => {
    declared += entry.uncompressedSize
    if (entries.size >= limits.entries) refuse('file-bomb', { limit: limits.entries })
    if (declared > limits.inflatedBytes) refuse('file-bomb', { limit: limits.inflatedBytes })
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > bigEntry && ratio > limits.ratio) refuse('file-bomb', { limit: limits.ratio })
    if (entry.isEncrypted()) refuse('file-encrypted')
    const name = nameOf(entry as RawEntry)
    // A second part of the same name could be shown to one reader and hidden from another.
    if (entries.has(name)) refuse('file-unsafe-names')
    entries.set(name, entry)
  }
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        check(entry)
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: Error) => reject(unreadable(error)))
    zip.readEntry()
  })
}

function contents(zip: ZipFile, entry: Entry, count: (size: number) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(unreadable(error))
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        try {
          count(chunk.length)
          chunks.push(chunk)
        } catch (refused) {
          stream.destroy()
          reject(refused)
        }
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', (failure: Error) => reject(unreadable(failure)))
    })
  })
}

const namesFault = /^(absolute path|invalid relative path|invalid characters in fileName)/
const sizesFault = /^too many bytes in the stream/

function unreadable(error: Error): Refused {
  if (namesFault.test(error.message)) return new Refused({ code: 'file-unsafe-names' })
  if (sizesFault.test(error.message)) return new Refused({ code: 'file-bomb' })
  return new Refused({ code: 'file-unreadable' })
}
