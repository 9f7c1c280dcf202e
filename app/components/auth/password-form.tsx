import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fieldId, HiddenField, SubmitRow, TextField } from '../forms/index.ts'
import { type FieldErrors, Refusal } from '../ui/index.ts'

export type PasswordFormProps = { username: string; returnTo: string; errors?: FieldErrors }

/** Changes the person's own password. Nothing typed here is ever sent back. */
export function PasswordForm({ username, returnTo, errors }: PasswordFormProps) {
  const { t } = useTranslation()
  const fields = [
    { name: 'current', label: t('auth.password.current'), autoComplete: 'current-password' },
    { name: 'next', label: t('auth.password.next'), hint: t('auth.password.rule'), autoComplete: 'new-password' },
    { name: 'repeated', label: t('auth.password.repeated'), autoComplete: 'new-password' },
  ]
  return (
    <Form method="post" noValidate reloadDocument>
      <Refusal errors={errors} fields={fields.map(({ name, label }) => ({ name, label, id: fieldId(name) }))} />
      <HiddenField name="returnTo" value={returnTo} />
      {/* For the keeper of passwords in the browser, which must know whose it is. */}
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      {fields.map((field) => (
        <TextField key={field.name} {...field} type="password" required errors={errors?.[field.name]} characters={24} />
      ))}
      <p className="muted">{t('auth.password.others')}</p>
      <SubmitRow label={t('auth.password.submit')} />
    </Form>
  )
}
