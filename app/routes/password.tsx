import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '#app/components/auth/index.ts'
import { parseForm } from '#app/components/forms/parse.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { safeReturnTo } from '#app/components/layout/return-to.ts'
import { type FieldErrors, Notice, Page } from '#app/components/ui/index.ts'
import { changeOwnPassword, passwordInput, requireViewer } from '#app/server/auth.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'auth.password.title' })
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { username, mustChange } = await requireViewer(request, context)
  return { username, mustChange, returnTo: safeReturnTo(new URL(request.url).searchParams.get('returnTo')) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const form = await request.formData()
  const refused = (errors: FieldErrors) => data({ errors }, { status: 422 })
  const typed = parseForm(form, passwordInput)
  if (!typed.ok) return refused(typed.errors)
  const changed = await changeOwnPassword(viewer, typed.value, context)
  if (!changed.ok) return refused({ [changed.error === 'password-wrong' ? 'current' : 'next']: [changed.error] })
  return redirect(safeReturnTo(form.get('returnTo')), 303)
}

export default function Password() {
  const { t } = useTranslation()
  const { username, mustChange, returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('auth.password.title')}
      width="narrow"
      message={mustChange && <Notice tone="attention" title={t('auth.password.must')} />}
    >
      <PasswordForm username={username} returnTo={returnTo} errors={answer?.errors} />
    </Page>
  )
}
