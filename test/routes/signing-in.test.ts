import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loader as readFile } from '#app/routes/files.$id.tsx'
import { action as changePassword, loader as passwordPage } from '#app/routes/password.tsx'
import { action as switchPost } from '#app/routes/post.tsx'
import { action as signIn, loader as signInPage } from '#app/routes/sign-in.tsx'
import { action as signOut } from '#app/routes/sign-out.tsx'
import { demonstrationPassword, markDemonstration } from '#app/server/auth.server.ts'
import { createAccount } from '#app/server/auth/accounts.server.ts'
import { personMark } from '#app/server/auth/last-person.server.ts'
import { type Database, inTransaction, setDatabase } from '#app/server/db.server.ts'
import { setSettings, type Settings } from '#app/server/env.server.ts'
import { fileStoreOf, storeFile } from '#app/server/files.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'
import { authSettings, password, seedPeople } from '#test/support/people.ts'

const site = authSettings.publicOrigin
let counted = 0

type Sent = { path: string; form?: Record<string, string>; cookie?: string; params?: Record<string, string> }

function asked({ path, form, cookie, params = {} }: Sent): ActionFunctionArgs {
  const request = new Request(site + path, {
    method: form ? 'POST' : 'GET',
    ...(form && { body: new URLSearchParams(form) }),
    ...(cookie && { headers: { Cookie: cookie } }),
  })
  const context: AppLoadContext = { requestId: `r${counted++}`, nonce: '', ip: `10.9.0.${counted}`, origin: site }
  return { request, context, params }
}

/** What a browser would have got, whether the route returned it or threw it. */
const answer = async (
  run: (args: never) => unknown,
  sent: Sent,
): Promise<Response & { data?: unknown; init?: { status: number } }> => {
  try {
    return (await run(asked(sent) as never)) as never
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

describeOnEach('the routes of signing in', (kind) => {
  let database: Database
  const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-routes-'))
  const settings = (mode: Settings['mode']) =>
    setSettings({ ...authSettings, mode, dataDir, fileStore: 'dir' } as Settings)
  beforeAll(async () => {
    database = await freshDatabase(kind)
    setDatabase(database)
    settings('production')
    await seedPeople(database)
  })
  afterAll(async () => {
    setDatabase(undefined)
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const enter = async (form: Record<string, string> = {}) =>
    answer(signIn, { path: '/sign-in', form: { username: 'li.mei', password, ...form } })

  it.each([
    ['/matters/7?tab=text', '/matters/7?tab=text'],
    ['', '/desk'],
    ['/', '/desk'],
    ['//evil.example', '/desk'],
    ['https://evil.example', '/desk'],
    ['/\\evil.example', '/desk'],
  ])('asked to go back to %j they lead to %s', async (returnTo, to) => {
    const response = await enter({ returnTo })
    expect([response.status, response.headers.get('Location')]).toEqual([303, to])
  })

  it('send back the name that was typed, not the password', async () => {
    const { data, init } = await enter({ password: 'wrong-secret' })
    expect(data).toEqual({ fault: 'wrong', username: 'li.mei', held: null })
    expect(init?.status).toBe(422)
  })

  it('carry a form without a session to whoever typed it, and to nobody else', async () => {
    const cookie = cookieOf(await enter({}))
    const mark = cookie.split('; ').find((pair) => pair.includes('wenheng-person'))!
    const late = { path: '/post', form: { postId: 'a', password: 'secret' }, cookie: mark }
    const thrown = await answer(switchPost, late).catch((held: { data: object }) => held.data)
    expect(thrown).toMatchObject({ path: '/post', fields: [['postId', 'a']], secrets: ['password'], mustChange: false })
    const held = JSON.stringify(thrown)
    const same = await enter({ held })
    expect(same.data).toMatchObject({ fault: null, held: { fields: [['postId', 'a']] } })
    const foreign = JSON.stringify({ ...(thrown as object), path: 'https://evil.example' })
    expect((await enter({ held: foreign })).data).toMatchObject({ held: { path: '/' } })
    const forged = JSON.stringify({ ...(thrown as object), mark: personMark(authSettings, 'somebody-else') })
    const other = await enter({ held: forged })
    expect([other.data, other.init?.status]).toMatchObject([{ fault: 'other-person' }, 422])
  })

  it('lead a visitor to the sign-in page and back, and whoever is signed in past it', async () => {
    const visitor = await answer(passwordPage, { path: '/password?x=1' })
    expect(visitor.headers.get('Location')).toBe('/sign-in?returnTo=%2Fpassword%3Fx%3D1')
    const cookie = cookieOf(await enter())
    expect((await answer(signInPage, { path: '/sign-in?returnTo=/search', cookie })).headers.get('Location')).toBe(
      '/search',
    )
    const out = await answer(signOut, { path: '/sign-out', form: {}, cookie })
    expect(out.headers.get('Location')).toBe('/sign-in?notice=signed-out')
    expect((await answer(passwordPage, { path: '/password', cookie })).status).toBe(302)
  })

  it('switch only to a post of one’s own', async () => {
    const cookie = cookieOf(await enter())
    const mine = await answer(switchPost, { path: '/post', form: { postId: 'li-planning', returnTo: '/desk' }, cookie })
    expect([mine.status, mine.headers.get('Location')]).toEqual([303, '/desk'])
    expect((await answer(switchPost, { path: '/post', form: { postId: 'wang-housing' }, cookie })).status).toBe(403)
  })

  it('make a person change the password that was given to him before anything else', async () => {
    const { client } = database
    await client.person.create({ data: { id: 'qian', name: '钱进', validFrom: '2020-01-01' } })
    await client.post.create({
      data: {
        id: 'qian-p',
        personId: 'qian',
        unitId: 'housing',
        title: '科员',
        roles: ['drafter'],
        validFrom: '2020-01-01',
      },
    })
    await createAccount(client, { personId: 'qian', username: 'qian.jin', password, mustChange: true })
    const cookie = cookieOf(await enter({ username: 'qian.jin' }))
    await expect(answer(switchPost, { path: '/post', form: { postId: 'qian-p' }, cookie })).rejects.toMatchObject({
      data: { path: '/post', fields: [['postId', 'qian-p']], mustChange: true },
      init: { status: 401 },
    })
    const change = (form: Record<string, string>) => answer(changePassword, { path: '/password', form, cookie })
    const [next, repeated] = ['Neues-Wort-1', 'Neues-Wort-1']
    expect((await change({ current: 'wrong', next, repeated })).data).toEqual({
      errors: { current: ['password-wrong'] },
    })
    expect((await change({ current: password, next, repeated: 'x' })).data).toEqual({
      errors: { repeated: ['password-differs'] },
    })
    expect((await change({ current: password, next: password, repeated: password })).data).toEqual({
      errors: { next: ['password-same'] },
    })
    expect((await change({ current: password, next: 'short', repeated: 'short' })).data).toMatchObject({
      errors: { next: expect.arrayContaining(['password-short']) },
    })
    expect((await change({ current: password, next, repeated, returnTo: '/desk' })).headers.get('Location')).toBe(
      '/desk',
    )
    expect((await answer(switchPost, { path: '/post', form: { postId: 'qian-p' }, cookie })).status).toBe(303)
  })

  describe('hand out files', () => {
    let id: string
    beforeAll(async () => {
      const at = '2026-03-02T09:30:00+08:00'
      const { client } = database
      await client.matter.create({
        data: { id: 'm', openedAt: new Date(at), changedAt: new Date(at), heldSince: new Date(at) },
      })
      await client.matterParty.create({ data: { matterId: 'm', unitId: 'housing', relation: 'lead' } })
      const bytes = new TextEncoder().encode('<script>alert(1)</script>')
      const stored = await inTransaction(database, (tx) =>
        storeFile(tx, fileStoreOf({ fileStore: 'dir', dataDir }), {
          bytes,
          name: '说明.html',
          mediaType: 'text/html',
          matterId: 'm',
          at,
        }),
      )
      id = stored.id
      await client.matterRecord.create({
        data: {
          id: 'r',
          matterId: 'm',
          seq: 1,
          kind: 'version-saved',
          format: 1,
          act: 'x',
          at: new Date(at),
          on: '2026-03-02',
          personId: 'li',
          postId: 'li-housing',
          unitId: 'housing',
          names: {},
          payload: { payload: { files: [{ fileId: id, name: '说明.html' }] }, documents: [], gates: [] },
        },
      })
    })

    it('to be saved, never to be run', async () => {
      const cookie = cookieOf(await enter())
      const response = await answer(readFile, { path: `/files/${id}`, params: { id }, cookie })
      expect(await response.text()).toBe('<script>alert(1)</script>')
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-disposition': expect.stringMatching(/^attachment; /),
        'x-content-type-options': 'nosniff',
        'content-security-policy': `sandbox; default-src 'none'`,
        'cache-control': 'private, no-store',
        'content-length': '25',
      })
    })

    it('to nobody else: the answer is the same as for a file that does not exist, and the attempt is written down', async () => {
      const visitor = await answer(readFile, { path: `/files/${id}`, params: { id } })
      const unknown = await answer(readFile, { path: '/files/x', params: { id: 'x' } })
      expect([visitor.status, await visitor.text()]).toEqual([unknown.status, await unknown.text()])
      expect(visitor.status).toBe(404)
      const cookie = cookieOf(await enter())
      await answer(switchPost, { path: '/post', form: { postId: 'li-planning' }, cookie })
      expect((await answer(readFile, { path: `/files/${id}`, params: { id }, cookie })).status).toBe(404)
      expect(await database.client.securityEvent.count({ where: { type: 'denied', matterId: 'm' } })).toBe(2)
    })
  })

  it('let demonstration people in with one click in a demonstration only', async () => {
    const { client } = database
    await client.person.create({ data: { id: 'demo', name: '何苗', validFrom: '2020-01-01' } })
    await client.post.create({
      data: {
        id: 'demo-p',
        personId: 'demo',
        unitId: 'housing',
        title: '科员',
        roles: ['drafter'],
        validFrom: '2020-01-01',
      },
    })
    await createAccount(client, {
      personId: 'demo',
      username: 'he.miao',
      password: demonstrationPassword,
      mustChange: false,
    })
    const click = (username: string) => answer(signIn, { path: '/sign-in', form: { demonstration: username } })
    expect((await click('he.miao')).init?.status).toBe(422)
    await markDemonstration(client)
    expect((await click('he.miao')).init?.status).toBe(422)
    settings('demo')
    expect((await click('he.miao')).status).toBe(303)
    expect((await click('nobody')).init?.status).toBe(422)
    settings('production')
    expect((await click('he.miao')).init?.status).toBe(422)
  })
})
