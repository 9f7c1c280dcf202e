import { Fragment } from 'react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HiddenField, TextField } from '../forms/index.ts'
import { Button, Notice, Original, Page } from '../ui/index.ts'
import { SignInForm } from './sign-in-form.tsx'

/** A form that came when nobody was signed in, as the server holds it. */
export type HeldShown = {
  path: string
  fields: ReadonlyArray<readonly [string, string]>
  files: ReadonlyArray<{ field: string; name: string }>
  lost: readonly string[]
  secrets: readonly string[]
  mustChange: boolean
}

export const isHeldForm = (value: unknown): value is HeldShown =>
  typeof value === 'object' && value !== null && 'fields' in value && 'secrets' in value && 'path' in value

type HeldProps = { held: HeldShown }

/** What stands in the place of a page whose form came too late: the words are kept, and the way on is signing in. */
export function SessionOver({
  held,
  username,
  fault,
}: HeldProps & { username?: string; fault?: Parameters<typeof SignInForm>[0]['fault'] }) {
  const { t } = useTranslation()
  const key = held.mustChange ? 'mustChange' : 'over'
  return (
    <Page title={t(`auth.held.${key}.title`)} width="narrow">
      <Notice tone="attention" title={t('auth.held.kept')}>
        <p>{t(`auth.held.${key}.words`)}</p>
        <Files held={held} />
      </Notice>
      {held.mustChange ? (
        <>
          <p>
            <a href="/password" target="_blank" rel="noreferrer">
              {t('auth.held.toPassword')}
            </a>
          </p>
          <ContinueForm held={held} />
        </>
      ) : (
        <SignInForm returnTo={held.path} held={JSON.stringify(held)} username={username} fault={fault} />
      )}
    </Page>
  )
}

/** After signing in: what was typed is sent as it was, by a press of the person who typed it. */
export function HeldFormPage({ held }: HeldProps) {
  const { t } = useTranslation()
  return (
    <Page title={t('auth.held.again.title')} width="narrow">
      <Notice tone="success" title={t('auth.held.kept')}>
        <p>{t('auth.held.again.words')}</p>
        <Files held={held} />
      </Notice>
      <ContinueForm held={held} />
      <p>
        <Link to={held.path}>{t('auth.held.drop')}</Link>
      </p>
    </Page>
  )
}

function Files({ held: { files, lost } }: HeldProps) {
  const { t } = useTranslation()
  return (
    <>
      {files.length > 0 && (
        <p>
          {t('auth.held.files')} <Names names={files.map(({ name }) => name)} />
        </p>
      )}
      {lost.length > 0 && (
        <p>
          {t('auth.held.lost')} <Names names={lost} />
        </p>
      )}
    </>
  )
}

const Names = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name, index) => (
      <Fragment key={name}>
        {index > 0 && ' · '}
        <Original>{name}</Original>
      </Fragment>
    ))}
  </>
)

// a plain form: the page that it leads to is another one, and this one is not to come back
function ContinueForm({ held: { path, fields, files, secrets } }: HeldProps) {
  const { t } = useTranslation()
  return (
    <form method="post" action={path} encType="multipart/form-data" noValidate className="act-form">
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a posted form neither move nor change
        <HiddenField key={index} name={name} value={value} />
      ))}
      {files.map((file) => (
        <HiddenField key={file.field + file.name} name="_file" value={JSON.stringify(file)} />
      ))}
      {secrets.map((name) => (
        <TextField
          key={name}
          name={name}
          type="password"
          required
          autoComplete="off"
          label={t('auth.held.secret')}
          hint={t('auth.held.secretHint')}
          characters={24}
        />
      ))}
      <div className="submit-row">
        <Button tone="primary">{t('auth.held.submit')}</Button>
      </div>
    </form>
  )
}
