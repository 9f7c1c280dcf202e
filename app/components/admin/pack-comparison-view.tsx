import { useTranslation } from 'react-i18next'
import type { Change, PackComparison, Turn } from '#app/domain/procedure/pack-comparison.ts'
import type { Parameter } from '#app/domain/procedure/parameter.ts'
import { DataTable, DateText, EmptyState, Section, Status, useReaderWords } from '../ui/index.ts'
import { BothNames, ParameterValue, Sources } from './parameter-table.tsx'

function Side({ row }: { row: Parameter | null }) {
  const { t } = useTranslation()
  if (!row) return <>{t('admin.packs.notInIt')}</>
  return (
    <>
      <ParameterValue row={row} />
      <Sources sources={row.sources} />
    </>
  )
}

type Named = { name: Parameter['name'] }
const nameOf = <Row extends Named>({ before, after }: Change<Row>) => (after ?? before)!.name

/** Whether a rule came, went, or says something else. */
function How({ change }: { change: Change<unknown> }) {
  const { t } = useTranslation()
  const kind = !change.before ? 'added' : !change.after ? 'removed' : 'changed'
  return <>{t(`admin.packs.changes.${kind}`)}</>
}

/** The rows in which two packs differ. */
export function PackComparisonView({ comparison }: { comparison: PackComparison }) {
  const { t } = useTranslation()
  const rules = [...comparison.gates, ...comparison.steps]
  return (
    <>
      <Section title={t('admin.packs.parameters')} id="parameters" level={3}>
        <DataTable
          caption={t('admin.packs.parameters')}
          captionHidden
          rows={comparison.parameters}
          rowKey={({ before, after }) => (after ?? before)!.key}
          empty={<EmptyState title={t('admin.packs.same')} />}
          columns={[
            {
              key: 'name',
              head: t('admin.packs.parameter'),
              rowHeader: true,
              cell: (row) => <BothNames names={nameOf(row)} />,
            },
            { key: 'before', head: t('admin.packs.before'), cell: (row) => <Side row={row.before} /> },
            { key: 'after', head: t('admin.packs.after'), cell: (row) => <Side row={row.after} /> },
          ]}
        />
      </Section>
      <Section title={t('admin.packs.rules')} id="rules" level={3}>
        <DataTable
          caption={t('admin.packs.rules')}
          captionHidden
          rows={rules}
          rowKey={({ before, after }) => (after ?? before)!.id}
          empty={<EmptyState title={t('admin.packs.same')} />}
          columns={[
            {
              key: 'name',
              head: t('admin.packs.rule'),
              rowHeader: true,
              cell: (row) => <BothNames names={nameOf<Named>(row)} />,
            },
            { key: 'how', head: t('admin.packs.change'), cell: (row) => <How change={row} /> },
          ]}
        />
      </Section>
    </>
  )
}

const tones = {
  met: 'done',
  warns: 'attention',
  refuses: 'refused',
  'not-applicable': 'neutral',
  absent: 'neutral',
} as const

function Turned({ turn }: { turn: Turn }) {
  const { t } = useTranslation()
  const inWords = useReaderWords()
  return (
    <li>
      {t(`admin.packs.${turn.kind}`)} {inWords(turn.name)}{' '}
      <Status tone={tones[turn.before]}>{t(`admin.packs.standings.${turn.before}`)}</Status> {t('admin.packs.becomes')}{' '}
      <Status tone={tones[turn.after]}>{t(`admin.packs.standings.${turn.after}`)}</Status>
    </li>
  )
}

export type TrialRow = { id: string; stage: string; openedAt: string; pack: string; turns: Turn[] }

/** Matters for which something would turn out otherwise, without their titles. */
export function PackTrial({ tried, turned }: { tried: number; turned: readonly TrialRow[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.packs.trial')} id="trial" level={3}>
      <p className="muted">{t('admin.packs.trialHint', { count: tried, turned: turned.length })}</p>
      {turned.length > 0 && (
        <DataTable
          caption={t('admin.packs.trial')}
          captionHidden
          rows={turned}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'matter',
              head: t('admin.packs.matter'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <code>{row.id.slice(0, 8)}</code> <DateText value={row.openedAt} compact />
                </>
              ),
            },
            { key: 'stage', head: t('admin.packs.stage'), cell: (row) => t(`stages.${row.stage}`) },
            { key: 'pack', head: t('admin.packs.id'), cell: (row) => <code>{row.pack}</code> },
            {
              key: 'turns',
              head: t('admin.packs.turns'),
              cell: (row) => (
                <ul className="plain-list">
                  {row.turns.map((turn) => (
                    <Turned key={`${turn.kind}${turn.id}`} turn={turn} />
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
