import { fail, ok, type Result } from '#app/domain/base/result.ts'
import type { PrismaClient } from '../generated/client.ts'
import { logSecurity } from '../security-log.server.ts'
import { accountName, passwordHashOf } from './accounts.server.ts'
import { attemptLimit } from './attempts.server.ts'
import { type AuthSettings, authLibrary } from './library.server.ts'
import { verifyPassword } from './password.server.ts'
import { findViewer, sessionId, type Viewer } from './viewer.server.ts'

export type Origin = { requestId: string; ip: string }

/** `wrong` says the same of an unknown name, a wrong password and a closed account. */
export type SignInFault = 'wrong' | 'held' | 'no-post'

const attempts = attemptLimit()

/** Opens a session. Answers the cookies that carry it; a session that the browser still had ends. */
export async function signIn(
  client: PrismaClient,
  settings: AuthSettings,
  headers: Headers,
  typed: { username: string; password: string },
  origin: Origin,
): Promise<Result<{ cookies: string[]; personId: string }, SignInFault>> {
  const username = accountName(typed.username)
  const note = { requestId: origin.requestId, origin: origin.ip }
  if (attempts.isHeld(username, origin.ip)) {
    await logSecurity(client, { type: 'sign-in-held', ...note })
    return fail('held')
  }
  const known = await client.authUser.findUnique({ where: { username }, select: { personId: true } })
  const personId = known?.personId ?? undefined
  const response = await opened(client, settings, { username, password: typed.password })
  if (response.status >= 500) throw new Error(`The session could not be opened: ${response.status}`)
  if (!response.ok) {
    attempts.failed(username, origin.ip)
    await logSecurity(client, { type: 'sign-in-failed', personId, ...note })
    return fail('wrong')
  }
  attempts.succeeded(username, origin.ip)
  await endSession(client, settings, headers)
  await client.authSession.deleteMany({ where: { expiresAt: { lt: new Date() } } })
  const cookies = response.headers.getSetCookie()
  const viewer = await findViewer(client, settings, headersWith(cookies))
  if (!viewer) return fail('no-post')
  await logSecurity(client, { type: 'signed-in', personId, ...note })
  return ok({ cookies, personId: viewer.personId })
}

const opened = (
  client: PrismaClient,
  settings: AuthSettings,
  body: { username: string; password: string },
): Promise<Response> =>
  // Without being remembered: the cookie goes when the browser closes.
  authLibrary(client, settings).api.signInUsername({
    body: { ...body, rememberMe: false },
    headers: new Headers(),
    asResponse: true,
  })

/** What a browser would send back of these cookies. */
export const headersWith = (cookies: readonly string[]): Headers =>
  new Headers({ Cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') })

async function endSession(client: PrismaClient, settings: AuthSettings, headers: Headers): Promise<void> {
  const id = await sessionId(client, settings, headers)
  if (id) await client.authSession.deleteMany({ where: { id } })
}

/** Ends the session and answers the cookies that forget it. */
export async function signOut(
  client: PrismaClient,
  settings: AuthSettings,
  headers: Headers,
  origin: Origin,
): Promise<string[]> {
  const viewer = await findViewer(client, settings, headers)
  const response = await authLibrary(client, settings).api.signOut({ headers, asResponse: true })
  if (viewer)
    await logSecurity(client, {
      type: 'signed-out',
      personId: viewer.personId,
      requestId: origin.requestId,
      origin: origin.ip,
    })
  return response.headers.getSetCookie()
}

/** Asks for the password again before a signature. Wrong ones are counted and written down; while held, the right one is refused too. */
export async function isPasswordOf(
  client: PrismaClient,
  viewer: Viewer,
  password: string,
  origin: Origin,
): Promise<boolean> {
  const key = `${viewer.accountId} again`
  const hash = attempts.isHeld(key, origin.ip) ? null : await passwordHashOf(client, viewer.accountId)
  if (hash && (await verifyPassword(hash, password))) {
    attempts.succeeded(key, origin.ip)
    return true
  }
  if (hash) attempts.failed(key, origin.ip)
  await logSecurity(client, {
    type: 'password-wrong',
    personId: viewer.personId,
    requestId: origin.requestId,
    origin: origin.ip,
  })
  return false
}

/** Acts in another of his posts from now on. False where it is not his, or not valid today. */
export async function switchPost(
  client: PrismaClient,
  viewer: Viewer,
  postId: string,
  origin: Origin,
): Promise<boolean> {
  if (!viewer.posts.some(({ id }) => id === postId)) return false
  await client.authSession.update({ where: { id: viewer.sessionId }, data: { postId } })
  await logSecurity(client, {
    type: 'post-switched',
    personId: viewer.personId,
    requestId: origin.requestId,
    origin: origin.ip,
    detail: { postId },
  })
  return true
}
