import { randomUUID } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tx } from '../db.server.ts'
import { checked, contentHash, isContentHash } from './content.server.ts'
import type { FileStore } from './store.server.ts'

const temporary = '.part'

/** Bytes in `folder/ab/cdef…`, the first two digits of the hash and the rest. Paths are made of hashes only. */
export function directoryStore(folder: string): FileStore {
  const pathOf = (hash: string) => {
    if (!isContentHash(hash)) throw new Error('Not a content hash')
    return join(folder, hash.slice(0, 2), hash.slice(2))
  }
  return {
    async put(_tx, bytes) {
      const hash = contentHash(bytes)
      await keep(folder, pathOf(hash), bytes)
      return { hash, size: bytes.byteLength }
    },
    async get(_client, hash) {
      const bytes = await readFile(pathOf(hash)).catch(nullIfAbsent)
      return bytes && checked(hash, bytes)
    },
    sweep: (client, before) => sweep(client, folder, before),
  }
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  // Touched, so that a sweep at this moment does not take it for an orphan of yesterday.
  const now = new Date()
  const size = await stat(path).then((found) => found.size, nullIfAbsent)
  if (size === bytes.byteLength && (await utimes(path, now, now).then(() => true, nullIfAbsent))) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}${temporary}`
  try {
    await writeDurably(draft, bytes)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  // The name is durable when its folder is, and a new folder when the one above it is.
  await sync(dirname(path))
  await sync(folder)
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(client: Tx, folder: string, before: Date): Promise<number> {
  let swept = 0
  for (const part of (await readdir(folder).catch(nullIfAbsent)) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    const names = await readdir(join(folder, part))
    const hashes = names.map((name) => part + name).filter(isContentHash)
    const rows = await client.blob.findMany({ where: { hash: { in: hashes } }, select: { hash: true } })
    const known = new Set(rows.map(({ hash }) => hash))
    for (const name of names) if (!known.has(part + name) && removeOld(join(folder, part, name), before)) swept++
  }
  return swept
}

/** In one breath, so that nothing is put between the look and the deed. */
function removeOld(path: string, before: Date): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.mtime >= before) return false
  unlinkSync(path)
  return true
}
