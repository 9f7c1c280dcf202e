import { shanghaiInstant } from '#app/domain/base/date.ts'
import { packHashOf } from '#app/domain/matter/matter.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { type Stage, stageOf } from '#app/domain/matter/stage.ts'
import { type Turn, turnsUnder } from '#app/domain/procedure/pack-comparison.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'
import { findCalendar, findPack } from '../repositories/law.server.ts'
import { findMatter } from '../repositories/matters.server.ts'

/** Whoever keeps the system sees no matter: its stage and day tell it from others, its title is not said. */
export type TriedMatter = { id: string; stage: Stage; openedAt: string; pack: string; turns: Turn[] }

export const mostTried = 100

/** The latest matters as they stand, judged by their own pack and by another: those for which something would turn out otherwise. */
export async function tryOnMatters(
  client: Tx,
  pack: Pack,
  hash: string,
  today: PlainDate,
): Promise<{ tried: number; turned: TriedMatter[] }> {
  const rows = await client.matter.findMany({
    where: { packHash: { notIn: ['', hash] } },
    orderBy: { openedAt: 'desc' },
    take: mostTried,
    select: { id: true, openedAt: true },
  })
  const calendar = await findCalendar(client)
  const turned: TriedMatter[] = []
  for (const { id, openedAt } of rows) {
    const matter = await findMatter(client, id)
    const own = matter && packHashOf(matter)
    if (!own) continue
    const before = await findPack(client, own)
    const turns = turnsUnder(before, pack, factsFor(matter, today, calendar))
    if (turns.length === 0) continue
    turned.push({
      id,
      stage: stageOf(matter),
      openedAt: shanghaiInstant(openedAt.toISOString()),
      pack: `${before.id} ${before.version}`,
      turns,
    })
  }
  return { tried: rows.length, turned }
}
