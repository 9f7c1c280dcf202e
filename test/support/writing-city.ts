import { randomUUID } from 'node:crypto'
import { perform, type World } from '#app/server/acts/perform.server.ts'
import type { Clock } from '#app/server/clock.server.ts'
import { readSettings } from '#app/server/env.server.ts'
import { fileStoreOf } from '#app/server/files.server.ts'
import { actorOf, startCity } from './journeys-city.ts'
import { facts } from './road.ts'
import type { TestServer } from './server.ts'

/** The text that the matter begins with. */
export const firstText = [
  '清河市户外招牌设置管理办法',
  '第一条 为了规范户外招牌设置，制定本办法。',
  '第二条 本市户外招牌的设置适用本办法。',
  '第三条 设置人应当遵守下列规定：',
  '（一）牢固安全；',
  '（二）整洁美观。',
  '第四条 本办法自公布之日起施行。',
].join('\n')

const clock: Clock = { now: () => '2026-03-02T08:00:00.000+08:00', offset: { milliseconds: 0 } }

/** A city with matters whose first version has just been saved: places to write in. */
export async function startWritingCity(count: number): Promise<{ server: TestServer; matters: string[] }> {
  const matters = Array.from({ length: count }, () => randomUUID())
  const server = await startCity('pglite', async (database, env) => {
    const read = readSettings({ WENHENG_MODE: 'demo', ...env })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const world: World = { database, settings: read.value, files: fileStoreOf(read.value), clock }
    for (const matterId of matters) for (const step of steps) await take(world, matterId, step)
  })
  return { server, matters }
}

async function take(world: World, matterId: string, [by, act, input]: Step): Promise<void> {
  const actor = actorOf(by)
  const request = { act, matterId, input, actor, passwordConfirmed: true, requestId: randomUUID(), origin: 'test' }
  const done = await perform(world, request)
  if (!done.ok) throw new Error(`${act} by ${by}: ${JSON.stringify(done.error)}`)
}

type Step = [by: string, act: string, input: object]

const steps: Step[] = [
  [
    'drafter',
    'open-matter',
    {
      title: '清河市户外招牌设置管理办法',
      carrier: 'notice',
      enclosed: 'measures',
      authority: 'government',
      issuerId: 'city',
      facts,
      notSecret: true,
    },
  ],
  [
    'drafter',
    'propose-recognition',
    {
      proposal: 'normative',
      elements: { maker: true, published: true, rights: true, general: true, repeated: true },
      reasons: '五项要素齐备',
    },
  ],
  ['officer', 'give-recognition-opinion', { opinion: 'normative', reasons: '同意' }],
  ['justice-head', 'decide-recognition', { normative: true, reasons: '属于' }],
  ['drafter', 'save-version', { baseVersionId: null, name: '第一稿', source: firstText }],
]
