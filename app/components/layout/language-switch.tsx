import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from './paths.ts'

/** One button to the other language. A plain form: the whole document is drawn again in it. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const lang = t('layout.language.switchToLang')
  return (
    <form method="post" action={paths.locale} className="language-switch">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button type="submit" name="locale" value={lang} lang={lang} className="link-button">
        {t('layout.language.switchTo')}
      </button>
    </form>
  )
}
