import type { TFunction } from 'i18next'
import { derivedDays } from '#app/domain/matter/evidence-facts.ts'
import type { Evidence } from '#app/domain/matter/evidence-record.ts'
import {
  choicesOf,
  type EvidenceField,
  type EvidenceStep,
  evidenceKinds,
} from '#app/domain/procedure/evidence-kinds.ts'
import type { FieldValue } from '#app/domain/procedure/evidence-fields.ts'
import { translator } from '#app/messages/translator.ts'
import type { MatterPage } from './matter-page.server.ts'

/** One thing that evidence says; `written` are words as somebody wrote them, which stay in their language. */
export type Said = { term: string; text: string; written: boolean }

const choice = (t: TFunction, list: string, value: string) => t(`evidenceWords.choices.${list}-${value}`)

function dateWords(t: TFunction, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return t('common.date', { year, monthName: t(`common.months.${month}`), day })
}

function valueWords(t: TFunction, { name, type }: EvidenceField, value: FieldValue): string {
  if (type === 'yes-no') return t(value ? 'common.yes' : 'common.no')
  if (type === 'date') return dateWords(t, String(value))
  if (type === 'choice') return choice(t, name, String(value))
  if (type === 'choices') return (value as string[]).map((one) => choice(t, name, one)).join(t('common.and'))
  return String(value)
}

const isWritten = ({ type }: EvidenceField) => type === 'line' || type === 'words'

/** What evidence says beside the common fields, in the order of its kind, and the days that follow. */
export function saidOf({ locale, calendar }: Pick<MatterPage, 'locale' | 'calendar'>, evidence: Evidence): Said[] {
  const t = translator(locale)
  const { step, fields } = evidence.payload
  const { fields: known, derived = [] } = evidenceKinds[step]
  const said = known.flatMap((field) => {
    const value = fields[field.name]
    if (value === undefined) return []
    const term = t(`evidenceWords.fields.${step}-${field.name}`)
    return [{ term, text: valueWords(t, field, value), written: isWritten(field) }]
  })
  const followed = derived.flatMap((one) => {
    const days = derivedDays(evidence, one, calendar)
    return days === null
      ? []
      : [
          {
            term: t(`evidenceWords.fields.${step}-${one.name}`),
            text: t(one.unit === 'calendar-day' ? 'evidenceWords.days' : 'evidenceWords.workingDays', { count: days }),
            written: false,
          },
        ]
  })
  return [...said, ...followed]
}

/** The conclusion: a word of the list of its kind, or the words that were written. */
export function concludedOf(
  { locale }: Pick<MatterPage, 'locale'>,
  { step, conclusion }: { step: EvidenceStep; conclusion?: string },
): Omit<Said, 'term'> | null {
  if (!conclusion) return null
  const t = translator(locale)
  if (!choicesOf(step, 'conclusion').includes(conclusion)) return { text: conclusion, written: true }
  const text = step === 'fair-competition' ? t(`vocabulary.fair-${conclusion}`) : choice(t, step, conclusion)
  return { text, written: false }
}
