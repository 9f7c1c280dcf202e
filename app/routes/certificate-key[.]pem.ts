import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '#app/server/auth.server.ts'
import { publicKeyFile } from '#app/server/pages/certificate-view.server.ts'

/** The public key, for whoever may sign in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context)
  const file = await publicKeyFile()
  if (!file) throw new Response(null, { status: 404 })
  return new Response(file.bytes, { headers: file.headers })
}
