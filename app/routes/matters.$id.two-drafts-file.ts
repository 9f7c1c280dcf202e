import type { LoaderFunctionArgs } from '@remix-run/node'
import { titleOf } from '#app/domain/matter/matter.ts'
import zh from '#app/messages/zh.ts'
import { textFile } from '#app/server/export/amendment.server.ts'
import { fileHeaders } from '#app/server/files.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { twoDrafts } from '#app/server/pages/two-drafts-view.server.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A draft carried on another version, in Word, to go on with: made anew each time and no version of the matter. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const found = await twoDrafts(page, new URL(request.url).searchParams)
  if (found?.made.state !== 'done') throw new Response(null, { status: 404 })
  const name = `${titleOf(page.matter)}${zh.amendment.carriedName}`
  const bytes = await textFile(name, found.made.value.rebased.text)
  return new Response(Uint8Array.from(bytes), { headers: fileHeaders({ name: `${name}.docx`, mediaType, bytes }) })
}
