import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateFile } from '#app/server/pages/certificate-view.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'

/** The procedure certificate as of now. Whoever may read the record page may have it, and it is the same for all of them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const file = await certificateFile(page.matter.id)
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.bytes, { headers: file.headers })
}
