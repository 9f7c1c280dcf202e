import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AccountStatus, AdminPage, SystemAct } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, Original, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, postsOf } from '#app/server/pages/admin-view.server.ts'
import { peopleWithGivenPassword } from '#app/server/repositories/admin.server.ts'

const acts = ['create-person']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.people' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, directory, today, viewer, client } = await loadKeptPage(request, context, 'people')
  const given = await peopleWithGivenPassword(client)
  const rows = [...directory.people.values()].map((person) => ({
    ...person,
    given: given.has(person.id),
    posts: postsOf(directory, person.id, today)
      .filter((post) => !post.ended)
      .map((post) => `${post.unit} ${post.title}`),
  }))
  return { tabs, done, today, rows, forms: formsFor(viewer, acts) }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/people?done=${act}` })

export default function People() {
  const { t } = useTranslation()
  const { tabs, done, today, rows, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage
      title={t('admin.pages.people')}
      tabs={tabs}
      current="people"
      done={done}
      under={t('admin.people.noAccountHint')}
    >
      <SystemAct
        act="create-person"
        formKey={forms['create-person']}
        fields={[
          { name: 'name', kind: 'text', label: 'admin.people.name', required: true },
          { name: 'validFrom', kind: 'date', label: 'admin.people.validFrom', required: true },
        ]}
        values={{ validFrom: today }}
        answer={answer}
      />
      <Section title={t('admin.people.list')} id="list" aside={<span className="count">{rows.length}</span>}>
        <DataTable
          caption={t('admin.people.list')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('admin.people.name'),
              rowHeader: true,
              width: '9rem',
              cell: (row) => (
                <Link to={`/admin/people/${row.id}`}>
                  <Original>{row.name}</Original>
                </Link>
              ),
            },
            {
              key: 'posts',
              head: t('admin.people.posts'),
              cell: (row) =>
                row.posts.length > 0 ? (
                  row.posts.map((post) => (
                    <div key={post}>
                      <Original>{post}</Original>
                    </div>
                  ))
                ) : (
                  <span className="muted">{t('admin.people.noPost')}</span>
                ),
            },
            {
              key: 'username',
              head: t('admin.people.username'),
              width: '10rem',
              cell: (row) => row.account && <code>{row.account.username}</code>,
            },
            {
              key: 'account',
              head: t('admin.people.account'),
              width: '13rem',
              cell: (row) => <AccountStatus account={row.account} given={row.given} />,
            },
          ]}
        />
      </Section>
    </AdminPage>
  )
}
