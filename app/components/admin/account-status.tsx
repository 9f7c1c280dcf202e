import { useTranslation } from 'react-i18next'
import { Status } from '../ui/index.ts'

/** Whether a person can sign in. `given`: with a password that an administrator typed and the person has not changed yet. */
export function AccountStatus({ account, given }: { account: { disabled: boolean } | null; given: boolean }) {
  const { t } = useTranslation()
  if (!account) return <Status>{t('admin.people.noAccount')}</Status>
  if (account.disabled) return <Status tone="refused">{t('admin.people.disabled')}</Status>
  return given ? (
    <Status tone="waiting">{t('admin.people.given')}</Status>
  ) : (
    <Status tone="done">{t('admin.people.active')}</Status>
  )
}
