import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AccountStatus, AdminPage, SystemAct, Validity } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import {
  ConfirmDetails,
  DataTable,
  DefinitionList,
  Original,
  Section,
  Sentence,
  Status,
} from '#app/components/ui/index.ts'
import { roles } from '#app/domain/access/roles.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, postsOf, unitChoices } from '#app/server/pages/admin-view.server.ts'
import { peopleWithGivenPassword } from '#app/server/repositories/admin.server.ts'

const acts = ['give-post', 'end-post', 'create-account', 'disable-account', 'reset-password']

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.person.name } : { key: 'admin.pages.people' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, done, directory, today, viewer, client } = await loadKeptPage(request, context, 'people')
  const person = directory.people.get(params.personId ?? '')
  if (!person) throw new Response(null, { status: 404 })
  const forms = formsFor(viewer, acts)
  const posts = postsOf(directory, person.id, today).map((post) => ({
    ...post,
    formKey: forms['end-post'] && !post.validTo ? formKey() : undefined,
  }))
  return {
    tabs,
    done,
    today,
    person,
    posts,
    forms,
    isSelf: person.id === viewer.personId,
    given: (await peopleWithGivenPassword(client)).has(person.id),
    units: unitChoices(directory, today),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/people/${params.personId}?done=${act}` })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function PersonPage() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { tabs, done, person, given } = data
  return (
    <AdminPage
      title={<Original>{person.name}</Original>}
      tabs={tabs}
      current="people"
      done={done}
      crumbs={[{ to: '/admin/people', label: t('admin.pages.people') }]}
      under={<AccountStatus account={person.account} given={given} />}
    >
      <DefinitionList
        columns={2}
        items={[
          {
            key: 'username',
            term: t('admin.people.username'),
            value: person.account && <code>{person.account.username}</code>,
          },
          {
            key: 'validity',
            term: t('admin.units.validity'),
            value: <Validity from={person.validFrom} to={person.validTo} />,
          },
        ]}
      />
      <Posts data={data} />
      <Account data={data} />
    </AdminPage>
  )
}

function Posts({ data: { posts, person, units, forms, today } }: { data: Data }) {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  return (
    <>
      <Section title={t('admin.people.history')} id="posts">
        <DataTable
          caption={t('admin.people.history')}
          captionHidden
          rows={posts}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              head: t('admin.people.title'),
              rowHeader: true,
              cell: (row) => <Original>{row.title}</Original>,
            },
            { key: 'unit', head: t('admin.people.unit'), cell: (row) => <Original>{row.unit}</Original> },
            {
              key: 'roles',
              head: t('admin.people.roles'),
              cell: (row) => row.roles.map((role) => t(`roles.${role}`)).join(t('admin.condition.and')),
            },
            {
              key: 'validity',
              head: t('admin.units.validity'),
              width: '15rem',
              cell: (row) => <Validity from={row.validFrom} to={row.validTo} />,
            },
            {
              key: 'state',
              head: t('admin.index.state'),
              width: '7rem',
              cell: (row) => (
                <Status tone={row.ended ? 'neutral' : 'done'}>
                  {t(row.ended ? 'admin.people.ended' : 'admin.inForce')}
                </Status>
              ),
            },
          ]}
        />
        {posts.map((post) => (
          <SystemAct
            key={post.id}
            act="end-post"
            formId={post.id}
            formKey={post.formKey}
            level={3}
            title={<Sentence>{t('admin.people.endPost', { title: `${post.unit} ${post.title}` })}</Sentence>}
            hidden={{ postId: post.id }}
            fields={[{ name: 'lastDay', kind: 'date', label: 'admin.people.lastDay', required: true }]}
            values={{ lastDay: today }}
            answer={answer}
          />
        ))}
      </Section>
      <SystemAct
        act="give-post"
        formKey={forms['give-post']}
        hidden={{ personId: person.id }}
        fields={[
          {
            name: 'unitId',
            kind: 'select',
            label: 'admin.people.unit',
            required: true,
            empty: 'admin.units.choose',
            options: units,
          },
          { name: 'title', kind: 'text', label: 'admin.people.title', required: true },
          {
            name: 'roles',
            kind: 'checkboxes',
            label: 'admin.people.roles',
            hint: 'admin.people.rolesHint',
            required: true,
            options: roles.map((value) => ({ value, labelKey: `roles.${value}` })),
          },
          { name: 'validFrom', kind: 'date', label: 'admin.people.validFrom', required: true },
          { name: 'validTo', kind: 'date', label: 'admin.people.validTo', hint: 'admin.people.validToHint' },
        ]}
        values={{ validFrom: today }}
        answer={answer}
      />
    </>
  )
}

// Not a password field: a browser would fill in the administrator's own.
const password = {
  name: 'password',
  kind: 'text',
  label: 'admin.people.password',
  hint: 'admin.people.passwordHint',
  required: true,
} as const

function Account({ data: { person, forms, isSelf } }: { data: Data }) {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const hidden = { personId: person.id }
  if (!person.account)
    return (
      <SystemAct
        act="create-account"
        formKey={forms['create-account']}
        hidden={hidden}
        fields={[
          {
            name: 'username',
            kind: 'text',
            label: 'admin.people.username',
            hint: 'admin.people.usernameHint',
            required: true,
          },
          password,
        ]}
        answer={answer}
      />
    )
  if (isSelf) return null
  const { disabled } = person.account
  return (
    <>
      <SystemAct
        act="reset-password"
        formKey={forms['reset-password']}
        hidden={hidden}
        fields={[{ ...password, label: 'admin.people.newPassword' }]}
        hint={t('admin.people.resetHint')}
        answer={answer}
      />
      {forms['disable-account'] && (
        <ConfirmDetails label={t(disabled ? 'admin.people.enableTitle' : 'admin.people.disableTitle')}>
          <SystemAct
            act="disable-account"
            formKey={forms['disable-account']}
            hidden={{ ...hidden, disabled: String(!disabled) }}
            fields={[]}
            title={t(disabled ? 'admin.people.enableTitle' : 'admin.people.disableTitle')}
            hint={disabled ? undefined : t('admin.people.disableHint')}
            submitLabel={t(disabled ? 'admin.people.enableTitle' : 'admin.people.disableTitle')}
            answer={answer}
          />
        </ConfirmDetails>
      )}
    </>
  )
}
