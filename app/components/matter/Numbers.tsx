import { useTranslation } from 'react-i18next'
import { Original } from '../ui/index.ts'
import { word } from './word.ts'

/** Every number of a matter with what kind it is. */
export function Numbers({ numbers }: { numbers: ReadonlyArray<{ kind: string; value: string }> }) {
  const { t } = useTranslation()
  if (numbers.length === 0) return <span className="muted">{t('common.none')}</span>
  return (
    <ul className="plain-list">
      {numbers.map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>
          <span className="muted">{word(t, 'number', kind)}</span> <Original>{value}</Original>
        </li>
      ))}
    </ul>
  )
}
