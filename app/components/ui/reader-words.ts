import { useTranslation } from 'react-i18next'

/** Which of the two languages a name that the data holds in both is read in. */
export function useReaderWords(): (names: { zh: string; en: string }) => string {
  const { i18n } = useTranslation()
  return (names) => (i18n.language.startsWith('zh') ? names.zh : names.en)
}
