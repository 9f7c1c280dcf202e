import type { Database, Tx } from '../db.server.ts'

/** Where Prisma keeps which migrations have run: made again, not copied. */
const bookkeeping = '_prisma_migrations'

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The tables of the product, those that others refer to first. Rows of one table may refer to each other. */
export async function tablesInOrder(client: Tx | Database['client']): Promise<string[]> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> ${bookkeeping} ORDER BY 1`
  const references = await client.$queryRaw<{ child: string; parent: string }[]>`
    SELECT child.relname::text AS child, parent.relname::text AS parent
    FROM pg_constraint JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
    WHERE contype = 'f' AND conrelid <> confrelid`
  const ordered: string[] = []
  let left = tables.map(({ name }) => name)
  while (left.length > 0) {
    const ready = left.filter((name) =>
      references.every(({ child, parent }) => child !== name || !left.includes(parent)),
    )
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${left.join(', ')}`)
    ordered.push(...ready)
    left = left.filter((name) => !ready.includes(name))
  }
  return ordered
}

/** Whether no table of the product holds a row. */
export async function isEmpty({ client }: Database): Promise<boolean> {
  for (const table of await tablesInOrder(client)) {
    const [{ filled }] = await client.$queryRawUnsafe<{ filled: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM ${quoted(table)}) AS filled`,
    )
    if (filled) return false
  }
  return true
}
