import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { matterPath } from '../matter/index.ts'
import { DataTable, DateText, FileLink, Original } from '../ui/index.ts'

export type VersionShown = {
  versionId: string
  number: number
  name: string
  note: string | null
  person: string
  unit: string
  at: string
  source: string
  change: { substantive: number; consequential: number } | null
  fingerprint: string
  files: ReadonlyArray<{ fileId: string; name: string }>
}

/** Marks of a fingerprint that are enough to tell two texts apart by eye. */
const shownMarks = 16

/** All versions, newest first; any two can be chosen and compared. A plain form of the address. */
export function VersionTable({ matterId, versions }: { matterId: string; versions: readonly VersionShown[] }) {
  const { t } = useTranslation()
  const [newest, before = newest] = versions
  const radio = (side: 'a' | 'b', { versionId, number }: VersionShown, checked: boolean) => (
    <input
      type="radio"
      name={side}
      value={versionId}
      defaultChecked={checked}
      aria-label={t(`drafting.choose.${side}`, { number })}
    />
  )
  return (
    <form method="get" action={matterPath(matterId, 'compare')}>
      <DataTable
        caption={t('drafting.versions')}
        captionHidden
        rows={versions}
        rowKey={({ versionId }) => versionId}
        columns={[
          { key: 'a', head: t('drafting.old'), width: '3rem', cell: (row) => radio('a', row, row === before) },
          { key: 'b', head: t('drafting.new'), width: '3rem', cell: (row) => radio('b', row, row === newest) },
          {
            key: 'name',
            head: t('drafting.version'),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link to={`?read=${row.versionId}#text`}>
                  {t('drafting.number', { number: row.number })} <Original>{row.name}</Original>
                </Link>
                {row.note && (
                  <p className="muted">
                    <Original>{row.note}</Original>
                  </p>
                )}
              </>
            ),
          },
          {
            key: 'saved',
            head: t('drafting.saved'),
            cell: (row) => (
              <>
                <Original>{row.person}</Original>{' '}
                <span className="muted">
                  <Original>{row.unit}</Original>
                </span>
                <br />
                <DateText value={row.at} compact />
              </>
            ),
          },
          {
            key: 'source',
            head: t('drafting.source'),
            cell: (row) => (
              <>
                {t(`vocabulary.${'source-' + row.source}`)}
                {row.files.map(({ fileId, name }) => (
                  <div key={fileId}>
                    <FileLink to={`/files/${fileId}`} name={name} />
                  </div>
                ))}
              </>
            ),
          },
          {
            key: 'change',
            head: t('drafting.changes'),
            cell: (row) => (row.change ? t('drafting.changeCounts', row.change) : t('drafting.first')),
          },
          {
            key: 'fingerprint',
            head: t('drafting.fingerprint'),
            cell: (row) => (
              <span className="code" title={row.fingerprint}>
                {row.fingerprint.slice(0, shownMarks)}
              </span>
            ),
          },
        ]}
      />
      {versions.length > 1 && (
        <div className="submit-row screen-only">
          <button type="submit" className="button button-primary">
            {t('drafting.compareTwo')}
          </button>
        </div>
      )}
    </form>
  )
}
