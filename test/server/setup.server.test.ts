import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyChain } from '#app/server/audit.server.ts'
import { signIn } from '#app/server/auth/sign-in.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { isSetupOpen, setUp, type SetupInput, setupInput, setupLink } from '#app/server/setup.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'
import { authSettings, password } from '#test/support/people.ts'

const input: SetupInput = {
  unit: { name: '清河市人民政府', shortName: '市政府', region: '清河市', level: 'city' },
  administrator: { name: '孙立', title: '系统管理员', username: 'sun.li', password, repeated: password },
  officer: { name: '周宁', title: '安全管理员', username: 'zhou.ning', password, repeated: password },
}
const origin = { requestId: 'r', ip: '10.0.0.1' }

describeOnEach('setting up', (kind) => {
  let database: Database
  beforeEach(async () => {
    database = await freshDatabase(kind)
  })
  afterEach(() => database.close())
  const link = async (mode: 'demo' | 'production' = 'production') =>
    (await setupLink(database.client, { ...authSettings, mode }))?.split('/').pop() ?? null

  it('makes two people of two duties, once, and writes it down', async () => {
    expect(await link('demo')).toBeNull()
    const token = (await link())!
    expect(await isSetupOpen(database.client, token)).toBe(true)
    expect(await setUp(database, token, input, origin)).toBe(true)
    expect(
      await setUp(database, token, { ...input, administrator: { ...input.administrator, username: 'other' } }, origin),
    ).toBe(false)
    expect(await isSetupOpen(database.client, token)).toBe(false)
    expect(await link()).toBeNull()
    const posts = await database.client.post.findMany({ include: { person: true } })
    expect(posts.map(({ roles, person }) => [person.name, ...roles]).sort()).toEqual([
      ['周宁', 'security-officer'],
      ['孙立', 'system-administrator'],
    ])
    for (const username of ['sun.li', 'zhou.ning']) {
      expect(await signIn(database.client, authSettings, new Headers(), { username, password }, origin)).toMatchObject({
        ok: true,
      })
    }
    expect(await verifyChain(database.client)).toMatchObject({ ok: true, count: 1 })
  })

  it('does not open with another, an older or an expired link, and keeps no link in the clear', async () => {
    const older = (await link())!
    const token = (await link())!
    expect(await database.client.setupToken.findMany()).not.toContainEqual(expect.objectContaining({ hash: token }))
    expect(await setUp(database, older, input, origin)).toBe(false)
    expect(await setUp(database, 'x', input, origin)).toBe(false)
    await database.client.setupToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await isSetupOpen(database.client, token)).toBe(false)
    expect(await setUp(database, token, input, origin)).toBe(false)
    expect(await database.client.person.count()).toBe(0)
  })

  it('happens once when two send it at the same moment', async () => {
    const token = (await link())!
    const other = {
      ...input,
      administrator: { ...input.administrator, username: 'sun.two' },
      officer: { ...input.officer, username: 'zhou.two' },
    }
    const done = await Promise.all([setUp(database, token, input, origin), setUp(database, token, other, origin)])
    expect(done.sort()).toEqual([false, true])
    expect(await database.client.authUser.count()).toBe(2)
  })
})

it.each([
  ['same-person', 'officer.name', { officer: { ...input.officer, name: '孙立' } }],
  ['username-taken', 'officer.username', { officer: { ...input.officer, username: 'SUN.LI' } }],
  ['password-differs', 'officer.repeated', { officer: { ...input.officer, repeated: 'x' } }],
  [
    'password-short',
    'administrator.password',
    { administrator: { ...input.administrator, password: 'Ab1', repeated: 'Ab1' } },
  ],
  [
    'password-plain',
    'administrator.password',
    { administrator: { ...input.administrator, password: 'abcdefghijkl', repeated: 'abcdefghijkl' } },
  ],
  ['username-malformed', 'administrator.username', { administrator: { ...input.administrator, username: '1a' } }],
])('is refused with %s at %s', (code, path, change) => {
  const parsed = setupInput.safeParse({ ...input, ...change })
  expect(parsed.error?.issues.map((issue) => [issue.message, issue.path.join('.')])).toContainEqual([code, path])
})
