import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { Notice, Page, Section } from '#app/components/ui/index.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { shownKey } from '#app/server/pages/certificate-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'certificate.keyTitle' })

/** Nothing secret: it is kept to people with an account because nobody else gets certificates. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context)
  return { key: await shownKey() }
}

const command = 'npm run --silent text -- verify CERTIFICATE.json --key PUBLIC.pem'

export default function CertificateKey() {
  const { t } = useTranslation()
  const { key } = useLoaderData<typeof loader>()
  if (!key)
    return (
      <Page title={t('certificate.keyTitle')} width="narrow">
        <Notice tone="attention">{t('certificate.noKey')}</Notice>
      </Page>
    )
  return (
    <Page title={t('certificate.keyTitle')} width="narrow">
      <p>{t('certificate.keyWhat')}</p>
      <dl className="definitions">
        <dt>{t('certificate.fingerprint')}</dt>
        <dd className="code">{key.fingerprint.match(/.{8}/g)!.join(' ')}</dd>
      </dl>
      <pre className="code record-words">{key.publicKey}</pre>
      <p>
        <a className="button button-plain screen-only" href="/certificate-key.pem" download>
          {t('certificate.downloadKey')}
        </a>
      </p>
      <Section title={t('certificate.check')}>
        <p>{t('certificate.checkWhat')}</p>
        <pre className="code record-words">{command}</pre>
      </Section>
    </Page>
  )
}
