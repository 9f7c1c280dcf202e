import { randomUUID } from 'node:crypto'
import { asStored } from '#app/domain/base/canonical-json.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

export type SecurityEntry = {
  type:
    | 'signed-in'
    | 'sign-in-failed'
    | 'sign-in-held'
    | 'signed-out'
    | 'session-ended'
    | 'password-wrong'
    | 'password-changed'
    | 'post-switched'
    | 'denied'
    | 'act-refused'
    | 'set-up'
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
 * Writes down an attempt, by the real clock even where a demonstration has moved its own. It takes the client, not a
 * transaction: the one that was refused leaves nothing behind, and inside an open one the embedded database would wait for ever.
 */
export async function logSecurity(client: PrismaClient, entry: SecurityEntry): Promise<void> {
  const { detail, ...rest } = entry
  await client.securityEvent.create({
    data: { id: randomUUID(), at: new Date(), detail: asStored(detail ?? {}) as Prisma.InputJsonObject, ...rest },
  })
}
