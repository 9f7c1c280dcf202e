import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { ViteDevServer } from 'vite'
import { mark, marks } from './context.server.ts'
import type { Settings } from './env.server.ts'
import { log } from './log.server.ts'
import { checkOrigin } from './origin.server.ts'
import { sendPlainPage } from './plain-page.server.ts'
import { applicationRoot } from './root.server.ts'

export type ApplicationParts = { settings: Settings; build: () => Promise<ServerBuild>; vite?: ViteDevServer }

/** The web server: what holds for every request, then Remix. */
export function createApplication({ settings, build, vite }: ApplicationParts): express.Express {
  const application = express()
  application.disable('x-powered-by')
  const proxies = settings.trustProxy
  if (proxies) application.set('trust proxy', /^\d+$/.test(proxies) ? Number(proxies) : proxies.split(/[\s,]+/))

  application.use(mark, logged, securityHeaders(settings, Boolean(vite)), compression())
  if (vite) application.use(vite.middlewares)
  else application.use(...builtFiles())
  application.use(checkOrigin(settings), limited(settings))
  application.all(
    '*',
    createRequestHandler({
      build,
      mode: vite ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        ...marks(response as never),
        ip: request.ip ?? '',
        origin: settings.publicOrigin,
      }),
    }),
  )
  application.use(failed)
  return application
}

/** One line per request, without the query: people search for names. */
const logged: RequestHandler = (request, response, next) => {
  const begun = performance.now()
  response.once('close', () => {
    const { statusCode: status, writableFinished: finished } = response
    const milliseconds = Math.round(performance.now() - begun)
    const line = {
      requestId: marks(response).requestId,
      method: request.method,
      path: request.path,
      status,
      milliseconds,
      finished,
    }
    if (!request.path.startsWith('/assets/')) log[status >= 500 ? 'error' : 'info'](line, 'request')
  })
  next()
}

function securityHeaders({ publicOrigin }: Settings, developing: boolean): RequestHandler {
  const https = publicOrigin.startsWith('https:')
  const nonce = (_request: unknown, response: unknown) => `'nonce-${marks(response as express.Response).nonce}'`
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        baseUri: [`'none'`],
        objectSrc: [`'none'`],
        frameAncestors: [`'self'`],
        formAction: [`'self'`],
        imgSrc: [`'self'`, 'data:', 'blob:'],
        fontSrc: [`'self'`],
        connectSrc: developing ? [`'self'`, 'ws:'] : [`'self'`],
        scriptSrc: [`'self'`, nonce],
        scriptSrcAttr: [`'none'`],
        // While developing, Vite puts style sheets into the page by script.
        styleSrc: developing ? [`'self'`, `'unsafe-inline'`] : [`'self'`, nonce],
        // The interface kit and the editor set style attributes.
        styleSrcAttr: [`'unsafe-inline'`],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // `no-referrer` makes browsers send `Origin: null` with plain forms, which would then be refused.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https,
  })
}

const builtFiles = (folder = join(applicationRoot, 'build/client')): [RequestHandler, RequestHandler] => [
  express.static(folder, {
    index: false,
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  }),
  // A file of an earlier build: no page of the application in its place.
  (request, response, next) => (request.path.startsWith('/assets/') ? response.sendStatus(404) : next()),
]

/** A form carries at most two of the largest files, and says its length beforehand, as every browser does. */
function limited({ uploadMax }: Settings): RequestHandler {
  const limit = 2 * uploadMax + 1024 ** 2
  return (request, response, next) => {
    const length = Number(request.headers['content-length'] ?? 0)
    const unknown = request.headers['transfer-encoding'] !== undefined
    if (length <= limit && !unknown) return next()
    response.setHeader('Connection', 'close')
    sendPlainPage(request, response, 413, 'body-too-large', {
      limit: `${Math.floor(limit / 1024 ** 2)} MB`,
      requestId: marks(response).requestId,
    })
  }
}

/** What nobody expected: the reason goes to the log, its number to the person. */
const failed: ErrorRequestHandler = (error, request, response, next) => {
  const { requestId } = marks(response)
  log.error({ requestId, err: error }, 'request failed')
  if (response.headersSent) return next(error)
  sendPlainPage(request, response, 500, 'server-failed', { requestId })
}
