import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changePassword,
  createAccount,
  disableAccount,
  passwordHashOf,
  resetPassword,
} from '#app/server/auth/accounts.server.ts'
import type { AuthSettings } from '#app/server/auth/library.server.ts'
import { isPasswordOf, signIn, signOut, switchPost } from '#app/server/auth/sign-in.server.ts'
import { findViewer } from '#app/server/auth/viewer.server.ts'
import { type Database, inTransaction } from '#app/server/db.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'
import { authSettings, password, seedPeople } from '#test/support/people.ts'

let address = 0

describeOnEach('signing in', (kind) => {
  let database: Database
  let origin: { requestId: string; ip: string }
  beforeAll(async () => {
    database = await freshDatabase(kind)
    await seedPeople(database)
  })
  afterAll(() => database.close())
  beforeEach(() => {
    origin = { requestId: 'r', ip: `10.0.1.${address++}` }
  })

  const enter = (
    typed: Partial<{ username: string; password: string }> = {},
    headers = new Headers(),
    settings: AuthSettings = authSettings,
  ) => signIn(database.client, settings, headers, { username: 'li.mei', password, ...typed }, origin)
  const cookieOf = (cookies: string[]) =>
    new Headers({ Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
  const entered = async () => {
    const answer = await enter()
    if (!answer.ok) throw new Error(answer.error)
    return cookieOf(answer.value.cookies)
  }
  const viewer = (headers: Headers, settings: AuthSettings = authSettings) =>
    findViewer(database.client, settings, headers)
  const logged = async (type: string) => database.client.securityEvent.count({ where: { type, origin: origin.ip } })

  it('opens a session in the oldest post, with every post of today', async () => {
    const found = await viewer(await entered())
    expect(found).toMatchObject({
      personId: 'li',
      name: '李梅',
      username: 'li.mei',
      mustChange: false,
      post: {
        id: 'li-housing',
        roles: ['drafter'],
        unit: { shortName: '市住建局', kind: 'department', level: 'city' },
      },
    })
    expect(found!.posts.map(({ id }) => id)).toEqual(['li-housing', 'li-planning'])
    expect(await logged('signed-in')).toBe(1)
  })

  it('sets cookies that scripts, other sites and other paths cannot use', async () => {
    const answer = await enter()
    const session = answer.ok
      ? answer.value.cookies.filter((cookie) => cookie.startsWith('__Host-wenheng-session'))
      : []
    expect(session.length).toBeGreaterThan(0)
    for (const cookie of session) {
      expect(cookie).toMatch(/; Path=\/(;|$)/)
      for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(attribute)
      expect(cookie).not.toMatch(/Domain=/)
    }
    // It goes when the browser closes: desks are shared.
    expect(session[0]).not.toMatch(/Max-Age|Expires/)
  })

  it.each([
    ['an unknown name', { username: 'nobody' }],
    ['a wrong password', { password: 'Qinghe-2025' }],
    ['an empty one', { password: '' }],
    ['no name', { username: '' }],
    ['one that is far too long', { password: 'x'.repeat(100_000) }],
  ])('says the same of %s', async (_, typed) => {
    expect(await enter(typed)).toEqual({ ok: false, error: 'wrong' })
    expect(await logged('sign-in-failed')).toBe(1)
  })

  it('takes the name in capitals and full width', async () => {
    expect((await enter({ username: ' ＬＩ.Mei ' })).ok).toBe(true)
  })

  it('is held after five wrong passwords, for this address and account alone', async () => {
    for (let n = 0; n < 5; n++) await enter({ password: 'wrong' })
    expect(await enter()).toEqual({ ok: false, error: 'held' })
    expect(await logged('sign-in-held')).toBe(1)
    origin = { requestId: 'r', ip: 'elsewhere' }
    expect((await enter()).ok).toBe(true)
  })

  it('refuses a person without a post today', async () => {
    expect(await enter({ username: 'wang.qiang' })).toEqual({ ok: false, error: 'no-post' })
  })

  it('ends the session that the browser still had', async () => {
    const old = await entered()
    expect((await enter({}, old)).ok).toBe(true)
    expect(await viewer(old)).toBeNull()
  })

  it('ends with signing out, on the server too', async () => {
    const headers = await entered()
    const cookies = await signOut(database.client, authSettings, headers, origin)
    expect(cookies.join()).toContain('Max-Age=0')
    expect(await viewer(headers)).toBeNull()
    expect(await signOut(database.client, authSettings, headers, origin)).toBeInstanceOf(Array)
  })

  it.each([
    ['no cookie', ''],
    ['a made-up one', '__Host-wenheng-session=abc.def'],
    ['nonsense', '=;;%%%'],
  ])('does not know a visitor with %s', async (_, cookie) => {
    expect(await viewer(new Headers(cookie ? { Cookie: cookie } : {}))).toBeNull()
  })

  it('does not accept a cookie signed with another secret', async () => {
    const headers = await entered()
    const other = await freshDatabase(kind)
    expect(
      await findViewer(
        other.client,
        { ...authSettings, sessionSecret: 'another secret of forty characters, too!' },
        headers,
      ),
    ).toBeNull()
    await other.close()
  })

  it.each([
    ['idle', 'updated_at', 1801],
    ['old', 'created_at', 28_801],
  ])('ends when it was %s too long', async (_, column, seconds) => {
    const headers = await entered()
    const { sessionId } = (await viewer(headers))!
    await database.client.$executeRawUnsafe(
      `UPDATE auth_session SET ${column} = ${column} - interval '${seconds - 60} seconds' WHERE id = '${sessionId}'`,
    )
    expect(await viewer(headers)).not.toBeNull()
    await database.client.$executeRawUnsafe(
      `UPDATE auth_session SET ${column} = now() - interval '${seconds} seconds' WHERE id = '${sessionId}'`,
    )
    expect(await viewer(headers)).toBeNull()
    expect(await database.client.authSession.count({ where: { id: sessionId } })).toBe(0)
  })

  it('stays alive while it is used', async () => {
    const headers = await entered()
    const { sessionId } = (await viewer(headers))!
    await database.client.$executeRawUnsafe(
      `UPDATE auth_session SET updated_at = updated_at - interval '20 minutes' WHERE id = '${sessionId}'`,
    )
    await viewer(headers)
    const { updatedAt } = await database.client.authSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(Date.now() - updatedAt.getTime()).toBeLessThan(19 * 60_000)
  })

  describe('what changes in the directory counts at the next request:', () => {
    it('a closed account', async () => {
      const headers = await entered()
      await inTransaction(database, (tx) => disableAccount(tx, 'li', '2026-03-02T09:00:00+08:00'))
      expect(await viewer(headers)).toBeNull()
      expect(await enter()).toEqual({ ok: false, error: 'wrong' })
      await inTransaction(database, (tx) => disableAccount(tx, 'li', null))
      expect(await viewer(await entered())).not.toBeNull()
    })

    it('a post that has ended', async () => {
      const headers = await entered()
      await switchPost(database.client, (await viewer(headers))!, 'li-planning', origin)
      expect((await viewer(headers))!.post.id).toBe('li-planning')
      await database.client.post.update({ where: { id: 'li-planning' }, data: { validTo: '2023-01-01' } })
      expect((await viewer(headers))!.post.id).toBe('li-housing')
      expect((await viewer(headers))!.posts).toHaveLength(1)
      await database.client.post.update({ where: { id: 'li-planning' }, data: { validTo: null } })
    })
  })

  it('does not switch to a post of another person', async () => {
    const headers = await entered()
    expect(await switchPost(database.client, (await viewer(headers))!, 'wang-housing', origin)).toBe(false)
    expect((await viewer(headers))!.post.id).toBe('li-housing')
  })

  it('asks for the password again, and holds whoever guesses it', async () => {
    const found = (await viewer(await entered()))!
    expect(await isPasswordOf(database.client, found, password, origin)).toBe(true)
    for (let n = 0; n < 5; n++) expect(await isPasswordOf(database.client, found, 'wrong', origin)).toBe(false)
    expect(await isPasswordOf(database.client, found, password, origin)).toBe(false)
    expect(await logged('password-wrong')).toBe(6)
  })

  it('keeps passwords as argon2id, and a change ends the other sessions', async () => {
    await database.client.person.create({ data: { id: 'zhao', name: '赵敏', validFrom: '2020-01-01' } })
    await database.client.post.create({
      data: {
        id: 'zhao-p',
        personId: 'zhao',
        unitId: 'housing',
        title: '科员',
        roles: ['drafter'],
        validFrom: '2020-01-01',
      },
    })
    const id = await inTransaction(database, (tx) =>
      createAccount(tx, { personId: 'zhao', username: 'zhao.min', password, mustChange: true }),
    )
    expect(await passwordHashOf(database.client, id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const first = await enter({ username: 'zhao.min' })
    const second = await enter({ username: 'zhao.min' })
    const [one, other] = [first, second].map((answer) => cookieOf(answer.ok ? answer.value.cookies : []))
    const found = (await viewer(other))!
    expect(found.mustChange).toBe(true)
    await inTransaction(database, (tx) => changePassword(tx, found.accountId, found.sessionId, 'Neues-Wort-1'))
    expect(await viewer(one)).toBeNull()
    expect((await viewer(other))!.mustChange).toBe(false)
    expect(await enter({ username: 'zhao.min' })).toEqual({ ok: false, error: 'wrong' })
    await inTransaction(database, (tx) => resetPassword(tx, 'zhao', password))
    expect(await viewer(other)).toBeNull()
    expect((await enter({ username: 'zhao.min' })).ok).toBe(true)
  })

  it('writes no password and no typed name into the security log', async () => {
    await enter({ username: 'a-typed-secret', password: 'another-secret' })
    const rows = JSON.stringify(await database.client.securityEvent.findMany())
    expect(rows).not.toMatch(/a-typed-secret|another-secret/)
    await expect(database.client.securityEvent.deleteMany()).rejects.toThrow(/append-only/)
  })
})
