import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from './paths.ts'
import type { ShellData } from './types.ts'

export function Footer({ about }: { about: ShellData['about'] }) {
  const { t } = useTranslation()
  return (
    <footer className="footer">
      <ul aria-label={t('layout.footer.label')}>
        <li>{t('common.product')}</li>
        {about.version && <li className="number">{t('layout.footer.version', { version: about.version })}</li>}
        {about.build && <li className="code">{t('layout.footer.build', { build: about.build })}</li>}
        <li>
          <Link to={paths.accessibility}>{t('layout.footer.accessibility')}</Link>
        </li>
      </ul>
    </footer>
  )
}
