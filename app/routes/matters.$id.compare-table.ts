import type { LoaderFunctionArgs } from '@remix-run/node'
import { titleOf } from '#app/domain/matter/matter.ts'
import zh from '#app/messages/zh.ts'
import { comparisonTable } from '#app/server/export/comparison-table.server.ts'
import { fileHeaders } from '#app/server/files.server.ts'
import { comparedVersions, wordRows } from '#app/server/pages/compare-view.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { askedPair } from '#app/server/pages/versions-view.server.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The 修改对照表 of two versions in Word: a view of them, made anew each time and not an issued document. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const pair = askedPair(page, new URL(request.url).searchParams)
  if (!pair) throw new Response(null, { status: 404 })
  const { old, next } = pair
  const title = `${titleOf(page.matter)}${zh.drafting.tableTitle}`
  const named = ({ payload }: typeof old) => `第${payload.number}稿（${payload.name}）`
  const rows = wordRows(await comparedVersions(old, next), page.matter)
  const bytes = await comparisonTable({ title, oldName: named(old), newName: named(next), rows })
  const name = `${title}（第${old.payload.number}稿至第${next.payload.number}稿）.docx`
  return new Response(Uint8Array.from(bytes), { headers: fileHeaders({ name, mediaType, bytes }) })
}
