import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, TryAgain } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, DateText, Original, Section, Status } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { listJobs, listLetters } from '#app/server/repositories/notices.server.ts'
import { world } from '#app/server/world.server.ts'

const acts = ['try-again']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.jobs' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, viewer, client, directory } = await loadKeptPage(request, context, 'jobs')
  const { unsent, sent } = await listLetters(client)
  return {
    tabs,
    done,
    jobs: await listJobs(client),
    letters: unsent.map((letter) => ({ ...letter, to: directory.people.get(letter.personId)?.name ?? '' })),
    sent,
    mails: Boolean(world().settings.smtp),
    forms: formsFor(viewer, acts),
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/jobs?done=${act}` })

const tones = { done: 'done', sent: 'done', failed: 'overdue', skipped: 'neutral' } as const
const toneOf = (state: string) => tones[state as keyof typeof tones] ?? 'waiting'

export default function Jobs() {
  const { t } = useTranslation()
  const { tabs, done, jobs, letters, sent, mails, forms } = useLoaderData<typeof loader>()
  const again = (what: 'job' | 'mail', row: { id: string; state: string; error: string | null }) => (
    <>
      {row.error && (
        <Original>
          <span className="muted">{row.error}</span>
        </Original>
      )}
      {row.state === 'failed' && <TryAgain what={what} id={row.id} formKey={forms['try-again']} />}
    </>
  )
  return (
    <AdminPage title={t('admin.pages.jobs')} tabs={tabs} current="jobs" done={done}>
      <Section title={t('admin.jobs.letters')} aside={t('admin.jobs.sent', { count: sent })}>
        <p className="muted">{t(mails ? 'admin.jobs.lettersHint' : 'admin.jobs.noMail')}</p>
        <DataTable
          caption={t('admin.jobs.letters')}
          captionHidden
          rows={letters}
          rowKey={(row) => row.id}
          columns={[
            { key: 'to', head: t('admin.jobs.to'), rowHeader: true, cell: (row) => <Original>{row.to}</Original> },
            { key: 'subject', head: t('admin.jobs.subject'), cell: (row) => <Original>{row.subject}</Original> },
            { key: 'at', head: t('admin.jobs.at'), cell: (row) => <DateText value={row.at} compact /> },
            {
              key: 'state',
              head: t('admin.jobs.state'),
              cell: (row) => <Status tone={toneOf(row.state)}>{t(`admin.jobs.states.${row.state}`)}</Status>,
            },
            { key: 'attempts', head: t('admin.jobs.attempts'), numeric: true, cell: (row) => row.attempts },
            { key: 'error', head: t('admin.jobs.error'), cell: (row) => again('mail', row) },
          ]}
        />
      </Section>
      <Section title={t('admin.jobs.jobs')}>
        <DataTable
          caption={t('admin.jobs.jobs')}
          captionHidden
          rows={jobs}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'kind',
              head: t('admin.jobs.kind'),
              rowHeader: true,
              cell: (row) => t(`admin.jobs.kinds.${row.kind}`),
            },
            { key: 'day', head: t('admin.jobs.day'), cell: (row) => <DateText value={row.day} compact /> },
            {
              key: 'state',
              head: t('admin.jobs.state'),
              cell: (row) => <Status tone={toneOf(row.state)}>{t(`admin.jobs.states.${row.state}`)}</Status>,
            },
            { key: 'attempts', head: t('admin.jobs.attempts'), numeric: true, cell: (row) => row.attempts },
            { key: 'error', head: t('admin.jobs.error'), cell: (row) => again('job', row) },
          ]}
        />
      </Section>
    </AdminPage>
  )
}
