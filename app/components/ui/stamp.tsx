import { useTranslation } from 'react-i18next'

export const stamps = ['signed', 'sealed', 'issued', 'void', 'draft', 'copy'] as const
export type StampName = (typeof stamps)[number]

/** The word on a document that says what it is: a draft is never taken for the issued text. */
export function Stamp({ name }: { name: StampName }) {
  const { t } = useTranslation()
  return <strong className={`stamp stamp-${name}`}>{t(`ui.stamp.${name}`)}</strong>
}
