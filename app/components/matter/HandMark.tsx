import { useTranslation } from 'react-i18next'
import type { Instant, PlainDate } from '#app/domain/base/date.ts'
import { DateText, Original, RecordedByHand } from '../ui/index.ts'

export type HandMarkData = {
  recorder: string
  principal: string
  paperDate: PlainDate
  enteredOn: Instant
  reference?: string
  fileId?: string
}
export type ByLineProps = {
  by: { person: string; post: string; unit: string }
  on: PlainDate
  recordedBy: HandMarkData | null
  contestTo?: string
  contested?: boolean
}

/** Unit, post, person and date of a record, with the mark where a clerk entered it. */
export function ByLine({ by, on, recordedBy, contestTo, contested }: ByLineProps) {
  const { t } = useTranslation()
  return (
    <>
      <Original>{`${by.unit} ${by.post} ${by.person}`}</Original> <DateText value={on} />
      {recordedBy && (
        <>
          {' '}
          <RecordedByHand
            {...recordedBy}
            scan={recordedBy.fileId ? { to: `/files/${recordedBy.fileId}`, name: t('ui.byHand.scan') } : undefined}
            contestTo={contestTo}
            contested={contested}
          />
        </>
      )}
    </>
  )
}
