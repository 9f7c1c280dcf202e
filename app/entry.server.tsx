import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { RequestInfoContext } from '#app/components/layout/request-info.ts'
import { NonceContext } from '#app/components/nonce.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { log } from '#app/server/log.server.ts'
import { withoutNulBytes } from '#app/server/whole-characters.server.ts'

/** A page that is not ready by then is cut off; its data stops a little earlier, so that its error can be shown. */
export const streamTimeout = 15_000
const renderTimeout = streamTimeout + 1_000

/** Sends a page as soon as its frame stands; robots, which do not wait for the rest, get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let started = false
    let finalStatus = status
    const send = () => {
      started = true
      const body = withoutNulBytes()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
      pipe(body)
    }
    const whole = isbot(request.headers.get('User-Agent'))
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RequestInfoContext.Provider value={{ id: requestId, locale: resolveLocale(request.headers.get('Cookie')) }}>
          <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </RequestInfoContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => whole || send(),
        onAllReady: () => whole && send(),
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          // Before the frame stands the error comes back by `onShellError`.
          if (started) log.error({ requestId, err: error }, 'render failed')
        },
      },
    )
    setTimeout(abort, renderTimeout).unref()
  })
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // An address that leads nowhere is the line of its request, no failure.
  if (isRouteErrorResponse(error) && error.status < 500) return
  if (!request.signal.aborted) log.error({ requestId: context.requestId, err: error }, 'request failed')
}
