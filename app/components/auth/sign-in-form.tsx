import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenField, SubmitRow, TextField } from '../forms/index.ts'
import { paths } from '../layout/paths.ts'
import { Icon } from '../ui/index.ts'

export type SignInFormProps = {
  returnTo: string
  username?: string
  fault?: 'wrong' | 'held' | 'no-post' | 'other-person' | null
  /** A form that goes on after signing in, as JSON. */
  held?: string
}

/** Name and password. What was wrong stands above it and takes the focus; the password is never sent back. */
export function SignInForm({ returnTo, username, fault, held }: SignInFormProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Form method="post" action={paths.signIn} noValidate reloadDocument>
      {fault && (
        <div className="refusal" role="alert" tabIndex={-1} ref={box}>
          <h2>
            <Icon name="stop" /> {t('auth.signIn.notSignedIn')}
          </h2>
          <p>{t(`auth.signIn.faults.${fault}`)}</p>
        </div>
      )}
      <HiddenField name="returnTo" value={returnTo} />
      {held && <HiddenField name="held" value={held} />}
      <TextField
        name="username"
        label={t('auth.signIn.username')}
        required
        autoComplete="username"
        value={username}
        characters={24}
      />
      <TextField
        name="password"
        type="password"
        label={t('auth.signIn.password')}
        required
        autoComplete="current-password"
        characters={24}
      />
      <SubmitRow label={t('auth.signIn.submit')} />
      <p className="muted">{t('auth.signIn.forgotten')}</p>
    </Form>
  )
}
