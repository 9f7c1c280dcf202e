import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { CertificateView, MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { DateText, Original, Page } from '#app/components/ui/index.ts'
import { shownCertificate } from '#app/server/pages/certificate-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const certificate = await shownCertificate(page)
  if (!certificate) throw new Response(null, { status: 404 })
  return { head: matterHead(page), certificate, on: page.today }
}

/** What the file says, for reading and for paper; what is checked is the file. */
export default function MatterCertificate() {
  const { t } = useTranslation()
  const { head, certificate, on } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('certificate.title')}
      under={<MatterHead head={head} />}
      crumbs={[{ to: matterPath(head.id, 'record'), label: t('matters.tabs.record') }]}
      width="wide"
    >
      <MatterTabs id={head.id} current="record" opened={head.opened} road={head.road} />
      <p>
        {t('certificate.asOf')} <DateText value={on} />
      </p>
      <p className="screen-only">
        <a className="button button-plain" href={`/matters/${head.id}/certificate-file`} download>
          {t('certificate.download')}
        </a>{' '}
        <Link to="/certificate-key">{t('certificate.publicKey')}</Link>
      </p>
      <CertificateView certificate={certificate} />
    </Page>
  )
}
