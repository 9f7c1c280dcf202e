import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerCsv } from '#app/server/pages/register-view.server.ts'

/** The lines of the register that the same address of the page shows, all of them, as a table for a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, bytes } = await registerCsv(request, context)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
