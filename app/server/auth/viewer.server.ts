import { delegable } from '#app/domain/access/delegation.ts'
import { isValidOn, type Unit } from '#app/domain/access/directory.ts'
import type { Role } from '#app/domain/access/roles.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import { clockOf } from '../clock.server.ts'
import type { PrismaClient } from '../generated/client.ts'
import { type AuthSettings, authLibrary } from './library.server.ts'

export type ViewerPost = {
  id: string
  title: string
  roles: Role[]
  unit: Pick<Unit, 'id' | 'name' | 'shortName' | 'kind' | 'level'>
}

/** The person who is signed in, in the post in which he acts. */
export type Viewer = {
  personId: string
  name: string
  accountId: string
  username: string
  sessionId: string
  post: ViewerPost
  /** Every post that is valid today, the present one too. */
  posts: ViewerPost[]
  locale: string | null
  /** The password was given by an administrator and must be changed before anything else. */
  mustChange: boolean
}

/** How exactly the time of last use is kept. */
const useMilliseconds = 60_000

const held = {
  user: { include: { person: { include: { posts: { include: { unit: true } } } } } },
} as const

/**
 * Who is signed in by these headers, as the database says now: an account that was closed, a post that has ended and a
 * session that was idle or old too long count at once. Null for all others.
 */
export async function findViewer(
  client: PrismaClient,
  settings: AuthSettings,
  headers: Headers,
): Promise<Viewer | null> {
  const id = await sessionId(client, settings, headers)
  const session = id && (await client.authSession.findUnique({ where: { id }, include: held }))
  if (!session) return null
  const { user } = session
  const isOld = hasEnded(session, settings, Date.now())
  if (isOld || user.disabledAt) {
    await client.authSession.deleteMany({ where: { id: session.id } })
    return null
  }
  if (!user.person) return null
  const today = shanghaiDate((await clockOf(client, settings)).now())
  const posts = isValidOn(user.person, today)
    ? [...validPosts(user.person.posts, today), ...(await delegatedPosts(client, user.person.id, today))]
    : []
  const post = posts.find((one) => one.id === session.postId) ?? posts[0]
  if (!post) return null
  await keepAlive(client, session)
  const { name, id: personId } = user.person
  return {
    personId,
    name,
    accountId: user.id,
    username: user.username ?? '',
    sessionId: session.id,
    post,
    posts,
    locale: user.locale,
    mustChange: user.mustChange,
  }
}

/** The session that a signed cookie names. */
export async function sessionId(
  client: PrismaClient,
  settings: AuthSettings,
  headers: Headers,
): Promise<string | null> {
  if (!headers.has('Cookie')) return null
  const found = await authLibrary(client, settings).api.getSession({
    headers,
    query: { disableRefresh: true, disableCookieCache: true },
  })
  return found?.session.id ?? null
}

type SessionTimes = { id: string; createdAt: Date; updatedAt: Date }

const hasEnded = (
  { createdAt, updatedAt }: SessionTimes,
  { sessionIdle, sessionAbsolute }: AuthSettings,
  now: number,
) => now - updatedAt.getTime() >= sessionIdle * 1000 || now - createdAt.getTime() >= sessionAbsolute * 1000

async function keepAlive(client: PrismaClient, { id, updatedAt }: SessionTimes): Promise<void> {
  if (Date.now() - updatedAt.getTime() < useMilliseconds) return
  await client.authSession.updateMany({ where: { id }, data: { updatedAt: new Date() } })
}

/** Desks that were handed to this person for today. The title says so wherever he acts in them. */
async function delegatedPosts(client: PrismaClient, personId: string, today: string): Promise<ViewerPost[]> {
  const handed = await client.delegation.findMany({
    where: { personId, validFrom: { lte: today }, validTo: { gte: today } },
    select: { postId: true },
  })
  if (handed.length === 0) return []
  const rows = await client.post.findMany({
    where: { id: { in: handed.map(({ postId }) => postId) } },
    include: { unit: true },
  })
  return validPosts(rows, today).map((post) => ({
    ...post,
    title: `${post.title}${standInMark}`,
    roles: delegable(post.roles),
  }))
}

/** Behind the title of a post whose desk somebody else sits at. */
const standInMark = '（代理）'

type Row = {
  id: string
  title: string
  roles: string[]
  validFrom: string
  validTo: string | null
  unit: {
    id: string
    name: string
    shortName: string
    kind: string
    level: string
    validFrom: string
    validTo: string | null
  }
}

/** Oldest first, so that the post one starts in is the same every day. */
const validPosts = (posts: Row[], today: string): ViewerPost[] =>
  posts
    .filter((post) => isValidOn(post, today) && isValidOn(post.unit, today))
    .sort((one, other) => (one.validFrom + one.id < other.validFrom + other.id ? -1 : 1))
    .map(({ id, title, roles, unit: { id: unitId, name, shortName, kind, level } }) => ({
      id,
      title,
      roles: roles as Role[],
      unit: { id: unitId, name, shortName, kind: kind as Unit['kind'], level: level as Unit['level'] },
    }))
