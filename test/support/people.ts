import { createAccount } from '#app/server/auth/accounts.server.ts'
import type { AuthSettings } from '#app/server/auth/library.server.ts'
import type { Database } from '#app/server/db.server.ts'

export const password = 'Qinghe-2026'
export const authSettings: AuthSettings = {
  mode: 'production',
  publicOrigin: 'https://wenheng.example',
  sessionSecret: 'a secret of forty characters for the tests',
  sessionIdle: 1800,
  sessionAbsolute: 28_800,
}

/** 李梅, drafter in the housing bureau and liaison in the planning bureau; 王强, whose only post has ended. */
export async function seedPeople({ client }: Database): Promise<void> {
  const unit = { kind: 'department', level: 'city', region: '清河市', validFrom: '2020-01-01' }
  await client.unit.createMany({
    data: [
      { ...unit, id: 'housing', name: '清河市住房和城乡建设局', shortName: '市住建局' },
      { ...unit, id: 'planning', name: '清河市自然资源和规划局', shortName: '市资规局' },
    ],
  })
  await client.person.createMany({
    data: [
      { id: 'li', name: '李梅', validFrom: '2020-01-01' },
      { id: 'wang', name: '王强', validFrom: '2020-01-01' },
    ],
  })
  await client.post.createMany({
    data: [
      {
        id: 'li-housing',
        personId: 'li',
        unitId: 'housing',
        title: '法规科科员',
        roles: ['drafter'],
        validFrom: '2021-01-01',
      },
      {
        id: 'li-planning',
        personId: 'li',
        unitId: 'planning',
        title: '联络员',
        roles: ['liaison'],
        validFrom: '2022-01-01',
      },
      {
        id: 'wang-housing',
        personId: 'wang',
        unitId: 'housing',
        title: '科长',
        roles: ['unit-head'],
        validFrom: '2021-01-01',
        validTo: '2022-12-31',
      },
    ],
  })
  await createAccount(client, { personId: 'li', username: 'Li.Mei', password, mustChange: false })
  await createAccount(client, { personId: 'wang', username: 'wang.qiang', password, mustChange: true })
}
