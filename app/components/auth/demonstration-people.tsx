import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HiddenField } from '../forms/index.ts'
import { Button, DataTable, Notice, Original, Section } from '../ui/index.ts'

export type DemonstrationGroup = {
  role: string
  people: { username: string; name: string; title: string; unit: string }[]
}
export type DemonstrationPeopleProps = { groups: readonly DemonstrationGroup[]; password: string; returnTo: string }

/** Everyone whom a demonstration lets in with one click, by what he does. */
export function DemonstrationPeople({ groups, password, returnTo }: DemonstrationPeopleProps) {
  const { t } = useTranslation()
  const rows = groups.flatMap(({ role, people }) => people.map((person) => ({ ...person, role })))
  return (
    <Section title={t('auth.demonstration.title')} id="demonstration">
      <Notice title={t('auth.demonstration.lead')}>
        <p>{t('auth.demonstration.password', { password })}</p>
      </Notice>
      <DataTable
        caption={t('auth.demonstration.title')}
        captionHidden
        rows={rows}
        rowKey={({ username, role }) => `${role} ${username}`}
        columns={[
          { key: 'role', head: t('auth.demonstration.role'), cell: ({ role }) => t(`roles.${role}`) },
          {
            key: 'person',
            head: t('auth.demonstration.person'),
            rowHeader: true,
            cell: ({ name }) => <Original>{name}</Original>,
          },
          {
            key: 'post',
            head: t('auth.demonstration.post'),
            cell: ({ unit, title }) => (
              <Original>
                {unit} {title}
              </Original>
            ),
          },
          {
            key: 'act',
            head: t('auth.demonstration.act'),
            cell: ({ username, name, unit, title }) => (
              <Form method="post" reloadDocument className="inline-form">
                <HiddenField name="returnTo" value={returnTo} />
                <HiddenField name="demonstration" value={username} />
                <Button aria-label={t('auth.demonstration.enterAs', { name, post: `${unit} ${title}` })}>
                  {t('auth.demonstration.enter')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
