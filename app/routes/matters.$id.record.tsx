import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActSection, ByLine, FactList, MatterHead, MatterTabs, word } from '#app/components/matter/index.ts'
import {
  DataTable,
  DateText,
  FileLink,
  Notice,
  Original,
  Page,
  Section,
  Sentence,
  Status,
} from '#app/components/ui/index.ts'
import { versionsOf } from '#app/domain/matter/matter.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { chainView, numbersAndDates, shownRecords } from '#app/server/pages/record-view.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const { records, withheld } = shownRecords(page)
  const query = new URL(request.url).searchParams
  const contestable = records.filter((record) => record.by.contestTo !== null)
  return {
    head: matterHead(page),
    records,
    withheld,
    ...numbersAndDates(page),
    ...(await chainView(page)),
    versions: versionsOf(page.matter).map(({ payload, on, names }) => ({ ...payload, on, by: names })),
    contest:
      contestable.length > 0
        ? (drawable(page, ['contest-record']).find((offer) => !offer.recordingOnly) ?? null)
        : null,
    contestable: contestable.map(({ id, seq, kind }) => ({ id, seq, kind })),
    contesting: query.get('contest') ?? '',
    done: query.get('done') === 'contest-record',
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts: ['contest-record'],
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}/record?done=${act}`,
  })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function MatterRecordPage() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { head, done } = data
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('matters.tabs.record')}
      under={<MatterHead head={head} />}
      crumbs={[{ to: '/matters', label: t('matters.title') }]}
      width="wide"
      message={done && <Notice tone="success" title={t('acts.contest-record')} />}
    >
      <MatterTabs id={head.id} current="record" opened={head.opened} road={head.road} />
      <Verification data={data} />
      <NumbersAndDates data={data} />
      <Records data={data} />
      <Contest data={data} />
      <Versions data={data} />
      <Events data={data} />
      {head.opened && <Certificate id={head.id} />}
    </Page>
  )
}

function Verification({ data: { chain, rows, records, withheld } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('matters.chain.title')} id="verification">
      <p>
        {chain.ok ? (
          <Status tone="done">{t('matters.chain.whole', { count: chain.count })}</Status>
        ) : (
          <Status tone="overdue">
            {t('matters.chain.broken', { seq: chain.seq, reason: t(`matters.chain.reasons.${chain.reason}`) })}
          </Status>
        )}
      </p>
      <p>
        {rows.ok ? (
          <Status tone="done">
            {t('matters.chain.rowsWhole', { records: rows.records, versions: rows.versions })}
          </Status>
        ) : (
          <Status tone="overdue">
            {t('matters.chain.rowsBroken', {
              row: rows.record ?? rows.id ?? t('common.none'),
              event: rows.seq ?? t('common.none'),
              reason: t(`matters.chain.reasons.${rows.reason}`),
            })}
          </Status>
        )}
      </p>
      <p className="muted">{t('matters.chain.recomputed')}</p>
      {withheld > 0 && <p className="muted">{t('matters.withheld', { count: withheld, shown: records.length })}</p>}
    </Section>
  )
}

function Certificate({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <Section title={t('certificate.title')} id="certificate">
      <p>{t('certificate.what')}</p>
      <p className="muted">{t('certificate.withheld')}</p>
      <p className="screen-only">
        <a className="button button-plain" href={`/matters/${id}/certificate-file`} download>
          {t('certificate.download')}
        </a>{' '}
        <Link to={`/matters/${id}/certificate`}>{t('certificate.read')}</Link>
        {t('common.and')}
        <Link to="/certificate-key">{t('certificate.publicKey')}</Link>
      </p>
    </Section>
  )
}

function NumbersAndDates({ data: { numbers, dates } }: { data: Data }) {
  const { t } = useTranslation()
  const rows = [
    ...numbers.map(({ kind, value }) => ({
      key: kind,
      term: word(t, 'number', kind),
      value: value && <Original>{value}</Original>,
    })),
    ...dates.map(({ kind, value }) => ({
      key: kind,
      term: t(`matters.dates.${kind}`),
      value: value && <DateText value={value} />,
    })),
  ]
  return (
    <Section title={t('matters.numbersAndDates')} id="numbers">
      <DataTable
        caption={t('matters.numbersAndDates')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'term', head: t('matters.item'), rowHeader: true, cell: (row) => row.term },
          {
            key: 'value',
            head: t('matters.value'),
            cell: (row) => row.value ?? <span className="muted">{t('common.none')}</span>,
          },
        ]}
      />
    </Section>
  )
}

function Records({ data: { records, head } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('matters.records')} id="records">
      <ol className="record-list">
        {records.map((record) => (
          <li key={record.id} id={`record-${record.seq}`} className="record">
            <h3>
              <span className="number">{record.seq}</span> {t(`records.${record.kind}`)}
            </h3>
            <div>
              <ByLine record={record.by} />
            </div>
            {record.lines.length > 0 && (
              <dl className="definitions">
                {record.lines.map(({ term, text }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd className="record-words">
                      <Sentence>{text}</Sentence>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {[...record.files.map((file) => ({ ...file, hash: undefined })), ...record.documents].map((file) => (
              <p key={file.fileId}>
                <FileLink to={`/files/${file.fileId}`} name={file.name} fingerprint={file.hash?.slice(0, 12)} />
              </p>
            ))}
            <p className="muted">
              {t('matters.enteredAt')} <DateText value={record.by.at} />
            </p>
            {record.gates.length > 0 && (
              <details className="why">
                <summary>{t('matters.gates.passed', { count: record.gates.length })}</summary>
                <ul className="plain-list">
                  {record.gates.map((gate) => (
                    <li key={gate.rule}>
                      <Status tone={gate.met ? 'done' : 'attention'}>
                        {t(gate.met ? 'matters.gates.met' : 'matters.gates.warned')}
                      </Status>{' '}
                      {gate.name}
                      <FactList facts={gate.facts} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Contest({ data: { contest, contestable, contesting, head } }: { data: Data }) {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  if (!contest) return null
  const options = contestable.map(({ id, seq, kind }) => ({ value: id, label: `${seq} ${t(`records.${kind}`)}` }))
  return (
    <ActSection
      offer={contest}
      fields={[
        { name: 'recordId', kind: 'select', label: 'matters.fields.record', required: true, options },
        { name: 'words', kind: 'textarea', label: 'matters.fields.contest', required: true, rows: 3 },
      ]}
      revision={head.revision}
      answer={answer}
      values={{ recordId: contesting }}
    />
  )
}

function Versions({ data: { versions } }: { data: Data }) {
  const { t } = useTranslation()
  if (versions.length === 0) return null
  return (
    <Section title={t('matters.tabs.versions')} id="versions">
      <DataTable
        caption={t('matters.tabs.versions')}
        captionHidden
        rows={versions}
        rowKey={(row) => row.versionId}
        columns={[
          { key: 'number', head: t('matters.version.number'), numeric: true, cell: (row) => row.number },
          {
            key: 'name',
            head: t('matters.version.name'),
            rowHeader: true,
            cell: (row) => <Original>{row.name}</Original>,
          },
          { key: 'source', head: t('matters.payload.source'), cell: (row) => word(t, 'source', row.source) },
          { key: 'by', head: t('matters.by'), cell: (row) => <Original>{`${row.by.unit} ${row.by.person}`}</Original> },
          { key: 'on', head: t('matters.version.on'), cell: (row) => <DateText value={row.on} compact /> },
          {
            key: 'changes',
            head: t('matters.version.changes'),
            cell: (row) => t('matters.provisions', { count: row.change.substantive.length }),
          },
          {
            key: 'fingerprint',
            head: t('ui.fingerprint'),
            cell: (row) => <span className="code">{row.fingerprint.slice(0, 16)}</span>,
          },
        ]}
      />
    </Section>
  )
}

function Events({ data: { events } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('matters.events.title')} id="events">
      <DataTable
        caption={t('matters.events.title')}
        captionHidden
        rows={events}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'seq', head: t('matters.events.seq'), numeric: true, cell: (row) => row.seq },
          { key: 'act', head: t('matters.events.act'), rowHeader: true, cell: (row) => t(`acts.${row.act}`) },
          { key: 'at', head: t('matters.events.at'), cell: (row) => <DateText value={row.at} compact /> },
          {
            key: 'who',
            head: t('matters.by'),
            cell: (row) => (
              <Original>
                {row.onBehalfOf ? `${row.unit} ${row.post} → ${row.onBehalfOf}` : `${row.unit} ${row.post}`}
              </Original>
            ),
          },
          {
            key: 'clock',
            head: t('matters.events.clock'),
            cell: (row) => t(row.clockMoved ? 'matters.events.moved' : 'matters.events.real'),
          },
          {
            key: 'hash',
            head: t('matters.events.hash'),
            cell: (row) => <span className="code">{row.hash.slice(0, 16)}</span>,
          },
        ]}
      />
    </Section>
  )
}
