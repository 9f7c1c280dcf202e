import { createHash } from 'node:crypto'
import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { readTar } from '#app/server/backup/tar.server.ts'
import { callServer, controlPath } from '#app/server/control.server.ts'
import { openDatabase } from '#app/server/db.server.ts'
import { startProcess, type TestServer } from './server.ts'

const notCounted = new Set(['security_event', 'auth_session'])

/** A digest of every row but those that keep who tried what, and who is signed in. */
export async function rowsOf(server: TestServer): Promise<string> {
  const rows = server.env.DATABASE_URL ? await rowsOfPostgres(server.env.DATABASE_URL) : await rowsOfEmbedded(server)
  const hash = createHash('sha256')
  for (const row of rows.sort()) hash.update(row).update('\n')
  return hash.digest('hex')
}

async function rowsOfPostgres(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
    )
    const all: string[] = []
    for (const { name } of tables.filter((table) => !notCounted.has(table.name))) {
      const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
      all.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return all
  } finally {
    await client.end()
  }
}

/** The server that holds the embedded database is asked for a backup, and its rows are read. */
async function rowsOfEmbedded({ env }: TestServer): Promise<string[]> {
  const path = join(env.DATA_DIR!, 'rows.tar.gz')
  const answer = await callServer(controlPath(env.DATA_DIR!), {
    name: 'backup',
    args: [path],
    directory: env.DATA_DIR!,
  })
  if (!answer.ok) throw new Error(answer.output)
  const rows: string[] = []
  for await (const { name, bytes } of readTar(createReadStream(path).pipe(createGunzip()))) {
    const table = /^database\/([^/]+)\//.exec(name)?.[1]
    if (table && !notCounted.has(table))
      rows.push(
        ...Buffer.from(bytes)
          .toString('utf8')
          .trim()
          .split('\n')
          .map((row) => `${table} ${row}`),
      )
  }
  rmSync(path)
  return rows
}

/** Changes rows behind the server's back, as somebody can who owns the database. The embedded one is opened while the server is down. */
export async function changeBySql(server: TestServer, ...statements: string[]): Promise<void> {
  const isEmbedded = !server.env.DATABASE_URL
  if (isEmbedded) await server.stop('SIGTERM')
  const database = await openDatabase({
    dataDir: server.env.DATA_DIR!,
    databaseUrl: server.env.DATABASE_URL || undefined,
  })
  try {
    for (const statement of statements) await database.client.$executeRawUnsafe(statement)
  } finally {
    await database.close()
  }
  if (isEmbedded) Object.assign(server, await startProcess(server.env))
}
