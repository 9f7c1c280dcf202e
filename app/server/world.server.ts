import type { World } from './acts/perform.server.ts'
import { database } from './db.server.ts'
import { settings } from './env.server.ts'
import { type FileStore, fileStoreOf } from './files.server.ts'

let store: FileStore | null = null

/** What the acts of this process work on. */
export function world(): World {
  store ??= fileStoreOf(settings())
  return { database: database(), settings: settings(), files: store }
}
