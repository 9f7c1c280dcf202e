import { z } from 'zod'
import type { Directory } from '#app/domain/access/directory.ts'
import type { KnownPacks } from '#app/domain/acts/act.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { id, plainDate } from '#app/domain/base/schemas.ts'
import { type Pack, parameterIn } from '#app/domain/procedure/pack.ts'
import { chosenPack, type PackChoice } from '#app/domain/procedure/pack-choice.ts'
import type { Tx } from '../db.server.ts'
import { findPack, packInForce } from './law.server.ts'
import { findSetting, writeSetting } from './settings.server.ts'

const choicesKey = 'pack-choices'
const choices = z.array(z.object({ unitId: id, packHash: z.string(), from: plainDate }))

/** Which unit works under which pack from which day, in the order in which they were chosen. */
export async function listPackChoices(tx: Tx): Promise<PackChoice[]> {
  return choices.parse((await findSetting(tx, choicesKey)) ?? [])
}

export async function addPackChoice(tx: Tx, choice: PackChoice): Promise<void> {
  await writeSetting(tx, choicesKey, [...(await listPackChoices(tx)), choice])
}

/** The pack that a unit opens its matters under on a day: its own or its superior's choice, else the one put into force for all. */
export async function packInForceFor(
  tx: Tx,
  directory: Directory,
  unitId: string,
  day: PlainDate,
): Promise<{ pack: Pack; hash: string } | null> {
  const choice = chosenPack(await listPackChoices(tx), directory, unitId, day)
  return choice ? { pack: await findPack(tx, choice.packHash), hash: choice.packHash } : packInForce(tx)
}

/** Names of all packs, and those that were asked for with the packs they were laid over. A hash that nothing has is left out. */
export async function knownPacks(tx: Tx, wanted: readonly string[] | 'all'): Promise<KnownPacks> {
  const rows = await tx.pack.findMany({ select: { id: true, version: true, hash: true, inForceAt: true } })
  const chosen = new Set((await listPackChoices(tx)).map(({ packHash }) => packHash))
  const stored = rows.map(({ inForceAt, ...row }) => ({
    ...row,
    wasInForce: inForceAt !== null || chosen.has(row.hash),
  }))
  const held = new Set(rows.map(({ hash }) => hash))
  const values = new Map<string, Pack>()
  const load = async (hash: string): Promise<void> => {
    if (!held.has(hash) || values.has(hash)) return
    const pack = await findPack(tx, hash)
    values.set(hash, pack)
    if (pack.base) await load(pack.base.hash)
  }
  for (const hash of wanted === 'all' ? held : wanted) await load(hash)
  return { values, stored }
}

/**
 * Two or three people hold every post there: what must be separate warns, with a recorded reason. The installation says so for all,
 * or the pack for its own matters.
 */
export const isCountyMode = async (tx: Tx, pack: Pack | null): Promise<boolean> =>
  (await findSetting(tx, 'county-mode')) === true ||
  (pack !== null && parameterIn(pack, 'separation.posts')?.value === 'warn-with-reason')

/** Packs that a matter may go over to: those that were in force for all or for a unit, without its own. */
export async function packsToChangeTo(tx: Tx, own: string | null): Promise<Array<{ value: string; label: string }>> {
  const { stored } = await knownPacks(tx, [])
  const usable = stored.filter(({ hash, wasInForce }) => wasInForce && hash !== own)
  return Promise.all(
    usable.map(async ({ hash, version }) => ({
      value: hash,
      label: `${(await findPack(tx, hash)).name.zh} ${version}`,
    })),
  )
}
