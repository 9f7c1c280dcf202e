import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { type Missing, MissingItem, missingKey } from '../ui/refusal.tsx'

export type RailAction = {
  key: string
  label: string
  /** Where the form of the act is: a page, or an anchor on this one. */
  to: string
  /** Why it cannot be done yet; empty or absent: it can. */
  reasons?: Missing[]
  primary?: boolean
}
function Action({ action }: { action: RailAction }) {
  const { t } = useTranslation()
  const { reasons = [], to, label, primary } = action
  if (reasons.length === 0)
    return (
      <Link to={to} className={`button button-${primary ? 'primary' : 'plain'} rail-button`}>
        {label}
      </Link>
    )
  return (
    <details className="not-yet">
      <summary>
        <span>{label}</span>{' '}
        <span className="status status-waiting">
          <Icon name="clock" /> {t('layout.rail.notYet')}
        </span>
      </summary>
      <ul aria-label={t('layout.rail.why')}>
        {reasons.map((reason) => (
          <MissingItem key={missingKey(reason)} item={reason} />
        ))}
      </ul>
    </details>
  )
}

export type ActionRailProps = {
  actions: RailAction[]
  title?: string /** Deadlines, people, files: below the acts. */
  children?: ReactNode
}

/** The right side: what I can do here, and for the rest why not yet. */
export function ActionRail({ actions, title, children }: ActionRailProps) {
  const { t } = useTranslation()
  return (
    <div className="action-rail">
      <h2>{title ?? t('layout.rail.title')}</h2>
      {actions.length === 0 && <p className="muted">{t('layout.rail.none')}</p>}
      <ul className="rail-actions">
        {actions.map((action) => (
          <li key={action.key}>
            <Action action={action} />
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
