import type { LoaderFunctionArgs } from '@remix-run/node'
import { viewerOf } from '#app/server/auth.server.ts'
import { database } from '#app/server/db.server.ts'
import { settings } from '#app/server/env.server.ts'
import { fileHeaders, fileStoreOf, mayReadFile, readStoredFile } from '#app/server/files.server.ts'
import { logSecurity } from '#app/server/security-log.server.ts'

const notFound = () => new Response(null, { status: 404 })

/** A stored file, to be saved. Who may not have it is told that there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client } = database()
  const id = params.id ?? ''
  const viewer = await viewerOf(request, context)
  const asked = await client.storedFile.findUnique({ where: { id }, select: { id: true, matterId: true } })
  if (!asked) throw notFound()
  if (!(await mayReadFile(client, viewer, asked))) {
    const { requestId, ip } = context
    const matterId = asked.matterId ?? undefined
    await logSecurity(client, {
      type: 'denied',
      personId: viewer?.personId,
      matterId,
      requestId,
      origin: ip,
      detail: { fileId: id },
    })
    throw notFound()
  }
  const file = (await readStoredFile(client, fileStoreOf(settings()), id))!
  return new Response(Uint8Array.from(file.bytes), { headers: fileHeaders(file) })
}
