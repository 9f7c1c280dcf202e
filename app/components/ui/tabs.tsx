import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export type Tab = { to: string; label: string; current: boolean; count?: number }

/** Tabs that are links: each has its own address and works before its script does. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label?: string }) {
  const { t } = useTranslation()
  return (
    <nav className="tabs" aria-label={label ?? t('ui.tabs')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.current ? 'page' : undefined} preventScrollReset>
              {tab.label}
              {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
