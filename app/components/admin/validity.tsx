import { useTranslation } from 'react-i18next'

/** From when until when something is in force, as dates of a table. */
export function Validity({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation()
  return <span className="number">{to ? t('admin.until', { from, to }) : t('admin.from', { from })}</span>
}
