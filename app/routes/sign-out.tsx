import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/server/auth.server.ts'

/** Ends the session. Only a form of this site can ask for it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const headers = new Headers()
  for (const cookie of await signOut(request, context)) headers.append('Set-Cookie', cookie)
  return redirect('/sign-in?notice=signed-out', { status: 303, headers })
}

export const loader = () => redirect('/')
