import { type AppLoadContext, redirect } from '@remix-run/node'
import { z } from 'zod'
import { strongPassword } from '#app/domain/acts/directory.ts'
import { fail, ok, type Result } from '#app/domain/base/result.ts'
import { changePassword } from './auth/accounts.server.ts'
import * as demonstration from './auth/demonstration.server.ts'
import * as entering from './auth/sign-in.server.ts'
import { findViewer, type Viewer } from './auth/viewer.server.ts'
import { database, inTransaction } from './db.server.ts'
import { settings } from './env.server.ts'
import { logSecurity } from './security-log.server.ts'

export { createAccount, disableAccount, resetPassword } from './auth/accounts.server.ts'
export {
  demonstrationPassword,
  type DemonstrationGroup,
  isDemonstrationDatabase,
  markDemonstration,
  refuseDemonstrationDatabase,
} from './auth/demonstration.server.ts'
export type { SignInFault } from './auth/sign-in.server.ts'
export type { Viewer, ViewerPost } from './auth/viewer.server.ts'

type Context = Pick<AppLoadContext, 'requestId' | 'ip'>

const found = new WeakMap<Context, Promise<Viewer | null>>()

/** Who is signed in, or null. All parts of one request are given the same answer. */
export function viewerOf(request: Request, context: Context): Promise<Viewer | null> {
  const known = found.get(context) ?? findViewer(database().client, settings(), request.headers)
  found.set(context, known)
  return known
}

const passwordPath = '/password'

/**
 * Who is signed in; anyone else is led to the sign-in page and back again. A person whose password was given by an
 * administrator is led to change it first. An action that must keep what was typed asks `viewerOf` instead.
 */
export async function requireViewer(request: Request, context: Context): Promise<Viewer> {
  const viewer = await viewerOf(request, context)
  const { pathname, search } = new URL(request.url)
  const returnTo = new URLSearchParams({ returnTo: pathname + search })
  if (!viewer) throw redirect(`/sign-in?${returnTo}`)
  if (viewer.mustChange && pathname !== passwordPath) throw redirect(`${passwordPath}?${returnTo}`)
  return viewer
}

export const signIn = (request: Request, context: Context, typed: { username: string; password: string }) =>
  entering.signIn(database().client, settings(), request.headers, typed, context)

/** Opens a session of a demonstration person without his password being typed; refused (`wrong`) outside a demonstration. */
export async function signInDemonstration(request: Request, context: Context, username: string) {
  const groups = await demonstrationGroups()
  const listed = groups.some(({ people }) => people.some((person) => person.username === username))
  if (!listed) return fail<entering.SignInFault>('wrong')
  return signIn(request, context, { username, password: demonstration.demonstrationPassword })
}

export const demonstrationGroups = () => demonstration.demonstrationGroups(database().client, settings())

export const signOut = (request: Request, context: Context): Promise<string[]> =>
  entering.signOut(database().client, settings(), request.headers, context)

export const switchPost = (viewer: Viewer, postId: string, context: Context): Promise<boolean> =>
  entering.switchPost(database().client, viewer, postId, context)

/** Whether this is the person's password, asked for again before a signature. */
export const confirmPassword = (viewer: Viewer, password: string, context: Context): Promise<boolean> =>
  entering.isPasswordOf(database().client, viewer, password, context)

/** The form that changes a password. */
export const passwordInput = z
  .object({ current: z.string(), next: strongPassword, repeated: z.string() })
  .refine(({ next, repeated }) => next === repeated, { path: ['repeated'], message: 'password-differs' })

/** Changes a person's own password; his other sessions end. */
export async function changeOwnPassword(
  viewer: Viewer,
  typed: { current: string; next: string },
  context: Context,
): Promise<Result<null, 'password-wrong' | 'password-same'>> {
  if (!(await confirmPassword(viewer, typed.current, context))) return fail('password-wrong')
  if (typed.current === typed.next) return fail('password-same')
  await inTransaction(database(), (tx) => changePassword(tx, viewer.accountId, viewer.sessionId, typed.next))
  const { requestId, ip } = context
  await logSecurity(database().client, { type: 'password-changed', personId: viewer.personId, requestId, origin: ip })
  return ok(null)
}
