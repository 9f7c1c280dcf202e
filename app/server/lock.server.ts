import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from './fault.server.ts'

/** Who holds a data directory. `born` tells the process from a later one with the same number. */
export type LockHolder = { pid: number; born: string; since: string; socket: string; token: string }

const fileOf = (directory: string) => join(directory, 'lock')

/** When the system started this process: ticks since boot and the boot itself. Empty where the system does not tell. */
function bornOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}

function isAlive({ pid, born }: LockHolder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return bornOf(pid) === born
}

const read = (path: string): LockHolder | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder
  } catch {
    return null
  }
}

/** The living process that holds a data directory, or null. */
export function lockHolder(directory: string): LockHolder | null {
  const holder = read(fileOf(directory))
  return holder && isAlive(holder) ? holder : null
}

/**
 * Takes a data directory for this process and returns how to give it back. A lock whose process has died is
 * taken over. Throws a `StartFault` where a living process holds it.
 */
export function takeLock(directory: string, now: Date, socket: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = fileOf(directory)
  const own: LockHolder = {
    pid: process.pid,
    born: bornOf(process.pid),
    since: now.toISOString(),
    socket,
    token: randomUUID(),
  }
  const draft = `${file}.${own.token}`
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    // A link appears whole or not at all, and never over an existing file.
    while (!linked(draft, file)) clearStale(directory, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(file)?.token === own.token) rmSync(file, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function clearStale(directory: string, file: string): void {
  const holder = read(file)
  if (holder && isAlive(holder)) throw new StartFault('lock-held', { directory, pid: holder.pid, since: holder.since })
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Between reading and renaming another process may have taken over: give it back what is its own.
  const moved = read(aside)
  if (moved && isAlive(moved)) linked(aside, file)
  rmSync(aside, { force: true })
}
