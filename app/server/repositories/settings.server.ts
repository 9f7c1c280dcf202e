import type { Prisma } from '../generated/client.ts'
import type { Tx } from '../db.server.ts'

/** What nearly every act asks for. */
const often: readonly string[] = [
  'audit-key',
  'calendar-version',
  'clock',
  'county-mode',
  'directory-version',
  'pack-choices',
]

const held = new WeakMap<Tx, Map<string, unknown>>()

/**
 * Reads what an act asks for again and again in one question, for the rest of its transaction. Done once the act has its locks: what
 * others write from then on it does not see.
 */
export async function holdSettings(tx: Tx): Promise<void> {
  const rows = await tx.setting.findMany({ where: { key: { in: [...often] } } })
  held.set(tx, new Map(rows.map(({ key, value }) => [key, value])))
}

/** The value of a setting; null where it was never set. */
export async function findSetting(tx: Tx, key: string): Promise<unknown> {
  const known = held.get(tx)
  if (known && often.includes(key)) return known.get(key) ?? null
  return (await tx.setting.findUnique({ where: { key } }))?.value ?? null
}

export async function writeSetting(tx: Tx, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
  held.get(tx)?.set(key, value)
}

/** The value of a setting that is made once. Another server may make one meanwhile: the first that is written counts. */
export async function settledSetting(tx: Tx, key: string, make: () => string): Promise<unknown> {
  const found = await findSetting(tx, key)
  if (found !== null) return found
  await tx.setting.createMany({ data: { key, value: make() }, skipDuplicates: true })
  const { value } = (await tx.setting.findUnique({ where: { key } }))!
  held.get(tx)?.set(key, value)
  return value
}
