import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SetupForm } from '#app/components/auth/index.ts'
import { parseForm } from '#app/components/forms/parse.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Page } from '#app/components/ui/index.ts'
import { database } from '#app/server/db.server.ts'
import { isSetupOpen, setUp, setupInput, typedWithoutPasswords } from '#app/server/setup.server.ts'

export const handle = { shell: 'public' }
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'auth.setup.title' })
export const headers = () => ({ 'Cache-Control': 'no-store' })

const gone = () => new Response(null, { status: 410 })

export async function loader({ params }: LoaderFunctionArgs) {
  if (!(await isSetupOpen(database().client, params.token ?? ''))) throw gone()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  if (!(await isSetupOpen(database().client, token))) throw gone()
  const form = await request.formData()
  const typed = parseForm(form, setupInput)
  if (!typed.ok) return data({ errors: typed.errors, values: typedWithoutPasswords(form) }, { status: 422 })
  if (!(await setUp(database(), token, typed.value, context))) throw gone()
  return redirect('/sign-in?notice=set-up', 303)
}

export default function Setup() {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  return (
    <Page title={t('auth.setup.title')} width="narrow">
      <p>{t('auth.setup.lead')}</p>
      <SetupForm errors={answer?.errors} values={answer?.values} />
    </Page>
  )
}
