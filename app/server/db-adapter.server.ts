import type { PGlite } from '@electric-sql/pglite'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type pg from 'pg'

/**
 * The PostgreSQL adapter, except that a script goes to the server whole: version 7.10.1 cuts it at every
 * semicolon, also inside a function, and runs the pieces outside of one transaction.
 */
export function postgresAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  // The adapter names another version of the types of the same pool.
  const factory = new PrismaPg(pool as never)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () =>
      Object.assign(await factory.connect(), {
        executeScript: async (script: string) => void (await pool.query(script)),
      }),
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
}

/**
 * The PGlite adapter with three faults of version 0.7.2 mended: scripts were not awaited, so that a failed
 * migration counted as applied; the isolation level was set before the transaction began; and a failure of
 * COMMIT was swallowed, so that lost work looked saved.
 */
export function pgliteAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite as never)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mended((await factory.connect()) as unknown as SqlDriverAdapter, pglite),
    connectToShadowDb: async () => {
      const { PGlite } = await import('@electric-sql/pglite')
      const shadow = await PGlite.create()
      const adapter = mended((await new PrismaPGlite(shadow as never).connect()) as unknown as SqlDriverAdapter, shadow)
      return Object.assign(adapter, { dispose: () => shadow.close() })
    },
  }
}

function mended(adapter: SqlDriverAdapter, pglite: PGlite): SqlDriverAdapter {
  return Object.assign(adapter, {
    executeScript: async (script: string) => void (await pglite.exec(script)),
    startTransaction: (isolation?: IsolationLevel) => startTransaction(pglite, isolation),
  })
}

/** PGlite runs a transaction as a callback; Prisma wants to say itself when it ends. */
function startTransaction(pglite: PGlite, isolation?: IsolationLevel): Promise<Transaction> {
  return new Promise((resolve, reject) => {
    const finished = pglite.transaction(async (session) => {
      if (isolation) await session.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`)
      const queryable = (await new PrismaPGlite(session as never).connect()) as unknown as SqlDriverAdapter
      await new Promise<void>((end) =>
        resolve(
          Object.assign(queryable, {
            options: { usePhantomQuery: true },
            commit: () => {
              end()
              return finished
            },
            rollback: () =>
              session
                .rollback()
                .finally(end)
                .then(() => finished),
          }) as unknown as Transaction,
        ),
      )
    })
    // Before the transaction is handed over this is its refusal; afterwards `commit` carries it.
    finished.catch(reject)
  })
}
