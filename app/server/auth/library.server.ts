import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins/username'
import type { Settings } from '../env.server.ts'
import type { PrismaClient } from '../generated/client.ts'
import { accountName } from './accounts.server.ts'
import { hashPassword, verifyPassword } from './password.server.ts'

export type AuthSettings = Pick<Settings, 'mode' | 'publicOrigin' | 'sessionSecret' | 'sessionIdle' | 'sessionAbsolute'>

/** Browsers keep a cookie of this name to one host, over https, for all paths. */
const cookieName = (secure: boolean) => `${secure ? '__Host-' : ''}wenheng-session`

/** The library that keeps accounts and sessions. Nothing of it is reachable over the network by itself. */
function build(client: PrismaClient, settings: AuthSettings) {
  const secure = settings.publicOrigin.startsWith('https:')
  return betterAuth({
    appName: 'wenheng',
    baseURL: settings.publicOrigin,
    secret: settings.sessionSecret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(client, { provider: 'postgresql', transaction: false }),
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount', accountLinking: { enabled: false } },
    verification: { modelName: 'authVerification' },
    session: {
      modelName: 'authSession',
      // How long it lasts is ours to say (viewer.server.ts): the library knows no limit for an idle session.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      expiresIn: settings.sessionAbsolute,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: false,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const account = await client.authUser.findUnique({
              where: { id: session.userId },
              select: { disabledAt: true },
            })
            if (!account || account.disabledAt) throw new APIError('FORBIDDEN')
            return { data: { ...session, expiresAt: new Date(Date.now() + settings.sessionAbsolute * 1000) } }
          },
        },
      },
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 100,
        usernameNormalization: accountName,
        usernameValidator: () => true,
      }),
    ],
    // Attempts are counted by account and address (attempts.server.ts); the library counts by address alone.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'wenheng',
      useSecureCookies: false,
      cookies: {
        session_token: { name: cookieName(secure), attributes: { secure, sameSite: 'lax', httpOnly: true, path: '/' } },
        dont_remember: {
          name: `${cookieName(secure)}-only`,
          attributes: { secure, sameSite: 'lax', httpOnly: true, path: '/' },
        },
      },
      ipAddress: { disableIpTracking: true },
    },
  })
}

export type AuthLibrary = ReturnType<typeof build>

const built = new WeakMap<PrismaClient, AuthLibrary>()

/** One for each open database. */
export function authLibrary(client: PrismaClient, settings: AuthSettings): AuthLibrary {
  const known = built.get(client) ?? build(client, settings)
  built.set(client, known)
  return known
}
