import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicKey, verify as verifySignature } from 'node:crypto'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Certificate } from '#app/domain/verification/shape.ts'
import type { PublicKey } from '#app/domain/verification/tools.ts'
import { verify } from '#app/domain/verification/verify.ts'
import { readBackup } from '#app/server/backup/read-backup.server.ts'
import { writeBackup } from '#app/server/backup/write-backup.server.ts'
import { certificateOf } from '#app/server/certificate/certificate.server.ts'
import { installationKey } from '#app/server/certificate/signing-key.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { tools } from '#test/support/certified.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'
import { decisionRoad } from '#test/support/decision-road.ts'
import { nothing } from '#test/support/play.ts'

const now = '2026-03-09T10:00:00+08:00'

/** The decision of decision-road.ts through the executor. */
async function decidedIn({ world }: City): Promise<string> {
  let id: string | undefined
  for (const step of decisionRoad) {
    const move = typeof step === 'function' ? step(id ? await played(world, id) : nothing()) : step
    const done = await ask(world, move, id)
    if (!done.ok) throw new Error(`${move.act}: ${JSON.stringify(done.error)}`)
    id ??= done.value.matterId!
  }
  return id!
}

async function publicKeyOf({ client }: Database): Promise<PublicKey> {
  const { publicKey, fingerprint } = (await installationKey(client))!
  const key = createPublicKey(publicKey)
  return {
    fingerprint,
    verifies: (text, signature) => verifySignature(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
  }
}

const findingsIn = (certificate: Certificate | null, key: PublicKey | null) => {
  const read = verify(JSON.parse(JSON.stringify(certificate)), tools(key))
  return read.ok ? { verdict: read.value.verdict, places: read.value.findings } : { unreadable: read.error }
}

describeOnEach('the procedure certificate of a matter', (kind) => {
  let city: City
  let document: string
  let decision: string
  beforeAll(async () => {
    city = await freshCity(kind)
    document = await roadTo(city.world, 'registered')
    decision = await decidedIn(city)
  })
  afterAll(() => city.close())
  const certificate = (id: string) => certificateOf(city.world.database, id, now)

  it('comes out of the real chain, for a document and for a decision, with the key of the installation', async () => {
    const key = await publicKeyOf(city.world.database)
    expect(findingsIn(await certificate(document), key)).toEqual({ verdict: 'valid', places: [] })
    expect(findingsIn(await certificate(decision), key)).toEqual({ verdict: 'valid', places: [] })
  })

  it('says nothing of other matters', async () => {
    expect(JSON.stringify(await certificate(document))).not.toContain(decision)
    expect((await certificate(document))!.audit.head.seq).toBeGreaterThan(
      (await certificate(document))!.audit.events.at(-1)!.seq,
    )
  })

  it('is not there for a matter that does not exist, or was not opened', async () => {
    expect(await certificate('none')).toBe(null)
    await city.world.database.client.matter.create({
      data: { id: 'paper', openedAt: new Date(now), changedAt: new Date(now), heldSince: new Date(now) },
    })
    expect(await certificate('paper')).toBe(null)
  })

  it('is told as altered where somebody changed the rows behind it', async () => {
    const { client } = city.world.database
    await client.$executeRawUnsafe('ALTER TABLE matter_record DISABLE TRIGGER USER')
    const evidence = { matterId: decision, kind: 'evidence-entered' }
    const row = await client.matterRecord.findFirstOrThrow({ where: evidence, orderBy: { seq: 'asc' } })
    const changeTo = (on: string) => client.matterRecord.update({ where: { id: row.id }, data: { on } })
    await changeTo('2026-01-01')
    const { places } = findingsIn(await certificate(decision), await publicKeyOf(city.world.database))
    await changeTo(row.on)
    expect(places).toMatchObject([{ pointer: `/records/${row.seq - 1}/hash`, code: 'differs' }])
  })
})

describeOnEach('the key of an installation', (kind) => {
  const open = async () => {
    const database = await freshDatabase(kind)
    onTestFinished(() => database.close())
    return database
  }

  it('is made once, also when two ask for it at the same time', async () => {
    const { client } = await open()
    const [one, other] = await Promise.all([installationKey(client), installationKey(client)])
    expect(one!.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(one).toEqual(other)
    expect(await installationKey(client)).toEqual(one)
  })

  it('comes back from a backup', async () => {
    const [source, target] = [await open(), await open()]
    const folder = mkdtempSync(join(tmpdir(), 'wenheng-key-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const key = await installationKey(source.client)
    await writeBackup(source, join(folder, 'files'), join(folder, 'all.tar.gz'), new Date(now))
    await readBackup(target, join(folder, 'files'), join(folder, 'all.tar.gz'))
    expect(await installationKey(target.client)).toEqual(key)
  })

  it('that is none leaves certificates unsigned, and that is said', async () => {
    const city = await freshCity(kind)
    onTestFinished(() => city.close())
    const id = await roadTo(city.world, 'drafting')
    await city.world.database.client.setting.create({ data: { key: 'certificate-key', value: 'damaged' } })
    expect(await installationKey(city.world.database.client)).toBe(null)
    const made = await certificateOf(city.world.database, id, now)
    expect(made).toMatchObject({ key: null, signature: null })
    expect(findingsIn(made, null)).toEqual({ verdict: 'unsigned', places: [] })
  })
})
