import { Link } from '@remix-run/react'
import type { i18n as I18n, TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Gate, Pack, Step } from '#app/domain/procedure/pack.ts'
import { isUnread } from '#app/domain/procedure/parameter.ts'
import type { RowTable } from '#app/domain/procedure/row-form.ts'
import { DataTable, DefinitionList, Original, Section, Sentence, Status, useReaderWords } from '../ui/index.ts'
import { factWords } from '../matter/fact-words.ts'
import { ConditionWords } from './condition-words.tsx'
import { BothNames, ParameterTables, SourcesSince } from './parameter-table.tsx'

type Names = { zh: string; en: string }

function stepWay(t: TFunction, step: Step): string {
  if (step.act) return t(`acts.${step.act}`, { defaultValue: step.act })
  if (step.evidence)
    return t('admin.packs.byEvidence', {
      kind: t(`vocabulary.evidence-${step.evidence}`, { defaultValue: step.evidence }),
    })
  return t('common.none')
}

type TableProps = { pack: Pack; hash: string }

/** Names of a row, and where a copy of it is changed. */
function RowName({ names, to }: { names: Names; to: string }) {
  const { t } = useTranslation()
  const inWords = useReaderWords()
  return (
    <>
      <BothNames names={names} />
      <p className="screen-only">
        <Link to={to} aria-label={t('admin.rows.editOf', { row: inWords(names) })}>
          {t('admin.rows.edit')}
        </Link>
      </p>
    </>
  )
}

function AddRow({ table, hash }: { table: RowTable; hash: string }) {
  const { t } = useTranslation()
  return (
    <p className="screen-only">
      <Link to={`/admin/packs/${hash}/rows/${table}/_new`}>{t(`admin.rows.add.${table}`)}</Link>
    </p>
  )
}

function Steps({ pack, hash }: TableProps) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('admin.packs.steps')}
      captionHidden
      rows={pack.steps}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: t('admin.packs.step'),
          rowHeader: true,
          width: '10rem',
          cell: (row) => <RowName names={row.name} to={`/admin/packs/${hash}/rows/steps/${row.id}`} />,
        },
        {
          key: 'applies',
          head: t('admin.packs.applies'),
          cell: (row) => (row.appliesWhen ? <ConditionWords condition={row.appliesWhen} /> : t('admin.packs.always')),
        },
        { key: 'met', head: t('admin.packs.met'), cell: (row) => <ConditionWords condition={row.metWhen} /> },
        { key: 'by', head: t('admin.packs.by'), width: '8rem', cell: (row) => stepWay(t, row) },
        { key: 'sources', head: t('admin.packs.sources'), width: '17rem', cell: SourcesSince },
      ]}
    />
  )
}

/** Whether it refuses, and where it does so on a source that nobody verified, who confirmed it. */
function Severity({ gate, pack }: { gate: Gate; pack: Pack }) {
  const { t } = useTranslation()
  const confirmation = pack.confirmed.find(({ rule }) => rule === gate.id)
  const onlyWarns = gate.severity === 'block' && isUnread(gate.sources) && !confirmation
  if (onlyWarns) return <Status tone="attention">{t('admin.packs.warnUnconfirmed')}</Status>
  return (
    <>
      <Status tone={gate.severity === 'block' ? 'refused' : 'attention'}>{t(`admin.packs.${gate.severity}`)}</Status>
      {confirmation && (
        <p className="muted">
          <Sentence>{t('admin.packs.confirmedBy', { by: confirmation.by, on: confirmation.on })}</Sentence>
        </p>
      )}
    </>
  )
}

function Requirement({ gate }: { gate: Gate }) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        <ConditionWords condition={gate.requires} />
      </div>
      {gate.appliesWhen && (
        <div className="muted">
          {t('admin.packs.applies')}
          {t('admin.condition.colon')}
          <ConditionWords condition={gate.appliesWhen} />
        </div>
      )}
    </>
  )
}

/** A sentence of a gate with the facts that it will name in brackets, each language with its own words for them. */
function withFactNames(i18n: I18n, { zh, en }: Names): Names {
  const filled = (words: string, locale: string) =>
    words.replace(/\{([^{}]+)\}/g, (_, fact: string) => `[${factWords(i18n.getFixedT(locale), fact)}]`)
  return { zh: filled(zh, 'zh-CN'), en: filled(en, 'en') }
}

function Gates({ pack, hash }: TableProps) {
  const { t, i18n } = useTranslation()
  return (
    <DataTable
      caption={t('admin.packs.gates')}
      captionHidden
      rows={pack.gates}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: t('admin.packs.gate'),
          rowHeader: true,
          width: '10rem',
          cell: (row) => <RowName names={row.name} to={`/admin/packs/${hash}/rows/gates/${row.id}`} />,
        },
        {
          key: 'acts',
          head: t('admin.packs.acts'),
          width: '7rem',
          cell: (row) => row.acts.map((act) => t(`acts.${act}`, { defaultValue: act })).join(t('admin.condition.and')),
        },
        { key: 'requires', head: t('admin.packs.requires'), width: '14rem', cell: (row) => <Requirement gate={row} /> },
        {
          key: 'missing',
          head: t('admin.packs.missing'),
          cell: (row) => <BothNames names={withFactNames(i18n, row.missing)} />,
        },
        {
          key: 'severity',
          head: t('admin.packs.severity'),
          width: '8rem',
          cell: (row) => (
            <>
              <Severity gate={row} pack={pack} />
              {row.desk && (
                <p className="muted">{`${t(`vocabulary.relation-${row.desk.relation}`)} · ${t(`roles.${row.desk.role}`)}`}</p>
              )}
            </>
          ),
        },
        { key: 'sources', head: t('admin.packs.sources'), width: '17rem', cell: SourcesSince },
      ]}
    />
  )
}

/** A rule pack whole: its numbers, its steps, its gates, each with where it comes from. */
export function PackView({ pack, hash }: { pack: Pack; hash: string }) {
  const { t } = useTranslation()
  return (
    <>
      <DefinitionList
        columns={2}
        items={[
          { key: 'zh', term: t('admin.packs.chinese'), value: <Original>{pack.name.zh}</Original> },
          { key: 'en', term: t('admin.packs.english'), value: <span lang="en">{pack.name.en}</span> },
          { key: 'id', term: t('admin.packs.id'), value: <code>{pack.id}</code> },
          { key: 'version', term: t('admin.packs.version'), value: <span className="number">{pack.version}</span> },
          { key: 'jurisdiction', term: t('admin.packs.jurisdiction'), value: <Original>{pack.jurisdiction}</Original> },
          ...(pack.base
            ? [
                {
                  key: 'base',
                  term: t('admin.packs.base'),
                  value: (
                    <Link to={`/admin/packs/${pack.base.hash}`}>
                      <code>{`${pack.base.id} ${pack.base.version}`}</code>
                    </Link>
                  ),
                },
              ]
            : []),
          { key: 'hash', term: t('admin.packs.hash'), value: <code className="code fingerprint">{hash}</code> },
        ]}
      />
      <Section title={t('admin.packs.parameters')} id="parameters" level={3}>
        <ParameterTables pack={pack} />
      </Section>
      <Section title={t('admin.packs.steps')} id="steps" level={3}>
        <Steps pack={pack} hash={hash} />
        <AddRow table="steps" hash={hash} />
      </Section>
      <Section title={t('admin.packs.gates')} id="gates" level={3}>
        <Gates pack={pack} hash={hash} />
        <AddRow table="gates" hash={hash} />
      </Section>
    </>
  )
}
