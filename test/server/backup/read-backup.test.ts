import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readBackup } from '#app/server/backup/read-backup.server.ts'
import { writeBackup } from '#app/server/backup/write-backup.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { type DatabaseKind, databases, describeOnEach, freshDatabase, isAvailable } from '#test/support/database.ts'

const at = new Date('2026-03-02T01:00:00.123Z')
const bytes = Buffer.from('关于印发管理办法的通知\0\xff', 'latin1')
const hash = createHash('sha256').update(bytes).digest('hex')

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wenheng-backup-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function open(kind: DatabaseKind): Promise<Database> {
  const database = await freshDatabase(kind)
  onTestFinished(() => database.close())
  return database
}

/** Units that refer to each other and to later ones, an event, bytes in the database and in a folder. */
async function fill({ client }: Database, files: string): Promise<void> {
  const unit = { kind: 'department', level: 'city', region: '330100', validFrom: '2020-01-01' }
  await client.unit.create({ data: { ...unit, id: 'a', name: '市民政局', shortName: '民政局' } })
  await client.unit.create({ data: { ...unit, id: 'b', name: '市人民政府', shortName: '市政府' } })
  await client.unit.update({ where: { id: 'a' }, data: { parentId: 'b' } })
  await client.auditEvent.create({
    data: { seq: 1, at, canonical: '{"词":"“引号”\\n换行"}', type: 'x', act: 'x', previousHash: '', hash: 'h' },
  })
  await client.setting.create({ data: { key: 'county', value: { on: true, list: [1, '二', null] } } })
  await client.blob.create({ data: { hash, algorithm: 'sha256', size: bytes.length, bytes: { create: { bytes } } } })
  mkdirSync(join(files, hash.slice(0, 2)), { recursive: true })
  writeFileSync(join(files, hash.slice(0, 2), hash.slice(2)), bytes)
}

const contents = async ({ client }: Database) => ({
  units: await client.unit.findMany({ orderBy: { id: 'asc' } }),
  events: await client.auditEvent.findMany(),
  settings: await client.setting.findMany(),
  bytes: Buffer.from((await client.blobBytes.findFirstOrThrow()).bytes).toString('hex'),
})

describeOnEach('a backup', (kind) => {
  for (const target of databases) {
    test.skipIf(!isAvailable(target))(`comes back on ${target} as it was`, async () => {
      const [source, files, archive] = [await open(kind), folder(), join(folder(), 'all.tar.gz')]
      await fill(source, files)
      const size = await writeBackup(source, files, archive, at)
      expect(size).toBe(readFileSync(archive).length)
      expect(existsSync(`${archive}.part`)).toBe(false)

      const [empty, restoredFiles] = [await open(target), folder()]
      expect(await readBackup(empty, restoredFiles, archive)).toEqual({ tables: 5, rows: 6, files: 1 })
      expect(await contents(empty)).toEqual(await contents(source))
      expect(readFileSync(join(restoredFiles, hash.slice(0, 2), hash.slice(2)))).toEqual(bytes)
    })
  }

  test('is not read over rows that are already there', async () => {
    const [source, files, archive] = [await open(kind), folder(), join(folder(), 'all.tar.gz')]
    await fill(source, files)
    await writeBackup(source, files, archive, at)
    await expect(readBackup(source, files, archive)).rejects.toThrow(/目标数据库不是空的.*not empty/s)
  })

  test('that was cut off leaves the database empty', async () => {
    const [source, files, archive] = [await open(kind), folder(), join(folder(), 'all.tar.gz')]
    await fill(source, files)
    const size = await writeBackup(source, files, archive, at)
    truncateSync(archive, size - 40)
    const empty = await open(kind)
    await expect(readBackup(empty, folder(), archive)).rejects.toThrow(/无法读取备份.*cannot be read/s)
    expect(await empty.client.unit.count()).toBe(0)
  })
})

test('something that is no backup is named', async () => {
  const archive = join(folder(), 'letter.tar.gz')
  writeFileSync(archive, '关于')
  const database = await open('pglite')
  await expect(readBackup(database, folder(), archive)).rejects.toThrow(/无法读取备份/)
  await expect(readBackup(database, folder(), join(folder(), 'none'))).rejects.toThrow(/无法读取备份.*ENOENT/s)
})
