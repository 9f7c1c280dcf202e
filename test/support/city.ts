import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Matter } from '#app/domain/matter/matter.ts'
import { type Outcome, perform, type Request, type World } from '#app/server/acts/perform.server.ts'
import type { Refused } from '#app/server/acts/refusing.server.ts'
import { clockMovedTo } from '#app/server/clock.server.ts'
import { readSettings } from '#app/server/env.server.ts'
import { fileStoreOf } from '#app/server/files.server.ts'
import { findMatter, findTexts } from '#app/server/repositories/matters.server.ts'
import type { Result } from '#app/domain/base/result.ts'
import { type DatabaseKind, freshDatabase } from './database.ts'
import { actor, directory, type Move, type Played } from './play.ts'
import { road } from './road.ts'
import { storeRules } from './rules.ts'

/** The small city of play.ts in a real database, with its clock at the morning of 2 March 2026. */
export type City = { world: World; close(): Promise<void> }

export async function freshCity(kind: DatabaseKind, mode: 'demo' | 'production' = 'demo'): Promise<City> {
  const database = await freshDatabase(kind)
  const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-city-'))
  const read = readSettings({
    WENHENG_MODE: mode,
    DATA_DIR: dataDir,
    ...(mode === 'production' && { SESSION_SECRET: 'x'.repeat(32), PUBLIC_ORIGIN: 'https://wenheng.example' }),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const { client } = database
  await client.unit.createMany({ data: [...directory.units.values()] })
  await client.person.createMany({ data: [...directory.people.values()].map(({ account: _, ...person }) => person) })
  await client.authUser.createMany({
    data: [...directory.people.keys()].map((id) => ({
      id: `account-${id}`,
      name: id,
      email: `${id}@wenheng.invalid`,
      username: id,
      personId: id,
    })),
  })
  await client.post.createMany({ data: [...directory.posts.values()].map(({ personName: _, ...post }) => post) })
  await storeRules(client)
  await client.series.createMany({
    data: [
      { id: 'receipt', unitId: 'office', kind: 'receipt', pattern: '收{year}-{n}' },
      { id: 'opinion', unitId: 'justice', kind: 'opinion', pattern: '清司审〔{year}〕{n}号' },
      { id: 'document', unitId: 'office', kind: 'document', pattern: '清政规〔{year}〕{n}号' },
      { id: 'register', unitId: 'office', kind: 'register', pattern: 'QN-〔{year}〕-{n}' },
    ],
  })
  if (mode === 'demo')
    await client.setting.create({ data: { key: 'clock', value: clockMovedTo('2026-03-02T09:00:00.000+08:00') } })
  return {
    world: { database, settings: read.value, files: fileStoreOf(read.value) },
    close: async () => {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const ask = (
  world: World,
  { by, act, input, passwordConfirmed = true }: Move,
  matterId?: string,
  more: Partial<Request> = {},
): Promise<Result<Outcome, Refused>> =>
  perform(world, {
    act,
    matterId,
    input,
    actor: actor(by),
    passwordConfirmed,
    requestId: randomUUID(),
    origin: 'test',
    ...more,
  })

export async function played(world: World, matterId: string): Promise<Played> {
  const matter = (await findMatter(world.database.client, matterId)) as Matter
  const versions = matter.records.flatMap((record) =>
    record.kind === 'version-saved' ? [record.payload.versionId] : [],
  )
  return { matter, texts: await findTexts(world.database.client, versions), numbers: new Map() }
}

/** Walks the road through the executor until the matter has first reached a stage; `change` makes other moves of its moves. */
export async function roadTo(
  world: World,
  stage: string,
  change: (move: Move) => Move = (move) => move,
  steps: typeof road = road,
): Promise<string> {
  let matterId: string | undefined
  for (const [reached, step] of steps) {
    const before: Played = matterId
      ? await played(world, matterId)
      : { matter: { id: '', revision: 0, records: [] }, texts: new Map(), numbers: new Map() }
    for (const move of [step(before)].flat().map(change)) {
      const done = await ask(world, move, matterId)
      if (!done.ok) throw new Error(`${move.act} by ${move.by}: ${JSON.stringify(done.error)}`)
      matterId ??= done.value.matterId!
    }
    if (reached === stage) return matterId!
  }
  throw new Error(`the road does not lead to ${stage}`)
}
