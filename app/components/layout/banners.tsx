import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/base/date.ts'
import { Icon } from '../ui/icon.tsx'
import { instantWords } from '../ui/date-text.tsx'

/** What stands above every page: not for secret matters; a demonstration; its clock. */
export function Banners({ mode, clock }: { mode: 'demo' | 'production'; clock: Instant | null }) {
  const { t } = useTranslation()
  return (
    <div className="banners">
      <p className="banner banner-secrecy">
        <Icon name="lock" /> {t('layout.secrecy')}
      </p>
      {mode === 'demo' && (
        <p className="banner banner-demo">
          <Icon name="information" /> {t('layout.demonstration')}
          {clock && (
            <>
              {' '}
              <strong className="number">{t('layout.clock', { instant: instantWords(t, clock) })}</strong>
            </>
          )}
        </p>
      )}
    </div>
  )
}
