import type { Readable } from 'node:stream'

/** One file of an archive. Names have at most 100 bytes, which is all that backups need. */
export type TarEntry = { name: string; bytes: Uint8Array }

const block = 512

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

/** The POSIX ustar header of a plain file. */
function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`Too long for an archive: ${name}`)
  const bytes = Buffer.alloc(block)
  bytes.write(name, 0)
  bytes.write(octal(0o600, 8), 100)
  bytes.write(octal(0, 8), 108)
  bytes.write(octal(0, 8), 116)
  bytes.write(octal(size, 12), 124)
  bytes.write(octal(0, 12), 136)
  bytes.write(' '.repeat(8), 148)
  bytes.write('0', 156)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

const padding = (size: number) => Buffer.alloc((block - (size % block)) % block)

/** The bytes of an archive, entry by entry. */
export async function* writeTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield header(name, bytes.byteLength)
    yield bytes
    yield padding(bytes.byteLength)
  }
  yield Buffer.alloc(2 * block)
}

/** The entries of an archive that `writeTar` wrote. Throws where it is cut off or damaged. */
export async function* readTar(stream: Readable): AsyncGenerator<TarEntry> {
  const take = reader(stream)
  for (;;) {
    const head = await take(block)
    if (head.every((byte) => byte === 0)) return
    const name = text(head, 0, 100)
    const size = Number.parseInt(text(head, 124, 12), 8)
    const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
    if (sum !== Number.parseInt(text(head, 148, 8), 8) || !Number.isSafeInteger(size))
      throw new Error('a header is damaged')
    const bytes = await take(size)
    await take(padding(size).length)
    yield { name, bytes }
  }
}

const text = (bytes: Buffer, start: number, length: number) =>
  bytes.toString('utf8', start, start + length).replace(/[\0 ].*$/s, '')

/** Takes an exact number of bytes off a stream. */
function reader(stream: Readable): (length: number) => Promise<Buffer> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held: Buffer[] = []
  let size = 0
  return async (length) => {
    while (size < length) {
      const { value, done } = await chunks.next()
      if (done) throw new Error('it ends too early')
      held.push(value)
      size += value.length
    }
    const all = held.length === 1 ? held[0] : Buffer.concat(held)
    held = [all.subarray(length)]
    size -= length
    return all.subarray(0, length)
  }
}
