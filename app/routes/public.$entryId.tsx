import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { PublishedDocument, ValidityStatus } from '#app/components/public/index.ts'
import { DateText, dateWords, Original, Page } from '#app/components/ui/index.ts'
import { publishedDocument } from '#app/server/pages/public-view.server.ts'

export const handle = { shell: 'public' }
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.document.title } : { key: 'publication.title' })

/** Found by the id of the matter or of its entry, or by its register number. What is not published does not exist here. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await publishedDocument(params.entryId ?? '')
  if (!found) throw new Response(null, { status: 404 })
  return found
}

export default function PublishedPage() {
  const { t } = useTranslation()
  const { document, state, on, repealedOn } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<Original>{document.title}</Original>}
      caption={document.documentNumber && <Original>{document.documentNumber}</Original>}
      crumbs={[{ to: '/public', label: t('publication.title') }]}
      under={
        <>
          {t('publication.statusOn', { date: dateWords(t, on) })} <ValidityStatus state={state} />
          {repealedOn && (
            <>
              {' '}
              {t('publication.repealedOn')} <DateText value={repealedOn} />
            </>
          )}
        </>
      }
    >
      <PublishedDocument document={document} />
    </Page>
  )
}
