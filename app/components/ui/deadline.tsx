import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Source } from '#app/domain/base/source.ts'
import { DateText, dateWords } from './date-text.tsx'
import { RuleNote } from './rule-note.tsx'
import { Status, type Tone } from './status.tsx'

export type DeadlineProps = {
  date: PlainDate | null
  /** Working days left; 0 is today, negative is overdue. Absent for a period that has been met or does not run. */
  workingDaysLeft?: number
  done?: boolean
  /** The count runs into a year without a holiday notice. */
  provisional?: boolean
  /** The day first told, where a holiday notice moved it. */
  first?: PlainDate
  /** How the date was computed. */
  count?: { from: PlainDate; days: number; unit: 'working' | 'calendar'; skipped?: number }
  source?: Source
  ruleName?: string
}

const soon = 3

function toneOf({ done, workingDaysLeft }: DeadlineProps): Tone {
  if (done) return 'done'
  if (workingDaysLeft === undefined) return 'neutral'
  if (workingDaysLeft < 0) return 'overdue'
  return workingDaysLeft <= soon ? 'attention' : 'waiting'
}

function words(t: TFunction, { done, workingDaysLeft }: DeadlineProps): string | null {
  if (done) return t('ui.deadline.done')
  if (workingDaysLeft === undefined) return null
  if (workingDaysLeft === 0) return t('ui.deadline.today')
  if (workingDaysLeft < 0) return t('ui.deadline.overdue', { count: -workingDaysLeft })
  return t('ui.deadline.left', { count: workingDaysLeft })
}

/** A last day with the working days left; it opens to its rule and arithmetic. */
export function Deadline(props: DeadlineProps) {
  const { t } = useTranslation()
  const { date, count, source, ruleName, provisional, first } = props
  if (!date) return <span className="deadline">{t('ui.deadline.none')}</span>
  const left = words(t, props)
  const explained = count || source || provisional || first
  return (
    <div className="deadline">
      <DateText value={date} compact />
      {provisional && <span className="provisional"> {t('ui.deadline.provisionalMark')}</span>}
      {left && (
        <>
          {' '}
          <Status tone={toneOf(props)}>{left}</Status>
        </>
      )}
      {explained && (
        <details className="why">
          <summary>{t('ui.deadline.why')}</summary>
          {count && (
            <p>
              {t(count.unit === 'working' ? 'ui.deadline.working' : 'ui.deadline.calendar', {
                count: count.days,
                from: dateWords(t, count.from),
                date: dateWords(t, date),
              })}
              {count.skipped ? ` ${t('ui.deadline.skipped', { count: count.skipped })}` : null}
            </p>
          )}
          {provisional && <p>{t('ui.deadline.provisional')}</p>}
          {first && <p>{t('ui.deadline.moved', { first: dateWords(t, first), date: dateWords(t, date) })}</p>}
          {source && <RuleNote source={source} name={ruleName} />}
        </details>
      )}
    </div>
  )
}
