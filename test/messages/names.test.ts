import { expect, test } from 'vitest'
import { roles, unitKinds } from '#app/domain/access/roles.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { recordPayloads } from '#app/domain/matter/records.ts'
import { stages } from '#app/domain/matter/stage.ts'
import zh from '#app/messages/zh.ts'

const lists = {
  acts: [...registry.keys()],
  records: Object.keys(recordPayloads),
  roles: [...roles],
  stages: [...stages],
  unitKinds: [...unitKinds],
}

test.each(Object.entries(lists))(
  '%s: every value of the domain has its word, and no word is left over',
  (area, names) => {
    expect(Object.keys(zh[area as keyof typeof lists]).sort()).toEqual([...names].sort())
  },
)
