import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { groupOf, isUnread, type Parameter, type Ruling } from '#app/domain/procedure/parameter.ts'
import { DataTable, DateText, Original, RuleNote, Sentence, Status, useReaderWords } from '../ui/index.ts'

/** Names of a pack in both languages: whoever confirms a rule compares them. */
export const BothNames = ({ names }: { names: Parameter['name'] }) => (
  <>
    <Original>{names.zh}</Original>
    <br />
    <span lang="en" className="muted">
      {names.en}
    </span>
  </>
)

export const Sources = ({ sources }: { sources: Ruling['sources'] }) => (
  <>
    {sources.map((source) => (
      <div key={`${source.title}${source.number ?? ''}${source.locus ?? ''}`}>
        <RuleNote source={source} />
        {source.checked && <CheckedBy checked={source.checked} />}
      </div>
    ))}
  </>
)

/** What a row rests on, and since when it has been law. */
export const SourcesSince = ({ sources, since }: Pick<Ruling, 'sources' | 'since'>) => (
  <>
    <Sources sources={sources} />
    {since && <Since day={since} />}
  </>
)

function Since({ day }: { day: string }) {
  const { t } = useTranslation()
  return (
    <p className="muted">
      {t('admin.packs.since')} <DateText value={day} compact />
    </p>
  )
}

function CheckedBy({ checked }: { checked: NonNullable<Ruling['sources'][number]['checked']> }) {
  const { t } = useTranslation()
  return (
    <p className="muted">
      <Sentence>{t('admin.packs.checkedBy', checked)}</Sentence>
    </p>
  )
}

/** Values that have a word in both languages. */
const worded: Record<string, string> = {
  'legal-review.entrance': 'entrance',
  'circulation.silence': 'silence',
  'documents.normative-decisions': 'regimes',
  'separation.posts': 'separation',
  'party-report.order': 'party-report',
}

/** A value as words; what is data of the place stays as it is. */
function ValueWords({ parameterKey, ruling }: { parameterKey: string; ruling: Ruling }) {
  const { t } = useTranslation()
  const { value, unit } = ruling
  if (value === null) return <>{t('admin.packs.noRule')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'common.yes' : 'common.no')}</>
  if (typeof value === 'number') return <Sentence>{numberWords(t, value, unit)}</Sentence>
  if (Array.isArray(value)) return <Original>{value.map((row) => itemWords(row)).join('；')}</Original>
  const kind = worded[parameterKey]
  return kind ? <>{t(`vocabulary.${kind}-${value}`, { defaultValue: value })}</> : <Original>{value}</Original>
}

/** A number with its unit. */
export const numberWords = (t: TFunction, value: number, unit: Ruling['unit']) =>
  unit ? t(`admin.packs.units.${unit}`, { count: value }) : String(value)

const itemWords = (item: string | Record<string, string | number>): string =>
  typeof item === 'string' ? item : Object.values(item).join(' ')

/** What is in force, and beside it a local rule that is not, with what it breaks or waits for. */
export function ParameterValue({ row }: { row: Parameter }) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        {row.known === false ? (
          <Status tone="attention">{t('admin.packs.notKnown')}</Status>
        ) : (
          <ValueWords parameterKey={row.key} ruling={row} />
        )}
      </div>
      {row.origin === 'base' && !row.held && <p className="muted">{t('admin.packs.localNotKnown')}</p>}
      {row.held && (
        <div>
          <Status tone={row.conflict ? 'refused' : 'attention'}>
            {t(row.conflict ? 'admin.packs.heldInConflict' : 'admin.packs.heldUnconfirmed')}
          </Status>{' '}
          <ValueWords parameterKey={row.key} ruling={row.held} />
        </div>
      )}
    </>
  )
}

/** "In conflict with …": the base rule and where it stands. */
function Conflict({ row }: { row: Parameter }) {
  const { t } = useTranslation()
  if (!row.conflict) return null
  return (
    <div>
      <Status tone="refused">{t('admin.packs.inConflictWith')}</Status>{' '}
      <ValueWords parameterKey={row.key} ruling={row.conflict} />
      <Sources sources={row.conflict.sources} />
    </div>
  )
}

export function Shortening({ row }: { row: Parameter }) {
  const { t } = useTranslation()
  const inWords = useReaderWords()
  if (!row.shortening) return null
  const { grounds, approver, inNotice } = row.shortening
  return (
    <p className="muted">
      {t('admin.packs.shortening', { grounds: inWords(grounds), approver: inWords(approver) })}
      {inNotice && t('admin.packs.shorteningInNotice')}
    </p>
  )
}

function Confirmation({ pack, row }: { pack: Pack; row: Parameter }) {
  const { t } = useTranslation()
  const found = pack.confirmed.find(({ rule }) => rule === row.key)
  if (found)
    return (
      <p className="muted">
        <Sentence>{t('admin.packs.confirmedBy', { by: found.by, on: found.on })}</Sentence>
      </p>
    )
  const waits = row.held ? row.held.sources : row.sources
  return row.known !== false && isUnread(waits) ? <p className="muted">{t('admin.packs.notConfirmed')}</p> : null
}

function SourceCell({ pack, row }: { pack: Pack; row: Parameter }) {
  return (
    <>
      <SourcesSince sources={row.sources} since={row.since} />
      {row.held && <Sources sources={row.held.sources} />}
      <Conflict row={row} />
      <Confirmation pack={pack} row={row} />
    </>
  )
}

/** Rows in groups by subject, in the order of the pack. */
export const groupsOf = (rows: readonly Parameter[]): string[] => [...new Set(rows.map(({ key }) => groupOf(key)))]

/** The parameters of a pack, subject by subject: value, how far a place may differ, source, and what is held back. */
export function ParameterTables({ pack }: { pack: Pack }) {
  const { t } = useTranslation()
  return (
    <>
      {groupsOf(pack.parameters).map((group) => (
        <DataTable
          key={group}
          caption={t(`admin.packs.groups.${group}`, { defaultValue: group })}
          rows={pack.parameters.filter(({ key }) => groupOf(key) === group)}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'name',
              head: t('admin.packs.parameter'),
              rowHeader: true,
              width: '16rem',
              cell: (row) => <BothNames names={row.name} />,
            },
            {
              key: 'value',
              head: t('admin.packs.value'),
              width: '14rem',
              cell: (row) => (
                <>
                  <ParameterValue row={row} />
                  <Shortening row={row} />
                </>
              ),
            },
            {
              key: 'strictness',
              head: t('admin.packs.strictness'),
              width: '10rem',
              cell: (row) => t(`admin.packs.strictnesses.${row.strictness}`),
            },
            {
              key: 'sources',
              head: t('admin.packs.sources'),
              cell: (row) => <SourceCell pack={pack} row={row} />,
            },
          ]}
        />
      ))}
    </>
  )
}
