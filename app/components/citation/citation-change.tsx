import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Now } from '#app/domain/citation/resolve.ts'
import { DateText, Original } from '../ui/index.ts'

/** What stands now in the place of what was cited, with both wordings where they are held. */
export function CitationChange({ now, from }: { now: Now | null; from: PlainDate | null }) {
  const { t } = useTranslation()
  if (!now)
    return from ? (
      <>
        {t('citation.from')} <DateText value={from} compact />
      </>
    ) : null
  return (
    <>
      <p>
        {t(`citation.change.${now.change}`)}
        {t('common.colon')}
        <Original>
          {now.change === 'repealed' && `《${now.title}》${now.place ?? ''}`}
          {now.address && ` ${now.address}`}
        </Original>
        {now.from && (
          <>
            {' '}
            <DateText value={now.from} compact />
          </>
        )}
      </p>
      {now.quote && (
        <p className="muted prose" lang="zh-CN">
          {now.quote}
        </p>
      )}
      {(now.oldWords || now.newWords) && (
        <details>
          <summary>{t('citation.both')}</summary>
          {now.oldWords && (
            <p className="prose" lang="zh-CN">
              <del>{now.oldWords}</del>
            </p>
          )}
          {now.newWords && (
            <p className="prose" lang="zh-CN">
              <ins>{now.newWords}</ins>
            </p>
          )}
        </details>
      )}
    </>
  )
}
