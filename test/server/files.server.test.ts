import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, inTransaction } from '#app/server/db.server.ts'
import {
  contentHash,
  type FileStore,
  fileStoreOf,
  mayReadFile,
  readStoredFile,
  storeFile,
  sweepOrphans,
} from '#app/server/files.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

const at = '2026-03-02T09:30:00+08:00'
const bytesOf = (words: string) => new TextEncoder().encode(words)
const file = (words: string, more: object = {}) => ({
  bytes: bytesOf(words),
  name: '征求意见稿.docx',
  mediaType: 'application/msword',
  at,
  ...more,
})

describeOnEach('files', (kind) => {
  let database: Database
  let folder: string
  beforeAll(async () => {
    database = await freshDatabase(kind)
  })
  afterAll(() => database.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenheng-files-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const store = (fileStore: 'dir' | 'database') => fileStoreOf({ fileStore, dataDir: folder })
  const keep = (where: FileStore, words: string, more: object = {}) =>
    inTransaction(database, (tx) => storeFile(tx, where, file(words, more)))
  const pathOf = (hash: string) => join(folder, 'files', hash.slice(0, 2), hash.slice(2))

  describe.each(['dir', 'database'] as const)('in the %s', (place) => {
    it('come back as they were put, and the same bytes are kept once', async () => {
      const one = await keep(store(place), `第一稿 ${place}`)
      const other = await keep(store(place), `第一稿 ${place}`)
      expect(other.hash).toBe(one.hash)
      expect(other.id).not.toBe(one.id)
      const read = await readStoredFile(database.client, store(place), one.id)
      expect(read).toMatchObject({ name: '征求意见稿.docx', mediaType: 'application/msword', hash: one.hash })
      expect(new TextDecoder().decode(read!.bytes)).toBe(`第一稿 ${place}`)
      expect(await readStoredFile(database.client, store(place), 'unknown')).toBeNull()
    })

    it('have no row when the act fails, and their bytes are swept after a day', async () => {
      const hash = contentHash(bytesOf(`废稿 ${place}`))
      await expect(
        inTransaction(database, async (tx) => {
          await storeFile(tx, store(place), file(`废稿 ${place}`))
          throw new Error('refused')
        }),
      ).rejects.toThrow('refused')
      expect(await database.client.blob.count({ where: { hash } })).toBe(0)
      const kept = await keep(store(place), `定稿 ${place}`)
      expect(await sweepOrphans(database.client, store(place))).toBe(0)
      const inTwoDays = new Date(Date.now() + 2 * 86_400_000)
      expect(await sweepOrphans(database.client, store(place), inTwoDays)).toBe(place === 'dir' ? 1 : 0)
      expect(await store(place).get(database.client, hash)).toBeNull()
      expect(await store(place).get(database.client, kept.hash)).not.toBeNull()
    })
  })

  it('put again at the moment of the sweep are not taken for orphans', async () => {
    const { hash } = await store('dir').put(database.client, bytesOf('复用'))
    const yesterday = new Date(Date.now() - 2 * 86_400_000)
    utimesSync(pathOf(hash), yesterday, yesterday)
    await store('dir').put(database.client, bytesOf('复用'))
    expect(await sweepOrphans(database.client, store('dir'))).toBe(0)
    expect(await store('dir').get(database.client, hash)).not.toBeNull()
  })

  it('that were damaged are not handed out', async () => {
    const { id, hash } = await keep(store('dir'), '原件')
    writeFileSync(pathOf(hash), '改件')
    await expect(readStoredFile(database.client, store('dir'), id)).rejects.toThrow('damaged')
    writeFileSync(pathOf(hash), '')
    await keep(store('dir'), '原件')
    expect(await readStoredFile(database.client, store('dir'), id)).not.toBeNull()
  })

  it('leave no half-written ones behind, and no path comes from a name', async () => {
    await keep(store('dir'), '路径', { name: '../../逃逸.txt' })
    expect(readdirSync(folder)).toEqual(['files'])
    for (const part of readdirSync(join(folder, 'files'))) {
      expect(part).toMatch(/^[0-9a-f]{2}$/)
      for (const name of readdirSync(join(folder, 'files', part))) expect(name).toMatch(/^[0-9a-f]{62}$/)
    }
    await expect(store('dir').get(database.client, '../session-secret')).rejects.toThrow('Not a content hash')
  })

  it('never change under their hash', async () => {
    await keep(store('database'), '不变')
    await expect(database.client.blobBytes.updateMany({ data: { bytes: Uint8Array.from([1]) } })).rejects.toThrow(
      /append-only/,
    )
    await expect(database.client.blob.updateMany({ data: { size: 1 } })).rejects.toThrow(/append-only/)
  })

  describe('are open to', () => {
    const relations = { lead: 'lead', office: 'own', bureau: 'reviewing', consulted: 'consulted', rival: 'consulted' }
    const files: Record<string, string> = {}
    const named = (name: string) => [{ fileId: files[name], name }]
    const record = (seq: number, recordKind: string, unitId: string, payload: object) => ({
      id: `f-${seq}`,
      matterId: 'f',
      seq,
      kind: recordKind,
      format: 1,
      act: 'x',
      at: new Date(at),
      on: '2026-03-02',
      personId: 'p',
      postId: 'q',
      unitId,
      names: {},
      payload: { payload, documents: [], gates: [] },
    })
    beforeAll(async () => {
      const { client } = database
      const now = new Date(at)
      await client.matter.createMany({
        data: [
          { id: 'f', openedAt: now, changedAt: now, heldSince: now },
          { id: 'g', openedAt: now, changedAt: now, heldSince: now },
        ],
      })
      await client.matterParty.createMany({
        data: Object.entries(relations).map(([unitId, relation]) => ({ matterId: 'f', unitId, relation })),
      })
      for (const name of [
        'draft',
        'answer',
        'meeting',
        'opinion',
        'issued',
        'scan',
        'loose',
        'proof',
        'scan of issuing',
      ])
        files[name] = (await keep(store('database'), name, { matterId: 'f' })).id
      await client.matterRecord.createMany({
        data: [
          record(1, 'version-saved', 'lead', { files: named('draft') }),
          record(2, 'answer-sent', 'consulted', { unitId: 'consulted', files: named('answer') }),
          record(3, 'meeting-recorded', 'office', { files: named('meeting') }),
          {
            ...record(4, 'review-issued', 'bureau', {}),
            payload: { payload: {}, documents: named('opinion'), gates: [] },
          },
          {
            ...record(5, 'issued', 'office', {}),
            payload: { payload: {}, documents: named('issued'), gates: [] },
            recordedBy: { fileId: files['scan of issuing'] },
          },
          { ...record(6, 'answer-sent', 'office', { unitId: 'consulted' }), recordedBy: { fileId: files.scan } },
        ],
      })
    })
    const readers = async (name: string) => {
      const asked = { id: files[name], matterId: 'f' }
      const units = [...Object.keys(relations), 'stranger']
      const answers = await Promise.all(
        units.map((id) =>
          mayReadFile(database.client, { personId: 'p', post: { unit: { id }, roles: ['liaison'] } }, asked),
        ),
      )
      return [
        ...units.filter((_, index) => answers[index]),
        ...((await mayReadFile(database.client, null, asked)) ? ['public'] : []),
      ].join(' ')
    }

    it.each([
      ['draft', 'lead office bureau consulted rival'],
      ['answer', 'lead office bureau consulted'],
      ['scan', 'lead office bureau consulted'],
      ['meeting', 'office'],
      ['opinion', 'lead office bureau'],
      ['loose', ''],
    ])('%s: %s', async (name, who) => expect(await readers(name)).toBe(who))

    it.each(['system-administrator', 'security-officer', 'auditor'] as const)(
      'nothing for the %s, whatever the unit',
      async (role) => {
        const reader = { personId: 'p', post: { unit: { id: 'office' }, roles: [role] } }
        expect(await mayReadFile(database.client, reader, { id: files.draft, matterId: 'f' })).toBe(false)
      },
    )

    it('everyone, once the document is published', async () => {
      expect(await readers('issued')).not.toContain('public')
      await database.client.matterRecord.create({ data: record(7, 'published', 'office', { files: named('proof') }) })
      expect(await readers('issued')).toBe('lead office bureau consulted rival stranger public')
      expect(await readers('proof')).toContain('public')
      expect(await readers('scan of issuing')).not.toContain('public')
      expect(await readers('meeting')).toBe('office')
      expect(await mayReadFile(database.client, null, { id: files.issued, matterId: null })).toBe(false)
    })
  })
})
