import { useTranslation } from 'react-i18next'
import { provisionAnchor } from '../text/LegalTextView.tsx'
import { DateText, DefinitionList, Original } from '../ui/index.ts'
import type { Clause, Validity } from './types.ts'

/** Since when and how long it is in force, how that was read, and the clauses it was read from. */
export function ValidityNote({ validity, linked = false }: { validity: Validity; linked?: boolean }) {
  const { t } = useTranslation()
  const { entered, clauses, repeals } = validity
  return (
    <>
      {!entered && <p className="muted">{t('publication.validity.notEntered')}</p>}
      <DefinitionList
        items={[
          { term: t('publication.validity.effective'), value: <FirstDay validity={validity} /> },
          { term: t('publication.validity.end'), value: <LastDay validity={validity} /> },
          ...(repeals.length > 0
            ? [{ term: t('publication.validity.repeals'), value: <Repeals titles={repeals} /> }]
            : []),
        ]}
      />
      {clauses.length > 0 && <Clauses clauses={clauses} linked={linked} />}
    </>
  )
}

function FirstDay({ validity: { effectiveOn, effectiveReading, effectiveAlternative } }: { validity: Validity }) {
  const { t } = useTranslation()
  return (
    <>
      {effectiveOn ? <DateText value={effectiveOn} /> : t('common.notStated')}{' '}
      <span className="muted">{t(`publication.readings.${effectiveReading}`)}</span>
      {effectiveAlternative && (
        <span className="muted">
          {' '}
          {t('publication.validity.alternative')} <DateText value={effectiveAlternative} />
        </span>
      )}
    </>
  )
}

function LastDay({ validity: { endReadings, confirmedEnd } }: { validity: Validity }) {
  const { t } = useTranslation()
  if (endReadings.length === 0) return <>{t('publication.validity.noEnd')}</>
  return (
    <ul className="plain-list">
      {endReadings.map(({ date, reading }) => (
        <li key={reading}>
          <DateText value={date} /> <span className="muted">{t(`publication.readings.${'end-' + reading}`)}</span>
          {date === confirmedEnd && endReadings.length > 1 && <strong> {t('publication.validity.confirmed')}</strong>}
        </li>
      ))}
      {endReadings.length > 1 && !confirmedEnd && <li className="muted">{t('publication.validity.unconfirmed')}</li>}
    </ul>
  )
}

function Repeals({ titles }: { titles: readonly string[] }) {
  return (
    <ul className="plain-list">
      {titles.map((title) => (
        <li key={title}>
          <Original>《{title}》</Original>
        </li>
      ))}
    </ul>
  )
}

function Clauses({ clauses, linked }: { clauses: readonly Clause[]; linked: boolean }) {
  const { t } = useTranslation()
  return (
    <dl className="clauses">
      {clauses.map(({ what, provisionId, address, quote }) => (
        <div key={`${what} ${provisionId} ${quote}`}>
          <dt>
            {t(`publication.clauses.${what}`)}{' '}
            {linked && provisionId ? (
              <a href={`#${provisionAnchor(provisionId)}`}>
                <Original>{address || t('publication.clauses.place')}</Original>
              </a>
            ) : (
              <Original>{address}</Original>
            )}
          </dt>
          <dd>
            <blockquote lang="zh-CN">{quote}</blockquote>
          </dd>
        </div>
      ))}
    </dl>
  )
}
