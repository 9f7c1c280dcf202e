import type { TFunction } from 'i18next'

/** The word for a value of a group of the vocabulary: `wordOf(t, 'result', 'passed')`. */
export const wordOf = (t: TFunction, group: string, value: string): string =>
  t(`vocabulary.${`${group}-${value}`}` as 'vocabulary.normative')
