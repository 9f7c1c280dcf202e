import type { TFunction } from 'i18next'
import type { FactValue } from '#app/domain/procedure/condition.ts'
import { factWords } from '../matter/fact-words.ts'
import { valueWords } from './condition-words.tsx'

export const factsWords = (t: TFunction, facts: Readonly<Record<string, FactValue>>): string =>
  Object.entries(facts)
    .map(([name, value]) => t('admin.condition.is', { fact: factWords(t, name), value: valueWords(t, name, value) }))
    .join(t('admin.condition.and'))
