import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Instant, type PlainDate, shanghaiInstant } from '#app/domain/base/date.ts'

/** A legal date in the reader's words: 2026年9月18日. */
export function dateWords(t: TFunction, date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return t('common.date', { year, monthName: t(`common.months.${month}`), day })
}

/** An instant on the wall clock of Shanghai, to the minute. */
export function instantWords(t: TFunction, instant: Instant): string {
  const local = shanghaiInstant(instant)
  return t('common.dateAndTime', { date: dateWords(t, local.slice(0, 10)), time: local.slice(11, 16) })
}

export type DateTextProps = {
  /** A plain date or an instant. */
  value: PlainDate | Instant
  /** 2026-09-18 instead of words: for columns of tables. */
  compact?: boolean
}

export function DateText({ value, compact = false }: DateTextProps) {
  const { t } = useTranslation()
  if (value.length === 10)
    return (
      <time dateTime={value} className={compact ? 'whole' : undefined}>
        {compact ? value : dateWords(t, value)}
      </time>
    )
  const local = shanghaiInstant(value)
  return (
    <time dateTime={local}>
      {compact ? (
        <>
          <span className="whole">{local.slice(0, 10)}</span> <span className="whole">{local.slice(11, 16)}</span>
        </>
      ) : (
        instantWords(t, value)
      )}
    </time>
  )
}
