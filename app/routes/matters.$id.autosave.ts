import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { perform } from '#app/server/acts/perform.server.ts'
import { viewerOf } from '#app/server/auth.server.ts'
import { actorOf } from '#app/server/pages/act-form.server.ts'
import { draftRevision } from '#app/server/pages/drafting-view.server.ts'
import { world } from '#app/server/world.server.ts'

const parcel = z.object({ text: z.unknown(), revision: z.number().int(), key: z.string().min(1).max(200) })
const said = (words: object, status: number) =>
  Response.json(words, { status, headers: { 'Cache-Control': 'no-store' } })

/**
 * Keeps the words of somebody who is writing: see `AutosaveOptions` for what comes and goes. 401 when the session is over,
 * 409 when the words go on from something else than what stands.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await viewerOf(request, context)
  if (!viewer) return said({ code: 'signed-out' }, 401)
  const sent = parcel.safeParse(await request.json().catch(() => null))
  if (!sent.success) return said({ code: 'input-invalid' }, 400)

  const matterId = params.id!
  const { personId } = viewer
  const { text, revision, key } = sent.data
  const { client } = world().database
  const party = await client.matterParty.findFirst({ where: { matterId, unitId: viewer.post.unit.id } })
  if (!party) return said({ code: 'not-found' }, 404)
  const standing = await draftRevision(matterId, personId)
  const again = await client.idempotencyKey.findUnique({ where: { personId_key: { personId, key } } })
  if (!again && standing.revision !== revision) return said({ revision: standing.revision }, 409)

  const baseVersionId = new URL(request.url).searchParams.get('base') || null
  const input = { baseVersionId, tree: JSON.stringify(text), onlyOnLatest: true }
  const done = await perform(world(), {
    act: 'keep-working-copy',
    matterId,
    input,
    actor: actorOf(viewer),
    key,
    requestId: context.requestId,
    origin: context.ip,
  })
  if (!done.ok && done.error.code === 'version-superseded') return said(await draftRevision(matterId, personId), 409)
  if (!done.ok) return said({ code: done.error.code }, done.error.code === 'not-found' ? 404 : 422)
  return said(await draftRevision(matterId, personId), 200)
}
