import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banners } from './banners.tsx'
import { Footer } from './footer.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { paths } from './paths.ts'
import { PersonMenu } from './person-menu.tsx'
import { SearchBox } from './search-box.tsx'
import type { NavigationItem, ShellData } from './types.ts'

function Navigation({ items }: { items: NavigationItem[] }) {
  const { t } = useTranslation()
  return (
    <nav className="side-navigation" aria-label={t('layout.navigation')}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} aria-current={item.current ? 'page' : undefined}>
              <span>{item.label}</span>
              {item.count !== undefined && (
                <span className="count">
                  <span aria-hidden="true">{item.count}</span>
                  <span className="visually-hidden">{t('layout.navigationCount', { count: item.count })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NoticeCount({ unread }: { unread: number }) {
  const { t } = useTranslation()
  return (
    <Link to={paths.notices} className="notice-count">
      {t('notices.title')}
      {unread > 0 && (
        <span className="count">
          <span aria-hidden="true">{unread}</span>
          <span className="visually-hidden">{t('notices.unreadCount', { count: unread })}</span>
        </span>
      )}
    </Link>
  )
}

/** The frame of the workbench: who and where I am; the page itself brings `main` and its rail (`Page`). */
export function AppShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="shell">
      <a href="#main" className="skip-link">
        {t('layout.skip')}
      </a>
      <header className="top-bar">
        <Banners mode={shell.mode} clock={shell.clock} />
        <div className="top-line">
          <Link to={shell.viewer ? paths.desk : paths.start} className="brand">
            {t('common.product')}
          </Link>
          <SearchBox />
          {shell.unread !== undefined && <NoticeCount unread={shell.unread} />}
          <LanguageSwitch />
          {shell.viewer ? <PersonMenu viewer={shell.viewer} /> : <Link to={paths.signIn}>{t('common.signIn')}</Link>}
        </div>
      </header>
      <div className="shell-body">
        {shell.navigation.length > 0 && <Navigation items={shell.navigation} />}
        {children}
      </div>
      <Footer about={shell.about} />
    </div>
  )
}
