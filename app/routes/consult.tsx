import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HiddenField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { matterPath } from '#app/components/matter/index.ts'
import {
  Button,
  DataTable,
  Deadline,
  EmptyState,
  Notice,
  Original,
  Page,
  Sentence,
  Status,
} from '#app/components/ui/index.ts'
import { keepsSystem } from '#app/domain/access/roles.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { formKey } from '#app/server/pages/act-form.server.ts'
import { answerSeveral, waitingCirculations } from '#app/server/pages/consult-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'circulation.consult.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context)
  if (keepsSystem(viewer.post.roles)) throw new Response(null, { status: 404 })
  return {
    waiting: await waitingCirculations(viewer),
    isHead: viewer.post.roles.includes('unit-head'),
    formKey: formKey(),
  }
}

export const action = async ({ request, context }: ActionFunctionArgs) => ({
  results: await answerSeveral(request, context),
})

export default function Consult() {
  const { t } = useTranslation()
  const { waiting, isHead, formKey: key } = useLoaderData<typeof loader>()
  const results = useActionData<typeof action>()?.results
  const name = ({ matterId, roundId }: (typeof waiting)[number]) => `${matterId} ${roundId}`
  return (
    <Page
      title={t('circulation.consult.title')}
      message={
        results && (
          <Notice
            tone={results.length > 0 && results.every(({ done }) => done) ? 'success' : 'attention'}
            title={results.length > 0 ? t('circulation.consult.results') : t('circulation.consult.nothingChosen')}
          >
            <ul>
              {results.map(({ title, done, reason }) => (
                <li key={title}>
                  <Sentence>
                    {done
                      ? t('circulation.consult.sent', { title })
                      : t('circulation.consult.refused', { title, reason })}
                  </Sentence>
                </li>
              ))}
            </ul>
          </Notice>
        )
      }
    >
      {waiting.length === 0 ? (
        <EmptyState title={t('circulation.consult.none')} />
      ) : (
        <Form method="post" noValidate>
          <HiddenField name="_key" value={key} />
          <p className="muted">{isHead ? t('circulation.consult.hint') : t('circulation.consult.headOnly')}</p>
          <DataTable
            caption={t('circulation.consult.title')}
            captionHidden
            rows={waiting}
            rowKey={name}
            columns={[
              ...(isHead
                ? [
                    {
                      key: 'choose',
                      head: <span className="visually-hidden">{t('common.choose')}</span>,
                      width: '3rem',
                      cell: (row: (typeof waiting)[number]) => (
                        <input
                          type="checkbox"
                          name="round"
                          value={name(row)}
                          className="choose-box"
                          aria-label={t('circulation.consult.choose', { title: row.title })}
                        />
                      ),
                    },
                  ]
                : []),
              {
                key: 'matter',
                head: t('circulation.consult.matter'),
                rowHeader: true,
                cell: (row) => (
                  <Link to={matterPath(row.matterId, 'circulation')}>
                    <Original>{row.title}</Original>
                  </Link>
                ),
              },
              { key: 'lead', head: t('circulation.consult.lead'), cell: (row) => <Original>{row.lead}</Original> },
              { key: 'due', head: t('circulation.consult.due'), cell: (row) => <Deadline {...row.deadline} /> },
              {
                key: 'prepared',
                head: t('circulation.consult.prepared'),
                cell: (row) =>
                  row.prepared ? (
                    <>
                      <Status tone="active">{t(`vocabulary.${'answer-' + row.prepared.answer}`)}</Status>{' '}
                      <span className="muted">
                        {t('circulation.proposalCount', { count: row.prepared.proposals })}{' '}
                        <Original>{row.prepared.person}</Original>
                      </span>
                    </>
                  ) : (
                    <Status tone="waiting">{t('circulation.consult.notPrepared')}</Status>
                  ),
              },
            ]}
          />
          {isHead && (
            <div className="submit-row">
              <Button tone="primary" name="choice" value="no-objection">
                {t('circulation.consult.noObjection')}
              </Button>{' '}
              <Button name="choice" value="prepared">
                {t('circulation.consult.sendPrepared')}
              </Button>{' '}
              <Button name="choice" value="not-concerned">
                {t('circulation.consult.notConcerned')}
              </Button>
            </div>
          )}
        </Form>
      )}
    </Page>
  )
}
