import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { VersionTable } from '#app/components/drafting/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { LegalTextView } from '#app/components/text/LegalTextView.tsx'
import { DateText, EmptyState, Original, Page, Section, Sentence } from '#app/components/ui/index.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { textOfVersion, versionLine, visibleVersions } from '#app/server/pages/versions-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'drafting.versions' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const versions = visibleVersions(page).map(versionLine).reverse()
  const asked = new URL(request.url).searchParams.get('read')
  const version = versions.find(({ versionId }) => versionId === asked)
  if (asked && !version) throw new Response(null, { status: 404 })
  return {
    head: matterHead(page),
    versions,
    read: version ? { version, text: await textOfVersion(version.versionId) } : null,
  }
}

export default function Versions() {
  const { t } = useTranslation()
  const { head, versions, read } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('drafting.versions')}
      under={<MatterHead head={head} />}
      width="wide"
    >
      <MatterTabs
        id={head.id}
        current="versions"
        opened={head.opened}
        road={head.road}
        counts={{ versions: versions.length }}
      />
      <div className={read ? 'screen-only' : undefined}>
        {versions.length > 0 ? (
          <>
            <VersionTable matterId={head.id} versions={versions} />
            <p>
              <Link to={matterPath(head.id, 'amends')}>{t('amendment.link.title')}</Link>
            </p>
            {versions.length > 2 && (
              <p>
                <Link to={matterPath(head.id, 'two-drafts')}>{t('amendment.twoDrafts')}</Link>
              </p>
            )}
          </>
        ) : (
          <EmptyState title={t('drafting.noneVisible')} />
        )}
      </div>
      {read && (
        <Section
          id="text"
          title={
            <Sentence>{t('drafting.readTitle', { number: read.version.number, name: read.version.name })}</Sentence>
          }
        >
          <p className="muted">
            <Original>
              {read.version.unit} {read.version.person}
            </Original>{' '}
            <DateText value={read.version.at} />{' '}
            <span className="code">{t('drafting.fingerprintWhole', { fingerprint: read.version.fingerprint })}</span>
          </p>
          <LegalTextView text={read.text} paper headingLevel={3} />
        </Section>
      )}
    </Page>
  )
}
