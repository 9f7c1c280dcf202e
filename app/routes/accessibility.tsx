import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { Page, Section } from '#app/components/ui/index.ts'

export const handle = { shell: 'public' }
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'desk.accessibility.title' })

/** Read by everybody, also without an account. */
export const loader = () => null

const points = ['keyboard', 'script', 'status', 'language', 'size', 'print', 'forms'] as const
const limits = ['word', 'scans', 'editor'] as const

export default function Accessibility() {
  const { t } = useTranslation()
  return (
    <Page title={t('desk.accessibility.title')} width="narrow">
      <p>{t('desk.accessibility.aim')}</p>
      <Section title={t('desk.accessibility.does')}>
        <ul>
          {points.map((point) => (
            <li key={point}>{t(`desk.accessibility.points.${point}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('desk.accessibility.doesNot')}>
        <ul>
          {limits.map((limit) => (
            <li key={limit}>{t(`desk.accessibility.limits.${limit}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('desk.accessibility.tell')}>
        <p>{t('desk.accessibility.contact')}</p>
      </Section>
    </Page>
  )
}
