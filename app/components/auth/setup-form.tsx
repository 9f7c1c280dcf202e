import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { unitLevels } from '#app/domain/access/roles.ts'
import { fieldId, NativeSelectField, SubmitRow, TextField } from '../forms/index.ts'
import { type FieldErrors, Refusal, Section } from '../ui/index.ts'

export type SetupFormProps = { values?: Record<string, string>; errors?: FieldErrors }

/** The first unit and the two people who keep the system. */
export function SetupForm({ values = {}, errors }: SetupFormProps) {
  const { t } = useTranslation()
  const labels: Record<string, string> = {
    'unit.name': t('auth.setup.unitName'),
    'unit.shortName': t('auth.setup.shortName'),
    'unit.region': t('auth.setup.region'),
    'unit.level': t('auth.setup.level'),
  }
  const people = [
    { key: 'administrator', title: t('auth.setup.administrator') },
    { key: 'officer', title: t('auth.setup.officer') },
  ]
  for (const { key, title } of people) {
    const own: Record<string, string> = {
      name: t('auth.setup.person'),
      title: t('auth.setup.post'),
      username: t('auth.setup.username'),
      password: t('auth.setup.password'),
      repeated: t('auth.setup.repeated'),
    }
    for (const [name, label] of Object.entries(own)) labels[`${key}.${name}`] = `${title} ${label}`
  }
  const field = (name: string) => ({
    name,
    label: labels[name],
    required: true,
    value: values[name],
    errors: errors?.[name],
  })
  return (
    <Form method="post" noValidate reloadDocument>
      <Refusal
        errors={errors}
        fields={Object.entries(labels).map(([name, label]) => ({ name, label, id: fieldId(name) }))}
      />
      <Section title={t('auth.setup.unit')}>
        <TextField {...field('unit.name')} hint={t('auth.setup.unitNameHint')} />
        <TextField {...field('unit.shortName')} characters={16} />
        <TextField {...field('unit.region')} characters={16} />
        <NativeSelectField
          {...field('unit.level')}
          empty={t('auth.setup.levelEmpty')}
          options={unitLevels.map((value) => ({ value, labelKey: `vocabulary.level-${value}` }))}
        />
      </Section>
      {people.map(({ key, title }) => (
        <Section key={key} title={title}>
          <TextField {...field(`${key}.name`)} characters={16} />
          <TextField {...field(`${key}.title`)} value={values[`${key}.title`] ?? title} characters={16} />
          <TextField
            {...field(`${key}.username`)}
            hint={t('auth.setup.usernameHint')}
            autoComplete="off"
            characters={24}
          />
          <TextField
            {...field(`${key}.password`)}
            value=""
            type="password"
            hint={t('auth.password.rule')}
            autoComplete="new-password"
            characters={24}
          />
          <TextField
            {...field(`${key}.repeated`)}
            value=""
            type="password"
            autoComplete="new-password"
            characters={24}
          />
        </Section>
      ))}
      <SubmitRow label={t('auth.setup.submit')} />
    </Form>
  )
}
