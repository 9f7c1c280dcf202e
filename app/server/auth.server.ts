import { type AppLoadContext, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { strongPassword } from '#app/domain/acts/directory.ts'
import { fail, ok, type Result } from '#app/domain/base/result.ts'
import { refusalOf } from './acts/refusing.server.ts'
import { readFiles } from './acts/uploads.server.ts'
import { changePassword } from './auth/accounts.server.ts'
import * as demonstration from './auth/demonstration.server.ts'
import * as holding from './auth/held-form.server.ts'
import { markCookie } from './auth/last-person.server.ts'
import * as entering from './auth/sign-in.server.ts'
import { findViewer, type Viewer } from './auth/viewer.server.ts'
import { database, inTransaction } from './db.server.ts'
import { settings } from './env.server.ts'
import { logSecurity } from './security-log.server.ts'
import { world } from './world.server.ts'

export { createAccount, disableAccount, resetPassword } from './auth/accounts.server.ts'
export {
  demonstrationPassword,
  type DemonstrationGroup,
  isDemonstrationDatabase,
  markDemonstration,
  refuseDemonstrationDatabase,
} from './auth/demonstration.server.ts'
export { type HeldForm, readHeldForm } from './auth/held-form.server.ts'
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
 * administrator is led to change it first. A form that was posted meanwhile is not lost: it is answered with 401 and itself, to be
 * shown beside the fields of signing in and posted again after it.
 */
export async function requireViewer(request: Request, context: Context): Promise<Viewer> {
  const viewer = await viewerOf(request, context)
  const { pathname, search } = new URL(request.url)
  const mustChange = Boolean(viewer?.mustChange) && pathname !== passwordPath
  if (viewer && !mustChange) return viewer
  if (isForm(request) && pathname !== passwordPath)
    throw data(await heldForm(request, pathname + search, mustChange), { status: 401 })
  const returnTo = new URLSearchParams({ returnTo: pathname + search })
  throw redirect(`${mustChange ? passwordPath : '/sign-in'}?${returnTo}`)
}

const isForm = ({ method, headers }: Request) =>
  method === 'POST' &&
  /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(headers.get('Content-Type') ?? '')

async function heldForm(request: Request, path: string, mustChange: boolean): Promise<holding.HeldForm> {
  const { files, settings: own, database: open } = world()
  return holding.holdForm(
    { settings: own, files, within: (run) => inTransaction(open, run), mayKeep },
    { path, form: await request.formData(), headers: request.headers, mustChange },
  )
}

/** A file that its act would refuse for its secrecy mark is not kept for an hour either. */
async function mayKeep(file: File): Promise<boolean> {
  const { name, type } = file
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    await readFiles([{ field: 'file', name, mediaType: type, bytes }], false, settings().uploadMax)
    return true
  } catch (error) {
    if (refusalOf(error)) return false
    throw error
  }
}

/** The posted form, with the files in their places that waited while its person signed in. */
export const postedForm = async (request: Request, viewer: Viewer): Promise<FormData> =>
  holding.withHeldFiles(await request.formData(), viewer.personId, {
    settings: settings(),
    files: world().files,
    client: database().client,
  })

type Opened = Result<{ cookies: string[] }, entering.SignInFault | 'other-person'>

/** Opens a session; one that is to go on with a held form only for the person who typed it. */
export async function signIn(
  request: Request,
  context: Context,
  typed: { username: string; password: string },
  held: holding.HeldForm | null = null,
): Promise<Opened> {
  const { client } = database()
  const answer = await entering.signIn(client, settings(), request.headers, typed, context)
  if (!answer.ok) return answer
  const { cookies, personId } = answer.value
  if (held && !holding.mayContinue(settings(), held, personId)) {
    await entering.signOut(client, settings(), entering.headersWith(cookies), context)
    return fail('other-person')
  }
  return ok({ cookies: [...cookies, markCookie(settings(), personId)] })
}

/** Opens a session of a demonstration person without his password being typed; refused (`wrong`) outside a demonstration. */
export async function signInDemonstration(request: Request, context: Context, username: string): Promise<Opened> {
  const groups = await demonstrationGroups()
  const listed = groups.some(({ people }) => people.some((person) => person.username === username))
  if (!listed) return fail('wrong')
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
