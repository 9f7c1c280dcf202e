import type { Role } from '#app/domain/access/roles.ts'
import { type WatchedTask, watchRulesOf } from '#app/domain/matter/watch.ts'
import type { Tx } from '../db.server.ts'
import { findPack, packInForce } from '../repositories/law.server.ts'

/** Everything that waits with a deadline, under the rules of the pack of its matter. */
export async function findWatchedTasks(tx: Tx): Promise<WatchedTask[]> {
  const rows = await tx.task.findMany({
    where: { dueOn: { not: null } },
    include: { matter: { select: { title: true, packHash: true, parties: { select: { unitId: true } } } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const inForce = await packInForce(tx)
  const watched: WatchedTask[] = []
  for (const { matterId, act, unitId, role, reason, dueOn, matter } of rows) {
    const pack = matter.packHash ? await findPack(tx, matter.packHash) : inForce?.pack
    if (!pack) continue
    watched.push({
      matterId,
      title: matter.title,
      act,
      unitId,
      role: role as Role,
      reason,
      dueOn: dueOn!,
      parties: matter.parties.map((party) => party.unitId),
      rules: watchRulesOf(pack),
    })
  }
  return watched
}
