import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { safeReturnTo } from '#app/components/layout/return-to.ts'
import { requireViewer, switchPost } from '#app/server/auth.server.ts'

/** Acts in another of the person's posts from now on, and goes back to the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const form = await request.formData()
  const switched = await switchPost(viewer, String(form.get('postId') ?? ''), context)
  if (!switched) throw new Response(null, { status: 403 })
  return redirect(safeReturnTo(form.get('returnTo')), 303)
}

export const loader = () => redirect('/')
