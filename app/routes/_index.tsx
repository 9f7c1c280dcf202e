import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/components/layout/paths.ts'
import { ButtonLink, Page, Section } from '#app/components/ui/index.ts'
import { viewerOf } from '#app/server/auth.server.ts'

/** Who is signed in goes to work; the page is for visitors. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return (await viewerOf(request, context)) ? redirect(paths.desk) : null
}

export const handle = { shell: 'public' }

const points = ['receive', 'draft', 'circulate', 'review', 'deliberate', 'issue'] as const

export default function Landing() {
  const { t } = useTranslation()
  return (
    <Page title={t('layout.landing.title')} caption={t('common.productSubtitle')} width="narrow">
      <p>{t('layout.landing.lead')}</p>
      <Section title={t('layout.landing.forPublic')}>
        <p>
          <ButtonLink to={paths.published}>{t('layout.landing.publicDocuments')}</ButtonLink>
        </p>
      </Section>
      <Section title={t('layout.landing.forOffices')}>
        <p>
          <ButtonLink to={paths.signIn} tone="primary">
            {t('layout.landing.signIn')}
          </ButtonLink>
        </p>
        <h3>{t('layout.landing.does')}</h3>
        <ul>
          {points.map((point) => (
            <li key={point}>{t(`layout.landing.points.${point}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
