import type { LoaderFunctionArgs } from '@remix-run/node'
import { canonicalJson } from '#app/domain/base/canonical-json.ts'
import { loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

/** A stored pack as the canonical JSON over which its fingerprint is taken. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { client } = await loadKeptPage(request, context, 'packs')
  const pack = await findStoredPack(client, params.hash ?? '')
  if (!pack) throw new Response(null, { status: 404 })
  const name = `pack-${pack.id}-${pack.version}.json`.replace(/[^\w.-]+/g, '-')
  return new Response(canonicalJson(pack), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
