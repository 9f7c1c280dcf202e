import type { NextFunction, Request, Response } from 'express'
import { marks } from './context.server.ts'
import type { Settings } from './env.server.ts'
import { sendPlainPage } from './plain-page.server.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopback = /^(127\.0\.0\.1|\[::1\]|localhost)$/

/**
 * Whether a request that may change something comes from a page of this site. A browser that leaves out
 * `Origin` has to say so in `Sec-Fetch-Site`; silence counts as foreign.
 */
export function comesFromHere(
  { origin, site }: { origin: string | undefined; site: string | undefined },
  { mode, publicOrigin }: Pick<Settings, 'mode' | 'publicOrigin'>,
): boolean {
  if (origin === undefined) return site === 'same-origin'
  if (origin === publicOrigin) return true
  // A demonstration is reached by any name of this machine.
  if (mode !== 'demo' || !URL.canParse(origin)) return false
  const [asked, own] = [new URL(origin), new URL(publicOrigin)]
  return (
    loopback.test(asked.hostname) &&
    loopback.test(own.hostname) &&
    asked.port === own.port &&
    asked.protocol === own.protocol
  )
}

/** In a demonstration, only names of this machine: a foreign name that points here would share its origin with a stranger's page. */
const knownHost = (host: string, { mode }: Settings) => mode !== 'demo' || loopback.test(host.replace(/:\d+$/, ''))

export const checkOrigin = (settings: Settings) => (request: Request, response: Response, next: NextFunction) => {
  const { origin, host = '', 'sec-fetch-site': site } = request.headers
  const welcome =
    knownHost(host, settings) &&
    (safe.has(request.method) || comesFromHere({ origin, site: site as string | undefined }, settings))
  if (welcome) return next()
  sendPlainPage(request, response, 403, 'origin-refused', { requestId: marks(response).requestId })
}
