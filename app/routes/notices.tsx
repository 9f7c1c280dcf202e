import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SystemAct } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { NoticeList } from '#app/components/notices/index.ts'
import { EmptyState, Notice, Page } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor } from '#app/server/pages/admin-view.server.ts'
import { noticesView } from '#app/server/pages/notices-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

const acts = ['read-notices', 'set-mail-address']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'notices.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadWorkbench(request, context)
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...(await noticesView(page)),
    forms: formsFor(page.viewer, acts),
    done: acts.find((act) => act === done) ?? null,
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/notices?done=${act}` })

export default function Notices() {
  const { t } = useTranslation()
  const { notices, unread, address, mails, forms, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={t('notices.title')}
      width="wide"
      message={done && !answer && <Notice tone="success">{t('admin.done', { act: t(`acts.${done}`) })}</Notice>}
    >
      {unread > 0 && <SystemAct act="read-notices" formKey={forms['read-notices']} fields={[]} answer={answer} />}
      {notices.length > 0 ? <NoticeList notices={notices} /> : <EmptyState title={t('notices.none')} />}
      <SystemAct
        act="set-mail-address"
        formKey={forms['set-mail-address']}
        fields={[{ name: 'address', kind: 'text', label: 'notices.address', hint: 'notices.addressHint' }]}
        values={{ address }}
        hint={mails ? undefined : t('notices.noMail')}
        answer={answer}
      />
    </Page>
  )
}
