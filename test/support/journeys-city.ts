import type { Role, UnitKind } from '#app/domain/access/roles.ts'
import type { Actor } from '#app/domain/acts/act.ts'
import { createAccount } from '#app/server/auth/accounts.server.ts'
import { type Database, openDatabase } from '#app/server/db.server.ts'
import { type DatabaseKind, freshSettings } from './database.ts'
import { freePort } from './postgres.mjs'
import { startProcess, type TestServer } from './server.ts'
import { storeRules } from './rules.ts'

/** The password of everybody in the small city. */
export const cityPassword = 'Qinghe-2026-road'

const units: Array<[id: string, name: string, shortName: string, kind: UnitKind, parent: string | null]> = [
  ['city', '清河市人民政府', '市政府', 'government', null],
  ['office', '清河市人民政府办公室', '市政府办', 'government-office', 'city'],
  ['justice', '清河市司法局', '市司法局', 'justice-bureau', 'city'],
  ['market', '清河市市场监督管理局', '市市场监管局', 'market-regulator', 'city'],
  ['urban', '清河市城市管理局', '市城管局', 'department', 'city'],
  ['housing', '清河市住房和城乡建设局', '市住建局', 'department', 'city'],
  ['culture', '清河市文化广电和旅游局', '市文旅局', 'department', 'city'],
]

/** One row a person: the name to sign in with is the first word. Without account: a clerk records for him. */
const people: Array<[id: string, name: string, unit: string, title: string, roles: Role[]]> = [
  ['mayor', '陈立', 'city', '市长', ['chief-executive', 'meeting-member']],
  ['vice', '林岚', 'city', '副市长', ['deputy-chief', 'meeting-member']],
  ['clerk', '周敏', 'office', '文电科科长', ['office-clerk']],
  ['office-head', '吴越', 'office', '办公室主任', ['office-head', 'secretary-general']],
  ['officer', '郑言', 'justice', '审核科干部', ['review-officer']],
  ['section', '冯实', 'justice', '审核科科长', ['review-section-head']],
  ['deputy', '褚明', 'justice', '副局长', ['review-deputy-head']],
  ['justice-head', '卫正', 'justice', '局长', ['review-head', 'unit-head']],
  ['keeper', '蒋存', 'justice', '备案科科长', ['register-keeper']],
  ['fair', '沈平', 'market', '公平竞争审查科科长', ['fair-competition-reviewer', 'liaison']],
  ['market-head', '韩度', 'market', '局长', ['unit-head']],
  ['drafter', '杨拟', 'urban', '市容科科长', ['drafter']],
  ['second-drafter', '朱合', 'urban', '市容科干部', ['drafter', 'department-legal-reviewer']],
  ['urban-legal', '秦核', 'urban', '法规科科长', ['department-legal-reviewer']],
  ['urban-head', '尤主', 'urban', '局长', ['unit-head']],
  ['housing-liaison', '许联', 'housing', '联络员', ['liaison']],
  ['housing-head', '何签', 'housing', '局长', ['unit-head']],
  ['stranger', '吕外', 'culture', '法规科干部', ['drafter', 'liaison', 'unit-head']],
  ['administrator', '孔系', 'office', '信息科科长', ['system-administrator']],
  ['security', '施安', 'office', '信息科干部', ['security-officer']],
  ['auditor', '张审', 'office', '机关纪委干部', ['auditor']],
]

/** Somebody of the city as an actor, for what happens before the server starts. */
export function actorOf(id: string): Actor {
  const [, name, unitId, title, roles] = people.find(([one]) => one === id)!
  const unit = units.find(([one]) => one === unitId)![1]
  return { personId: id, postId: id, unitId, roles, names: { person: name, post: title, unit } }
}

export const nameOf = (id: string): string => people.find(([one]) => one === id)![1]

const valid = { validFrom: '2020-01-01', validTo: null }
const series = [
  { id: 'receipt', unitId: 'office', kind: 'receipt', pattern: '收{year}-{n}' },
  { id: 'opinion', unitId: 'justice', kind: 'opinion', pattern: '清司审〔{year}〕{n}号' },
  { id: 'document', unitId: 'office', kind: 'document', pattern: '清政规〔{year}〕{n}号' },
  { id: 'register', unitId: 'office', kind: 'register', pattern: 'QH-〔{year}〕-{n}' },
]

/** What has happened in the city before its server starts. */
export type Prelude = (database: Database, env: Record<string, string>) => Promise<void>

async function makeCity(env: Record<string, string>, prelude?: Prelude): Promise<void> {
  const database = await openDatabase({ dataDir: env.DATA_DIR!, databaseUrl: env.DATABASE_URL || undefined })
  const { client } = database
  try {
    await client.unit.createMany({
      data: units.map(([id, name, shortName, kind, parentId]) => ({
        id,
        name,
        shortName,
        kind,
        parentId,
        level: 'city',
        region: '清河市',
        letterhead: `${name}文件`,
        numberCode: null,
        ...valid,
      })),
    })
    await client.person.createMany({ data: people.map(([id, name]) => ({ id, name, ...valid })) })
    await client.post.createMany({
      data: people.map(([id, , unitId, title, roles]) => ({ id, personId: id, unitId, title, roles, ...valid })),
    })
    for (const [id] of people)
      await createAccount(client, { personId: id, username: id, password: cityPassword, mustChange: false })
    await storeRules(client)
    await client.series.createMany({ data: series })
    await prelude?.(database, env)
  } finally {
    await database.close()
  }
}

/** A small city on the morning of 2 March 2026, in which nothing has happened yet but the prelude. */
export async function startCity(kind: DatabaseKind, prelude?: Prelude): Promise<TestServer> {
  const { env: data, remove } = await freshSettings(kind)
  await makeCity(data, prelude)
  const port = await freePort()
  const env = {
    WENHENG_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO_CITY: 'no',
    CLOCK_START: '2026-03-02T09:00:00.000+08:00',
    ...data,
  }
  const server: TestServer = {
    ...(await startProcess(env)),
    env,
    origin: `http://127.0.0.1:${port}`,
    remove: () => server.stop('SIGKILL').then(remove),
  }
  return server
}
