import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Exploration, type Finding, isFault, statuses } from '#app/domain/exploration/report.ts'
import { type EditClass, editClasses } from '#app/domain/exploration/doings-editing.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { findingWords, pathStepWords } from '#app/messages/exploration.ts'
import { DataTable, DefinitionList, Notice, Section, Sentence } from '../ui/index.ts'
import { BothNames, Sources } from './parameter-table.tsx'
import { factsWords } from './fact-list-words.ts'

function FindingItem({ finding, hash }: { finding: Finding; hash: string }) {
  const { t, i18n } = useTranslation()
  return (
    <li>
      <p>
        <strong>{t(`kinds.of.${finding.kind}.name`)}</strong>
        {t('common.colon')}
        <Sentence>{findingWords(t, i18n.language, finding)}</Sentence>{' '}
        <Link
          to={`/admin/packs/${hash}#${finding.code.startsWith('step') ? 'steps' : 'gates'}`}
          className="screen-only"
        >
          {t('admin.exploration.row')}
        </Link>
      </p>
      {'path' in finding && (
        <ol aria-label={t('admin.exploration.path')}>
          {finding.path.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a path never move
            <li key={index}>
              <Sentence>{pathStepWords(t, step)}</Sentence>
            </li>
          ))}
        </ol>
      )}
      {'facts' in finding && Object.keys(finding.facts).length > 0 && (
        <p className="muted">
          {t('admin.exploration.at')}
          {t('common.colon')}
          <Sentence>{factsWords(t, finding.facts)}</Sentence>
        </p>
      )}
      {'sources' in finding && <Sources sources={[...finding.sources]} />}
    </li>
  )
}

function Findings({ findings, hash }: { findings: readonly Finding[]; hash: string }) {
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was found never moves
        <FindingItem key={index} finding={finding} hash={hash} />
      ))}
    </ul>
  )
}

/** A table for each kind of matter, folded: a pack has hundreds of rows. */
function GateCounts({ gates, pack }: { gates: Exploration['gates']; pack: Pack }) {
  const { t } = useTranslation()
  const kinds = [...new Set(gates.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const rows = gates.filter((row) => row.kind === kind)
    return (
      <details key={kind}>
        <summary>
          {t('admin.exploration.gatesOfKind', { kind: t(`kinds.of.${kind}.name`), count: rows.length })}
        </summary>
        <CountsOfKind rows={rows} pack={pack} caption={t(`kinds.of.${kind}.name`)} />
      </details>
    )
  })
}

type CountsProps = { rows: Exploration['gates']; pack: Pack; caption: string }

function CountsOfKind({ rows, pack, caption }: CountsProps) {
  const { t } = useTranslation()
  const names = new Map(pack.gates.map(({ id, name }) => [id, name]))
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ rule }) => rule}
      columns={[
        {
          key: 'gate',
          head: t('admin.exploration.gate'),
          rowHeader: true,
          width: '14rem',
          cell: ({ rule }) => <BothNames names={names.get(rule)!} />,
        },
        { key: 'positions', head: t('admin.exploration.positions'), cell: ({ positions }) => positions },
        ...statuses.map((status) => ({
          key: status,
          head: t(`admin.exploration.${status}`),
          cell: (row: Exploration['gates'][number]) => row[status],
        })),
        { key: 'states', head: t('admin.exploration.states'), cell: ({ states }) => states },
      ]}
    />
  )
}

function EditCounts({ gates }: { gates: Exploration['gates'] }) {
  const { t } = useTranslation()
  const states = (edit: EditClass) => gates.reduce((sum, { edits }) => sum + edits[edit], 0)
  return (
    <DataTable
      caption={t('admin.exploration.afterEdit')}
      captionHidden
      rows={editClasses}
      rowKey={(edit) => edit}
      columns={[
        {
          key: 'edit',
          head: t('admin.exploration.edit'),
          rowHeader: true,
          cell: (edit) => t(`admin.exploration.outcomes.${edit}`),
        },
        { key: 'states', head: t('admin.exploration.states'), cell: states },
      ]}
    />
  )
}

/** What the explorer says of a pack: faults and notes with their paths, and how much it walked. */
export function PackExploration({ exploration, pack, hash }: { exploration: Exploration; pack: Pack; hash: string }) {
  const { t } = useTranslation()
  const faults = exploration.findings.filter(isFault)
  const notes = exploration.findings.filter((finding) => !isFault(finding))
  return (
    <>
      <Notice
        tone={faults.length > 0 ? 'attention' : 'success'}
        title={
          faults.length > 0 ? t('admin.exploration.faults', { count: faults.length }) : t('admin.exploration.sound')
        }
      />
      {faults.length > 0 && (
        <Section title={t('admin.exploration.findings')} id="findings">
          <Findings findings={faults} hash={hash} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('admin.exploration.notes')} id="notes">
          <p className="muted">{t('admin.exploration.notesHint')}</p>
          <Findings findings={notes} hash={hash} />
        </Section>
      )}
      <Section title={t('admin.exploration.counts')} id="counts">
        <DefinitionList
          columns={2}
          items={Object.entries(exploration.counts).map(([key, count]) => ({
            key,
            term: t(`admin.exploration.counted.${key}`),
            value: <span className="number">{count}</span>,
          }))}
        />
      </Section>
      <Section title={t('admin.exploration.gateCounts')} id="gate-counts">
        <p className="muted">{t('admin.exploration.gateCountsHint')}</p>
        <GateCounts gates={exploration.gates} pack={pack} />
      </Section>
      <Section title={t('admin.exploration.afterEdit')} id="after-edit">
        <EditCounts gates={exploration.gates} />
      </Section>
    </>
  )
}
