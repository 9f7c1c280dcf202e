import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AuthSettings } from './library.server.ts'

/** A page left open over a weekend or a holiday still knows whose it is. */
const markMilliseconds = 14 * 86_400_000

type Secret = Pick<AuthSettings, 'sessionSecret'>

/** A signature over words of ours, apart from all other uses of the secret by its purpose. */
export const sealOf = ({ sessionSecret }: Secret, purpose: string, words: readonly string[]): string =>
  createHmac('sha256', sessionSecret)
    .update(JSON.stringify([purpose, ...words]))
    .digest('base64url')

export function isSealed(settings: Secret, purpose: string, words: readonly string[], seal: string): boolean {
  const [expected, given] = [Buffer.from(sealOf(settings, purpose, words)), Buffer.from(seal)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Says who signed in here last, after his session is over too. It opens nothing. */
export function personMark(settings: Secret, personId: string, now = Date.now()): string {
  const until = String(now + markMilliseconds)
  return [Buffer.from(personId).toString('base64url'), until, sealOf(settings, 'person', [personId, until])].join('.')
}

/** The person of a mark, or null where it is none of ours or too old. */
export function markedPerson(settings: Secret, mark: string, now = Date.now()): string | null {
  const [encoded = '', until = '', seal = ''] = mark.split('.')
  const personId = Buffer.from(encoded, 'base64url').toString()
  return isSealed(settings, 'person', [personId, until], seal) && Number(until) > now ? personId : null
}

const cookieName = (secure: boolean) => `${secure ? '__Host-' : ''}wenheng-person`
const isSecure = ({ publicOrigin }: Pick<AuthSettings, 'publicOrigin'>) => publicOrigin.startsWith('https:')

/** The cookie that carries the mark; it goes when the browser closes. */
export const markCookie = (settings: AuthSettings, personId: string): string =>
  `${cookieName(isSecure(settings))}=${personMark(settings, personId)}; Path=/; HttpOnly; SameSite=Lax${isSecure(settings) ? '; Secure' : ''}`

export function markIn(settings: AuthSettings, headers: Headers): string | null {
  const name = `${cookieName(isSecure(settings))}=`
  const pair = (headers.get('Cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(name))
  return pair?.slice(name.length) || null
}
