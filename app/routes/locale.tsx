import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { safeReturnTo } from '#app/components/layout/return-to.ts'
import { isLocale, localeCookie } from '#app/messages/locale.ts'
import { settings } from '#app/server/env.server.ts'

/** Keeps the chosen language in a cookie and goes back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const locale = form.get('locale')
  const to = safeReturnTo(form.get('returnTo'))
  if (!isLocale(locale)) return redirect(to, 303)
  const secure = settings().publicOrigin.startsWith('https:')
  return redirect(to, { status: 303, headers: { 'Set-Cookie': localeCookie(locale, secure) } })
}

export const loader = () => redirect('/')
