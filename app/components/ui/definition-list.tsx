import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type Definition = {
  key?: string
  term: ReactNode
  value: ReactNode | null | undefined /** A link to change it. */
  action?: ReactNode
}

/** Facts by name. An absent value is said to be absent. */
export function DefinitionList({ items, columns = 1 }: { items: Definition[]; columns?: 1 | 2 }) {
  const { t } = useTranslation()
  return (
    <dl className={`definitions definitions-${columns}`}>
      {items.map(({ key, term, value, action }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd>
            {value ?? <span className="muted">{t('common.none')}</span>}
            {action && <span className="definition-action">{action}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
