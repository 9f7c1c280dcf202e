import { useTranslation } from 'react-i18next'
import { wordsIn } from '#app/messages/locale.ts'

/** Which of the two languages a name that the data holds in both is read in. */
export function useReaderWords(): (names: { zh: string; en: string }) => string {
  const { i18n } = useTranslation()
  return (names) => wordsIn(i18n.language, names)
}
