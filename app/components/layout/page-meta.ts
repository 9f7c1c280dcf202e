import { defaultLocale, isLocale, type Locale } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'

type Match = { id: string; data?: unknown } | undefined

/** The language that the root loader answered with. */
export function localeOfMatches(matches: readonly Match[]): Locale {
  const data = matches.find((match) => match?.id === 'root')?.data
  const locale = typeof data === 'object' && data !== null && 'locale' in data ? data.locale : undefined
  return isLocale(locale) ? locale : defaultLocale
}

/** The words of a document's title. An error is said first, so that it is heard first. */
export function titleWords(locale: Locale, title: string, { isError = false } = {}): string {
  const t = translator(locale)
  const whole = `${title}${t('common.titleSeparator')}${t('common.product')}`
  return isError ? t('common.errorTitle', { title: whole }) : whole
}

type Title = { key: string; values?: Record<string, string | number> } | { text: string }

/** For `meta` of a route: `meta = ({ matches }) => pageMeta(matches, { key: 'desk.title' })`. */
export function pageMeta(matches: readonly Match[], title: Title, options: { isError?: boolean } = {}) {
  const locale = localeOfMatches(matches)
  const words = 'text' in title ? title.text : translator(locale)(title.key, title.values ?? {})
  return [{ title: titleWords(locale, words, options) }]
}
