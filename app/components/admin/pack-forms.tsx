import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { isUnread } from '#app/domain/procedure/parameter.ts'
import type { Option } from '../forms/index.ts'
import { DataTable, DateText, EmptyState, Original } from '../ui/index.ts'
import { PackDownload } from './pack-table.tsx'

/** Rules that wait for somebody to confirm them: held back, or resting on a source that nobody read. */
export function unconfirmedRules(pack: Pack): Option[] {
  const confirmed = new Set(pack.confirmed.map(({ rule }) => rule))
  const rows = pack.parameters
    .filter((row) => row.held || (row.value !== null && isUnread(row.sources)))
    .map(({ key, name }) => ({ value: key, label: name.zh }))
  const gates = pack.gates
    .filter(({ sources }) => isUnread(sources))
    .map(({ id, name }) => ({ value: id, label: name.zh }))
  return [...rows, ...gates].filter(({ value }) => !confirmed.has(value))
}

/** What can be done with a stored pack besides reading it. */
export function PackLinks({ hash }: { hash: string }) {
  const { t } = useTranslation()
  return (
    <span className="screen-only">
      <Link to={`/admin/packs/${hash}/edit`}>{t('admin.packs.edit')}</Link>{' '}
      <Link to={`/admin/packs/${hash}/compare`}>{t('admin.packs.compareAndTry')}</Link>{' '}
      <Link to={`/admin/packs/${hash}/explore`}>{t('admin.exploration.link')}</Link> <PackDownload hash={hash} />
    </span>
  )
}

export type ChoiceRow = { unit: string; pack: string; from: string }

/** Which unit works under which pack, from which day. */
export function PackChoices({ rows }: { rows: readonly ChoiceRow[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('admin.packs.choices')}
      captionHidden
      rows={rows}
      rowKey={(_, index) => String(index)}
      empty={<EmptyState title={t('admin.packs.noChoices')} />}
      columns={[
        { key: 'unit', head: t('admin.packs.unit'), rowHeader: true, cell: (row) => <Original>{row.unit}</Original> },
        { key: 'pack', head: t('admin.packs.id'), cell: (row) => <code>{row.pack}</code> },
        { key: 'from', head: t('admin.packs.from'), cell: (row) => <DateText value={row.from} compact /> },
      ]}
    />
  )
}
