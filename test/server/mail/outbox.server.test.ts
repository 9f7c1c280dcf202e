import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Worker } from '#app/server/jobs/queue.server.ts'
import { sendWaiting } from '#app/server/mail/outbox.server.ts'
import { smtpPost } from '#app/server/mail/smtp.server.ts'
import { listLetters, tell } from '#app/server/repositories/notices.server.ts'
import { ask, type City, freshCity } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { startSmtpServer } from '#test/support/smtp-server.ts'

const workerAt = (at: string): Worker => ({ instance: 'one', at: () => new Date(at) })
const hour = (n: number) => workerAt(`2026-03-02T${String(n).padStart(2, '0')}:00:00Z`)

describeOnEach('letters', (kind) => {
  let city: City
  let server: Awaited<ReturnType<typeof startSmtpServer>>
  let post: ReturnType<typeof smtpPost>
  beforeEach(async () => {
    city = await freshCity(kind)
    server = await startSmtpServer()
    post = smtpPost({ url: server.url, from: 'wenheng@qingning.example' })
  })
  afterEach(async () => {
    post.close()
    await server.stop()
    await city.close()
  })

  const setAddress = (by: string, address: string) =>
    ask(city.world, { by, act: 'set-mail-address', input: { address } })
  const urge = (personId: string, subject: string) =>
    tell(
      city.world.database.client,
      {
        personId,
        kind: 'urged',
        day: '2026-03-02',
        subject,
        payload: { title: '秘密标题', act: 'prepare-answer', reason: 'answer-due', words: '请', by: '甲', dueOn: null },
        at: '2026-03-02T09:00:00+08:00',
      },
      { publicOrigin: 'https://wenheng.example', mails: true },
    )

  test('a letter goes out once, says that something waits and not what', async () => {
    const { client } = city.world.database
    await setAddress('drafter', 'drafter@qingning.example')
    await urge('drafter', 'a')
    await urge('drafter', 'a')
    await urge('clerk', 'a')
    expect(await sendWaiting(client, post, hour(1))).toBe(1)
    expect(await sendWaiting(client, post, hour(9))).toBe(0)
    const [letter] = server.received
    expect(server.received).toHaveLength(1)
    expect([letter!.from, letter!.to]).toEqual(['wenheng@qingning.example', ['drafter@qingning.example']])
    const sent = await client.mail.findFirstOrThrow()
    expect(letter!.data).toContain(`Message-ID: <${sent.id}@qingning.example>`)
    const words = letter!.data.replace(/=\n/g, '')
    expect(Buffer.from(words.split('\n\n').slice(1).join(''), 'base64').toString() + words).toContain(
      'https://wenheng.example/notices',
    )
    expect(sent.subject + sent.body).not.toContain('秘密标题')
    expect(await client.notice.count()).toBe(2)
  })

  test('what the mail server does not take is kept with its reason, tried later, given up, and sent again on demand', async () => {
    const { client } = city.world.database
    await setAddress('drafter', 'gone@qingning.example')
    await urge('drafter', 'a')
    server.refused.add('gone@qingning.example')
    expect(await sendWaiting(client, post, hour(1))).toBe(0)
    expect((await listLetters(client)).unsent).toMatchObject([
      { state: 'waiting', attempts: 1, error: expect.stringContaining('no such mailbox') },
    ])
    for (const n of [2, 3, 4, 5, 6, 7]) await sendWaiting(client, post, hour(n))
    const [failed] = (await listLetters(client)).unsent
    expect(failed).toMatchObject({ state: 'failed', attempts: 5 })

    server.refused.clear()
    const again = { by: 'administrator', act: 'try-again', input: { what: 'mail', id: failed!.id } }
    expect(await ask(city.world, again)).toMatchObject({ ok: true })
    expect(await sendWaiting(client, post, hour(8))).toBe(1)
    expect(await listLetters(client)).toEqual({ unsent: [], sent: 1 })
  })

  test('no mail server: the letter stays', async () => {
    await setAddress('drafter', 'drafter@qingning.example')
    await urge('drafter', 'a')
    await server.stop()
    expect(await sendWaiting(city.world.database.client, post, hour(1))).toBe(0)
    expect((await listLetters(city.world.database.client)).unsent).toMatchObject([{ state: 'waiting', attempts: 1 }])
  })

  test('an address that is none is refused; an empty one ends the letters', async () => {
    expect(await setAddress('drafter', 'not an address')).toMatchObject({ ok: false })
    await setAddress('drafter', 'drafter@qingning.example')
    await setAddress('drafter', '')
    await urge('drafter', 'a')
    expect(await city.world.database.client.mail.count()).toBe(0)
  })
})
