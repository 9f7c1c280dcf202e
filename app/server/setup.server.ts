import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { strongPassword } from '#app/domain/acts/directory.ts'
import { unitLevels } from '#app/domain/access/roles.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import { line } from '#app/domain/base/schemas.ts'
import { appendEvent } from './audit.server.ts'
import { accountName, createAccount } from './auth/accounts.server.ts'
import { type Clock, realClock } from './clock.server.ts'
import { type Database, inTransaction, lockChain, type Tx } from './db.server.ts'
import type { Settings } from './env.server.ts'
import type { PrismaClient } from './generated/client.ts'
import { touchDirectory } from './repositories/directory.server.ts'
import { logSecurity } from './security-log.server.ts'

const validMilliseconds = 24 * 3_600_000

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * The link that sets up a production system, good for 24 hours and once; null where accounts exist or in a demonstration.
 * Each start makes a new one and the older ones end, so that the link is the one on the terminal.
 */
export async function setupLink(
  client: PrismaClient,
  settings: Pick<Settings, 'mode' | 'publicOrigin'>,
): Promise<string | null> {
  if (settings.mode !== 'production' || (await client.authUser.count()) > 0) return null
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + validMilliseconds)
  await client.$transaction([
    client.setupToken.deleteMany({ where: { usedAt: null } }),
    client.setupToken.create({ data: { hash: tokenHash(token), expiresAt } }),
  ])
  return `${settings.publicOrigin}/setup/${token}`
}

const usable = (token: string) => ({ hash: tokenHash(token), usedAt: null, expiresAt: { gt: new Date() } })

export const isSetupOpen = async (client: Tx, token: string): Promise<boolean> =>
  (await client.setupToken.count({ where: usable(token) })) > 0

const username = z
  .string()
  .trim()
  .transform(accountName)
  .refine((value) => /^[a-z][a-z0-9._-]{2,39}$/.test(value), 'username-malformed')
const account = z
  .object({ name: line, title: line, username, password: strongPassword, repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, { path: ['repeated'], message: 'password-differs' })

/** The first unit and the two people who set up everything else. Neither can do the work of the other. */
export const setupInput = z
  .object({
    unit: z.object({ name: line, shortName: line, region: line, level: z.enum(unitLevels) }),
    administrator: account,
    officer: account,
  })
  .superRefine(({ administrator, officer }, context) => {
    const different = (field: 'name' | 'username', message: string) => {
      if (administrator[field] === officer[field])
        context.addIssue({ code: 'custom', path: ['officer', field], message })
    }
    different('name', 'same-person')
    different('username', 'username-taken')
  })
export type SetupInput = z.infer<typeof setupInput>

/** What goes back into the form after a fault. */
export const typedWithoutPasswords = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !/password|repeated/.test(name) ? [[name, value]] : [],
    ),
  )

/** Creates the first unit, the system administrator and the security officer. False where the link is used or expired. */
export async function setUp(
  database: Database,
  token: string,
  input: SetupInput,
  origin: { requestId: string; ip: string },
): Promise<boolean> {
  const done = await inTransaction(database, async (tx) => {
    await lockChain(tx, 'set-up')
    const { count } = await tx.setupToken.updateMany({ where: usable(token), data: { usedAt: new Date() } })
    if (count === 0 || (await tx.authUser.count()) > 0) return false
    await writeFirst(tx, input, origin)
    return true
  })
  await logSecurity(database.client, {
    type: 'set-up',
    requestId: origin.requestId,
    origin: origin.ip,
    detail: { done },
  })
  return done
}

type FirstPerson = Pick<SetupInput['officer'], 'name' | 'title' | 'username' | 'password'> & {
  personId?: string
  postId?: string
}
/** Who and what stands before the first act. Ids and dates may be given. */
export type First = {
  unit: SetupInput['unit'] & { id?: string; letterhead?: string | null; numberCode?: string | null; validFrom?: string }
  administrator: FirstPerson
  officer: FirstPerson
}

/** Writes the first unit, the system administrator and the security officer: no act can, because nobody is there to do it. */
export async function writeFirst(
  tx: Tx,
  first: First,
  origin: { requestId: string; ip: string },
  clock: Clock = realClock,
): Promise<void> {
  const at = clock.now()
  const validFrom = shanghaiDate(at)
  const unit = { id: randomUUID(), kind: 'government', validFrom, ...first.unit }
  await tx.unit.create({ data: unit })
  const administrator = await writePerson(tx, first.administrator, 'system-administrator', unit.id, validFrom)
  const officer = await writePerson(tx, first.officer, 'security-officer', unit.id, validFrom)
  await touchDirectory(tx)
  await appendEvent(tx, {
    type: 'system-set-up',
    act: 'set-up',
    at,
    clock: clock.offset,
    requestId: origin.requestId,
    origin: origin.ip,
    actor: {
      ...administrator,
      unitId: unit.id,
      names: { person: first.administrator.name, post: first.administrator.title, unit: unit.name },
    },
    object: unit.id,
    detail: { unit: unit.id, administrator: administrator.personId, officer: officer.personId },
  })
}

async function writePerson(tx: Tx, person: FirstPerson, role: string, unitId: string, validFrom: string) {
  const { personId = randomUUID(), postId = randomUUID(), name, title, username, password } = person
  await tx.person.create({ data: { id: personId, name, validFrom } })
  await tx.post.create({ data: { id: postId, personId, unitId, title, roles: [role], validFrom } })
  await createAccount(tx, { personId, username, password, mustChange: false })
  return { personId, postId }
}
