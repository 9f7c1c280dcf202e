import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { controlPath } from './control.server.ts'
import { type Database, openDatabase, setDatabase } from './db.server.ts'
import { environment, readSettings, type Settings, setSettings, settingsReport } from './env.server.ts'
import { takeLock } from './lock.server.ts'
import { log } from './log.server.ts'
import { migrate } from './migrate.server.ts'

export type Started = { settings: Settings; database: Database; close(): Promise<void> }

/** The checked settings of this process, or the end of it with a report of all their faults. */
export function settingsOrExit(): Settings {
  const read = readSettings(environment())
  if (!read.ok) {
    console.error(settingsReport(read.error))
    process.exit(1)
  }
  setSettings(read.value)
  log.level = read.value.logLevel
  return read.value
}

export type OpenOptions = {
  /** Called before the migration of a database that holds data: the place of the backup. */
  before?: (database: Database) => Promise<void>
  /** False leaves the database as it is found. */
  migrates?: boolean
}

/** Takes the data directory, opens the database and brings it up to this version. */
export async function open(settings: Settings, { before, migrates = true }: OpenOptions = {}): Promise<Started> {
  // Several servers may share one PostgreSQL; the embedded database has one process.
  const release = settings.databaseUrl
    ? () => {}
    : takeLock(settings.dataDir, new Date(), controlPath(settings.dataDir))
  let database: Database | undefined
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    settings.sessionSecret ||= keptSecret(settings.dataDir)
    const opened = (database = await openDatabase(settings))
    if (migrates) await migrate(opened, () => before?.(opened))
    setDatabase(opened)
    return {
      settings,
      database: opened,
      close: async () => {
        setDatabase(undefined)
        await opened.close()
        release()
      },
    }
  } catch (error) {
    await database?.close()
    release()
    throw error
  }
}

/** A demonstration signs its sessions with a secret of its own, so that a restart does not end them. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Says in a sentence why it cannot go on, or shows a surprise whole, and ends the process. */
export function exitWith(error: unknown): never {
  console.error(error instanceof Error && error.name === 'StartFault' ? error.message : error)
  process.exit(1)
}
