import type { TFunction } from 'i18next'

/** The word for a value of a list of the vocabulary: `word(t, 'carrier', 'notice')`. */
export function word(t: TFunction, list: string, value: string): string {
  const key = `${list}-${value}`
  return t(`vocabulary.${key}`, { defaultValue: value })
}
