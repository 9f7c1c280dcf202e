import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { canonicalEvents } from '#app/server/repositories/audit-log.server.ts'

/** The whole chain for a check outside: one event a line, as it was hashed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { client, today } = await loadKeptPage(request, context, 'audit')
  const events = canonicalEvents(client)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await events.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${value}\n`))
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${today}.jsonl"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
