import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banners } from './banners.tsx'
import { Footer } from './footer.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { paths } from './paths.ts'
import { SearchBox } from './search-box.tsx'
import type { ShellData } from './types.ts'

/** The lighter frame of pages that anybody may read: larger touch targets, no navigation of the workbench. */
export function PublicShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="shell shell-public">
      <a href="#main" className="skip-link">
        {t('layout.skip')}
      </a>
      <header className="top-bar">
        <Banners mode={shell.mode} clock={shell.clock} />
        <div className="top-line">
          <Link to={paths.start} className="brand">
            {t('common.product')}
          </Link>
          <SearchBox />
          <LanguageSwitch />
          {shell.viewer ? (
            <Link to={paths.desk}>{t('errors.toDesk')}</Link>
          ) : (
            <Link to={paths.signIn}>{t('common.signIn')}</Link>
          )}
        </div>
      </header>
      <div className="shell-body">{children}</div>
      <Footer about={shell.about} />
    </div>
  )
}
