import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DemonstrationPeople, HeldFormPage, SessionOver, SignInForm } from '#app/components/auth/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { safeReturnTo } from '#app/components/layout/return-to.ts'
import { Notice, Page } from '#app/components/ui/index.ts'
import {
  demonstrationGroups,
  demonstrationPassword,
  readHeldForm,
  signIn,
  signInDemonstration,
  viewerOf,
} from '#app/server/auth.server.ts'

export const handle = { shell: 'public' }
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'auth.signIn.title' })
export const headers = () => ({ 'Cache-Control': 'no-store' })

const notices = ['set-up', 'signed-out'] as const
const afterSignIn = '/desk'

const goingTo = (value: unknown) => {
  const path = safeReturnTo(value)
  return path === '/' ? afterSignIn : path
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const returnTo = goingTo(query.get('returnTo'))
  if (await viewerOf(request, context)) throw redirect(returnTo)
  const groups = await demonstrationGroups()
  const notice = notices.find((known) => known === query.get('notice')) ?? null
  return { returnTo, notice, groups, password: groups.length > 0 ? demonstrationPassword : '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const posted = readHeldForm(form.get('held'))
  const held = posted && { ...posted, path: safeReturnTo(posted.path) }
  const person = text('demonstration')
  const username = text('username').slice(0, 100)
  const answer = person
    ? await signInDemonstration(request, context, person)
    : await signIn(request, context, { username, password: text('password') }, held)
  if (!answer.ok) return data({ fault: answer.error, username, held }, { status: answer.error === 'held' ? 429 : 422 })
  const headers = new Headers()
  for (const cookie of answer.value.cookies) headers.append('Set-Cookie', cookie)
  if (held) return data({ fault: null, username, held }, { headers })
  return redirect(goingTo(form.get('returnTo')), { status: 303, headers })
}

export default function SignIn() {
  const { t } = useTranslation()
  const { returnTo, notice, groups, password } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.held)
    return answer.fault ? <SessionOver {...answer} held={answer.held} /> : <HeldFormPage held={answer.held} />
  return (
    <Page
      title={t('auth.signIn.title')}
      width={groups.length > 0 ? 'normal' : 'narrow'}
      message={notice && !answer && <Notice tone="success" title={t(`auth.signIn.notices.${notice}`)} />}
    >
      <SignInForm returnTo={returnTo} username={answer?.username} fault={answer?.fault} />
      {groups.length > 0 && <DemonstrationPeople groups={groups} password={password} returnTo={returnTo} />}
    </Page>
  )
}
