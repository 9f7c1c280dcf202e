import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Instant, PlainDate } from '#app/domain/base/date.ts'
import { DateText } from './date-text.tsx'
import { DefinitionList } from './definition-list.tsx'
import { FileLink, type FileLinkProps } from './file-link.tsx'
import { Icon } from './icon.tsx'
import { Original } from './original.tsx'
import { Status } from './status.tsx'

export type RecordedByHandProps = {
  recorder: string
  principal: string
  paperDate: PlainDate
  enteredOn: PlainDate | Instant
  reference?: string
  scan?: FileLinkProps
  /** Where the person it speaks for can contest it. */
  contestTo?: string
  contested?: boolean
}

/** The mark of an act that a clerk recorded for another (代录). It opens to who, which paper and when. */
export function RecordedByHand({
  recorder,
  principal,
  paperDate,
  enteredOn,
  reference,
  scan,
  contestTo,
  contested,
}: RecordedByHandProps) {
  const { t } = useTranslation()
  return (
    <details className="by-hand">
      <summary>
        <Icon name="hand" /> {t('ui.byHand.mark')}
        {contested && (
          <>
            {' '}
            <Status tone="attention">{t('ui.byHand.contested')}</Status>
          </>
        )}
      </summary>
      <DefinitionList
        items={[
          { term: t('ui.byHand.principal'), value: <Original>{principal}</Original> },
          { term: t('ui.byHand.recorder'), value: <Original>{recorder}</Original> },
          { term: t('ui.byHand.paperDate'), value: <DateText value={paperDate} /> },
          { term: t('ui.byHand.enteredOn'), value: <DateText value={enteredOn} /> },
          { term: t('ui.byHand.reference'), value: reference && <Original>{reference}</Original> },
          { term: t('ui.byHand.scan'), value: scan && <FileLink {...scan} /> },
        ]}
      />
      {contestTo && !contested && (
        <p>
          <Link to={contestTo}>{t('ui.byHand.contest')}</Link>
        </p>
      )}
    </details>
  )
}
