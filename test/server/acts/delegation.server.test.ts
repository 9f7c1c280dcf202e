import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { perform } from '#app/server/acts/perform.server.ts'
import { clockMovedTo } from '#app/server/clock.server.ts'
import { runDueJobs } from '#app/server/jobs/run.server.ts'
import { touchDirectory } from '#app/server/repositories/directory.server.ts'
import { findNotices } from '#app/server/repositories/notices.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { actor } from '#test/support/play.ts'

describeOnEach('delegation', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
    const { client } = city.world.database
    await client.person.create({ data: { id: 'second', name: '第二人', validFrom: '2020-01-01' } })
    for (const role of ['liaison', 'drafter'])
      await client.post.create({
        data: {
          id: `second-${role}`,
          personId: 'second',
          unitId: role === 'liaison' ? 'housing' : 'urban',
          title: role,
          roles: [role],
          validFrom: '2020-01-01',
        },
      })
  })
  afterEach(() => city.close())

  const handOver = (by = 'housing-liaison', input: object = {}) =>
    ask(city.world, {
      by,
      act: 'delegate-desk',
      input: { personId: 'second', from: '2026-03-02', to: '2026-03-06', reason: '出差', ...input },
    })
  /** The second person at the desk of the liaison, as his session has it. */
  const answer = async (matterId: string) => {
    const { matter } = await played(city.world, matterId)
    return perform(city.world, {
      act: 'prepare-answer',
      matterId,
      input: { roundId: lastOf(matter, 'round-opened')!.payload.roundId, answer: 'agree' },
      actor: {
        ...actor('housing-liaison'),
        personId: 'second',
        names: { person: '第二人', post: 'liaison（代理）', unit: 'housing' },
      },
      requestId: randomUUID(),
      origin: 'test',
    })
  }

  test('who sits at the desk acts in its post by his own name; before, after and when it is ended he does not', async () => {
    const matterId = await roadTo(city.world, 'circulating')
    expect(await answer(matterId)).toMatchObject({ ok: false, error: { code: 'post-ended' } })
    expect(await handOver()).toMatchObject({ ok: true })
    expect(await answer(matterId)).toMatchObject({ ok: true })
    const record = lastOf((await played(city.world, matterId)).matter, 'answer-prepared')!
    expect([record.personId, record.postId, record.names.post]).toEqual([
      'second',
      'housing-liaison',
      'liaison（代理）',
    ])

    const { id } = await city.world.database.client.delegation.findFirstOrThrow()
    expect(await ask(city.world, { by: 'drafter', act: 'end-delegation', input: { delegationId: id } })).toMatchObject({
      ok: false,
      error: { code: 'delegation-not-yours' },
    })
    await ask(city.world, { by: 'housing-liaison', act: 'end-delegation', input: { delegationId: id } })
    expect(await answer(matterId)).toMatchObject({ ok: false, error: { code: 'post-ended' } })
  })

  test('he is told of the delegation and of what is due at the desk', async () => {
    const matterId = await roadTo(city.world, 'circulating')
    await handOver('housing-liaison', { to: '2026-03-31' })
    const { client } = city.world.database
    await client.setting.update({
      where: { key: 'clock' },
      data: { value: clockMovedTo('2026-03-11T09:00:00+08:00') },
    })
    await runDueJobs(city.world, { instance: 'one', at: () => new Date('2026-03-11T01:00:00Z') })
    const told = await findNotices(client, 'second', 9)
    expect(told.map(({ kind: each }) => each).sort()).toEqual(['daily-list', 'delegated'])
    const list = told.find((notice) => notice.kind === 'daily-list')
    expect(list?.kind === 'daily-list' && list.payload.items.some((item) => item.matterId === matterId)).toBe(true)
  })

  test.each([
    ['to whoever holds nothing alike there', 'urban-head', {}, 'delegate-unsuitable'],
    ['for days that are over', 'housing-liaison', { from: '2026-03-01' }, 'date-in-past'],
    ['backwards', 'housing-liaison', { to: '2026-03-01' }, 'period-reversed'],
  ])('refused: %s', async (_, by, input, code) => {
    expect(await handOver(by, input)).toMatchObject({ ok: false, error: { code } })
  })

  test('refused: twice for the same days', async () => {
    await handOver()
    expect(await handOver('housing-liaison', { from: '2026-03-06', to: '2026-03-09' })).toMatchObject({
      ok: false,
      error: { code: 'delegation-overlaps' },
    })
  })

  test('a drafter at a reviewer’s desk does not review his own draft', async () => {
    const { client } = city.world.database
    const matterId = await roadTo(city.world, 'under-review')
    // As if the directory had let it: the drafter sits at the reviewing officer's desk.
    await client.delegation.create({
      data: {
        id: 'd',
        postId: 'officer',
        personId: 'drafter',
        validFrom: '2026-03-02',
        validTo: '2026-03-06',
        reason: '—',
        at: new Date(),
      },
    })
    await touchDirectory(client)
    const { matter } = await played(city.world, matterId)
    const done = await perform(city.world, {
      act: 'draft-review-opinion',
      matterId,
      input: { versionId: latestVersion(matter)!.payload.versionId, conclusion: 'lawful', findings: [] },
      actor: { ...actor('officer'), personId: 'drafter', names: { ...actor('officer').names, person: 'drafter' } },
      requestId: randomUUID(),
      origin: 'test',
    })
    expect(done).toMatchObject({ ok: false, error: { code: 'reviewer-is-drafter' } })
  })
})
