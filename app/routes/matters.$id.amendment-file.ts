import type { LoaderFunctionArgs } from '@remix-run/node'
import zh from '#app/messages/zh.ts'
import { amendmentFile } from '#app/server/export/amendment.server.ts'
import { fileHeaders } from '#app/server/files.server.ts'
import { amendmentOf } from '#app/server/pages/amendment-view.server.ts'
import { wordRows } from '#app/server/pages/compare-view.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** One face of an amendment in Word, made anew each time and not an issued document. What was not proved has no file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const view = await amendmentOf(page, new URL(request.url).searchParams)
  if (view?.made.state !== 'done' || !view.made.value.ok) throw new Response(null, { status: 404 })
  const { old, next, face, title } = view
  const made = view.made.value
  const named = ({ payload }: typeof old) => `第${payload.number}稿（${payload.name}）`
  const name = `${title}${zh.amendment.face[face]}`
  const rows = wordRows(made.value.comparison, page.matter, made.value.table)
  const bytes = await amendmentFile(face, made.value, { title: name, oldName: named(old), newName: named(next), rows })
  if (!bytes) throw new Response(null, { status: 404 })
  const file = `${name}（第${old.payload.number}稿至第${next.payload.number}稿）.docx`
  return new Response(Uint8Array.from(bytes), { headers: fileHeaders({ name: file, mediaType, bytes }) })
}
