import { randomUUID } from 'node:crypto'
import { asStored } from '#app/domain/base/canonical-json.ts'
import type { Instant } from '#app/domain/base/date.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

export type SecurityEntry = {
  at: Instant
  type: 'signed-in' | 'sign-in-failed' | 'sign-in-held' | 'signed-out' | 'session-ended' | 'password-wrong' | 'password-changed' | 'post-switched' | 'denied' | 'refused' | 'set-up'
  act?: string
  personId?: string
  matterId?: string
  requestId?: string
  /** Address from which it came. */
  origin?: string
  /** Codes and ids; never a password, never what a person typed. */
  detail?: Record<string, unknown>
}

/**
 * Writes down an attempt. It takes the client, not a transaction: the transaction that was refused is over and leaves
 * nothing behind, and on the embedded database a second connection inside it would wait for ever.
 */
export async function logSecurity(client: PrismaClient, entry: SecurityEntry): Promise<void> {
  const { at, detail, ...rest } = entry
  await client.securityEvent.create({
    data: { id: randomUUID(), at: new Date(at), detail: asStored(detail ?? {}) as Prisma.InputJsonObject, ...rest },
  })
}
