import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'

export type SubmitRowProps = {
  label?: ReactNode
  /** Where "cancel" leads. */
  cancelTo?: string
  /** Name and value that the button posts, where a form has several. */
  name?: string
  value?: string
  children?: ReactNode
}

/** The button that sends the form, never disabled: pressing it tells what is missing. */
export function SubmitRow({ label, cancelTo, name, value, children }: SubmitRowProps) {
  const { t } = useTranslation()
  return (
    <div className="submit-row">
      <Button tone="primary" name={name} value={value}>
        {label ?? t('common.send')}
      </Button>
      {children}
      {cancelTo && <Link to={cancelTo}>{t('common.cancel')}</Link>}
    </div>
  )
}
