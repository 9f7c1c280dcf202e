import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  demonstrationGroups,
  demonstrationPassword,
  markDemonstration,
  refuseDemonstrationDatabase,
} from '#app/server/auth/demonstration.server.ts'
import { strongPassword } from '#app/domain/acts/directory.ts'
import type { Database } from '#app/server/db.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'
import { seedPeople } from '#test/support/people.ts'

it('the password of the demonstration is one that an account may have', () => {
  expect(strongPassword.safeParse(demonstrationPassword).success).toBe(true)
})

describeOnEach('a demonstration', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(kind)
    await seedPeople(database)
  })
  afterAll(() => database.close())

  it('lists its people only where mode and database both say so, and production refuses to start on it', async () => {
    const { client } = database
    expect(await demonstrationGroups(client, { mode: 'demo' })).toEqual([])
    await expect(refuseDemonstrationDatabase(client, { mode: 'production' })).resolves.toBeUndefined()
    await markDemonstration(client)
    await markDemonstration(client)
    expect(await demonstrationGroups(client, { mode: 'demo' })).toEqual([
      { role: 'drafter', people: [{ username: 'li.mei', name: '李梅', title: '法规科科员', unit: '市住建局' }] },
      { role: 'liaison', people: [{ username: 'li.mei', name: '李梅', title: '联络员', unit: '市资规局' }] },
    ])
    expect(await demonstrationGroups(client, { mode: 'production' })).toEqual([])
    await expect(refuseDemonstrationDatabase(client, { mode: 'demo' })).resolves.toBeUndefined()
    await expect(refuseDemonstrationDatabase(client, { mode: 'production' })).rejects.toMatchObject({
      name: 'StartFault',
      code: 'database-demonstration',
    })
  })
})
