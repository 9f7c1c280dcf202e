import holidays from '#prisma/library/holidays.json' with { type: 'json' }
import { packHash } from '#app/domain/procedure/pack.ts'
import { digest } from '#app/server/audit.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { pack } from './play.ts'

/** Stores what a small city is governed by: the pack of the plays, in force, and the holiday notices. */
export async function storeRules(client: Database['client']): Promise<void> {
  await client.pack.create({
    data: {
      hash: packHash(pack, digest),
      id: pack.id,
      version: pack.version,
      value: JSON.parse(JSON.stringify(pack)),
      storedAt: new Date(),
      inForceAt: new Date(),
    },
  })
  await client.holidayNotice.createMany({
    data: holidays.map(({ year, off, worked, verification }) => ({ year, off, worked, verification })),
  })
}
