import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '#app/domain/base/date.ts'
import type { Addition, ImportJournal } from './library-journal.server.ts'
import type { ImportReport } from './library-import.server.ts'

/**
 * An import and how far it is. `failed` is one that broke off and goes on when the server starts again; `stopped` is
 * one that broke off too often.
 */
export type LibraryJob = {
  id: string
  personId: string
  postId: string
  origin: string
  startedAt: Instant
  state: 'running' | 'done' | 'failed' | 'stopped'
  /** How often it was begun. */
  runs: number
  done: number
  total: number
  report: ImportReport | null
  uploads: string[]
}

export type UploadedLibrary = { name: string; bytes: Buffer }

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** Imports in the data directory, a folder each: the state, the files that were sent, and what was begun. */
export class JobFolders {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'imports')
  }

  #at(id: string, ...path: string[]): string {
    if (!isId(id)) throw new Error('Not the id of an import')
    return join(this.#root, id, ...path)
  }

  create(job: LibraryJob, uploads: readonly UploadedLibrary[]): void {
    mkdirSync(this.#at(job.id, 'uploads'), { recursive: true, mode: 0o700 })
    for (const [at, { bytes }] of uploads.entries())
      writeFileSync(this.#at(job.id, 'uploads', String(at)), bytes, { mode: 0o600 })
    this.write(job)
  }

  write(job: LibraryJob): void {
    const draft = this.#at(job.id, 'job.json.part')
    writeFileSync(draft, JSON.stringify(job), { mode: 0o600 })
    renameSync(draft, this.#at(job.id, 'job.json'))
  }

  read(id: string): LibraryJob | null {
    const path = isId(id) ? this.#at(id, 'job.json') : ''
    return path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as LibraryJob) : null
  }

  /** For how long nothing was written of an import, in milliseconds. */
  silentFor(id: string): number {
    return Date.now() - statSync(this.#at(id, 'job.json')).mtimeMs
  }

  /** All imports, the newest first. */
  all(): LibraryJob[] {
    if (!existsSync(this.#root)) return []
    return readdirSync(this.#root)
      .flatMap((id) => this.read(id) ?? [])
      .sort((one, other) => other.startedAt.localeCompare(one.startedAt))
  }

  uploads({ id, uploads }: LibraryJob): Array<{ name: string; bytes: () => Promise<Buffer> }> {
    return uploads.map((name, at) => ({ name, bytes: () => readFile(this.#at(id, 'uploads', String(at))) }))
  }

  /** The state stays; the files that were sent are needed no more. */
  removeUploads(id: string): void {
    rmSync(this.#at(id, 'uploads'), { recursive: true, force: true })
    rmSync(this.#at(id, 'journal'), { force: true })
  }

  remove(id: string): void {
    rmSync(this.#at(id), { recursive: true, force: true })
  }

  journal(id: string): ImportJournal {
    const path = this.#at(id, 'journal')
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    const begun = new Map(lines.flatMap(readLine).map((addition) => [addition.id, addition]))
    return {
      takeBegun: (key) => {
        const taken = begun.get(key)
        begun.delete(key)
        return taken
      },
      begin: (additions) => {
        const file = openSync(path, 'a', 0o600)
        try {
          appendFileSync(file, additions.map((one) => `${JSON.stringify(one)}\n`).join(''))
          fsyncSync(file)
        } finally {
          closeSync(file)
        }
      },
    }
  }
}

/** A last line that was cut off was not begun. */
function readLine(line: string): Addition[] {
  try {
    return [JSON.parse(line) as Addition]
  } catch {
    return []
  }
}
