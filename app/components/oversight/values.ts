import type { TFunction } from 'i18next'

/** A share in per cent, a mean to one place; of nothing there is no number. */
export function valueWords(t: TFunction, kind: 'share' | 'mean', value: number | null): string {
  if (value === null) return t('oversight.noValue')
  return kind === 'share' ? percentWords(value) : value.toFixed(1)
}

export const percentWords = (value: number): string => `${(100 * value).toFixed(1)}%`
