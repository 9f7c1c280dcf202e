import { randomUUID } from 'node:crypto'
import type { Instant } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'
import { hashPassword } from './password.server.ts'

/** What the library calls an account that is opened with a password. */
const providerId = 'credential'

/** Names are kept and compared in small letters. */
export const accountName = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

export type NewAccount = { personId: string; username: string; password: string; mustChange: boolean }

/** Opens an account for a person. The name must be free and the person without one; else the database refuses (P2002). */
export async function createAccount(tx: Tx, { personId, username, password, mustChange }: NewAccount): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  const id = randomUUID()
  const name = accountName(username)
  await tx.authUser.create({
    data: {
      id,
      name: person.name,
      username: name,
      displayUsername: username.trim(),
      personId,
      mustChange,
      // The library wants an address of mail; nothing is ever sent to it (RFC 2606).
      email: `${id}@account.invalid`,
      accounts: { create: { id: randomUUID(), accountId: id, providerId, password: await hashPassword(password) } },
    },
  })
  return id
}

/** Closes a person's account from an instant on, or opens it again with `null`. Its sessions end at once. */
export async function disableAccount(tx: Tx, personId: string, at: Instant | null): Promise<void> {
  const { id } = await tx.authUser.update({ where: { personId }, data: { disabledAt: at && new Date(at) } })
  if (at) await tx.authSession.deleteMany({ where: { userId: id } })
}

/** A password given by an administrator, to be changed at the first sign-in. All sessions end. */
export async function resetPassword(tx: Tx, personId: string, password: string): Promise<void> {
  const { id } = await tx.authUser.update({ where: { personId }, data: { mustChange: true } })
  await writePassword(tx, id, password)
  await tx.authSession.deleteMany({ where: { userId: id } })
}

/** A password that the person chose. The other sessions end. */
export async function changePassword(tx: Tx, accountId: string, sessionId: string, password: string): Promise<void> {
  await writePassword(tx, accountId, password)
  await tx.authUser.update({ where: { id: accountId }, data: { mustChange: false } })
  await tx.authSession.deleteMany({ where: { userId: accountId, id: { not: sessionId } } })
}

const writePassword = async (tx: Tx, userId: string, password: string) =>
  tx.authAccount.updateMany({ where: { userId, providerId }, data: { password: await hashPassword(password) } })

/** The stored hash of an account's password. */
export const passwordHashOf = async (client: Tx, userId: string): Promise<string | null> =>
  (await client.authAccount.findFirst({ where: { userId, providerId }, select: { password: true } }))?.password ?? null
