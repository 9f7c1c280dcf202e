import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isPlainDate } from '#app/domain/base/date.ts'
import { dateWords, Original } from '../ui/index.ts'
import { evidenceValueWords } from './evidence-fact-words.ts'
import { factLists } from './fact-lists.ts'
import { factLabel } from './fact-words.ts'
import { word } from './word.ts'

export type ShownFact = { name: string; value: string | number | boolean | null }

export function factValue(t: TFunction, { name, value }: ShownFact): string {
  if (value === null) return t('matters.unknown')
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'string' && isPlainDate(value)) return dateWords(t, value)
  const list = factLists[name]
  if (list) return word(t, list, String(value))
  return name.startsWith('evidence.') ? evidenceValueWords(t, name, String(value)) : String(value)
}

/** The facts and dates that a rule was decided on: its arithmetic. */
export function FactList({ facts }: { facts: readonly ShownFact[] }) {
  const { t } = useTranslation()
  if (facts.length === 0) return null
  return (
    <ul className="plain-list fact-list">
      {facts.map((fact) => (
        <li key={fact.name}>
          <span className="muted">
            {factLabel(t, fact.name)}
            {t('common.colon')}
          </span>
          {/[\u3400-\u9fff]/.test(String(fact.value)) ? (
            <Original>{String(fact.value)}</Original>
          ) : (
            <span className="number">{factValue(t, fact)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
