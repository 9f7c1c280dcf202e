import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import type { Condition, FactValue } from '#app/domain/procedure/condition.ts'
import type { ParameterUnit } from '#app/domain/procedure/parameter.ts'
import { ConditionWords, valueWords } from '../admin/condition-words.tsx'
import { factLabel } from './fact-words.ts'
import { numberWords } from '../admin/parameter-table.tsx'
import { type Column, DataTable, RuleNote, Section, Sentence, SourceLine, Status } from '../ui/index.ts'
import { actPath } from './act-places.ts'

type Because = { fact: string; value: FactValue; asks: Condition }
type DeterminedStep = {
  key: string
  name: string
  because: readonly Because[]
  state: 'met' | 'earlier' | 'notMet'
  template: boolean
  sources: readonly Source[]
}
type Period = { key: string; days: number; unit: ParameterUnit | null; name: string; sources: readonly Source[] }
export type DeterminationData = {
  regimes: ReadonlyArray<{
    regime: 'normative' | 'major' | 'market'
    applies: boolean | null
    grounds: ReadonlyArray<{ fact: string; value: FactValue }>
  }>
  applying: readonly DeterminedStep[]
  open: readonly DeterminedStep[]
  notApplying: readonly DeterminedStep[]
  questions: ReadonlyArray<{ fact: string; act: string; who: string; steps: readonly string[] }>
  periods: ReadonlyArray<{ name: string; holds: readonly Period[]; rules: readonly Period[] }>
}

/** Which steps a matter has to go through, which not and why, and what has to be decided first. */
export function DeterminationView({ data, matterId }: { data: DeterminationData; matterId: string }) {
  const { t } = useTranslation()
  const template = [...data.applying, ...data.open, ...data.notApplying].some((step) => step.template)
  return (
    <>
      <Regimes rows={data.regimes} />
      {data.questions.length > 0 && <Questions rows={data.questions} matterId={matterId} />}
      <Section title={t('determination.applying')} id="applying">
        {template && <p className="muted">{t('determination.templateNote')}</p>}
        <StepTable caption={t('determination.applying')} rows={data.applying} showState />
      </Section>
      {data.open.length > 0 && (
        <Section title={t('determination.mayApply')} id="open">
          <p className="muted">{t('determination.mayApplyNote')}</p>
          <StepTable caption={t('determination.mayApply')} rows={data.open} />
        </Section>
      )}
      <Section title={t('determination.notApplying')} id="not-applying">
        <StepTable caption={t('determination.notApplying')} rows={data.notApplying} />
      </Section>
      {data.periods.length > 0 && <Periods rows={data.periods} />}
    </>
  )
}

function Regimes({ rows }: { rows: DeterminationData['regimes'] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('determination.regimes.title')} id="regimes">
      <DataTable
        caption={t('determination.regimes.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.regime}
        columns={[
          {
            key: 'regime',
            head: t('determination.regimes.regime'),
            rowHeader: true,
            cell: (row) => t(`determination.regimes.${row.regime}`),
          },
          {
            key: 'applies',
            head: t('determination.regimes.applies'),
            cell: ({ applies }) => (
              <Status tone={applies === null ? 'attention' : applies ? 'active' : 'neutral'}>
                {t(`determination.regimes.${applies === null ? 'unknown' : applies ? 'yes' : 'no'}`)}
              </Status>
            ),
          },
          {
            key: 'grounds',
            head: t('determination.why'),
            cell: ({ grounds }) => (
              <ul className="plain-list fact-list">
                {grounds.map(({ fact, value }) => (
                  <li key={fact}>
                    <span className="muted">
                      {factLabel(t, fact)}
                      {t('common.colon')}
                    </span>
                    <span>{valueWords(t, fact, value)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Questions({ rows, matterId }: { rows: DeterminationData['questions']; matterId: string }) {
  const { t } = useTranslation()
  return (
    <Section title={t('determination.questions.title')} id="questions">
      <DataTable
        caption={t('determination.questions.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.fact}
        columns={[
          {
            key: 'fact',
            head: t('determination.questions.fact'),
            rowHeader: true,
            cell: (row) => factLabel(t, row.fact),
          },
          {
            key: 'who',
            head: t('determination.questions.who'),
            cell: (row) => <Sentence>{row.who}</Sentence>,
          },
          {
            key: 'act',
            head: t('determination.questions.act'),
            cell: (row) => <Link to={actPath(matterId, row.act)}>{t(`acts.${row.act}`)}</Link>,
          },
          {
            key: 'steps',
            head: t('determination.questions.steps'),
            cell: (row) => <Sentence>{row.steps.join(t('common.and'))}</Sentence>,
          },
        ]}
      />
    </Section>
  )
}

type StepTableProps = { caption: string; rows: readonly DeterminedStep[]; showState?: boolean }

function StepTable({ caption, rows, showState = false }: StepTableProps) {
  const { t } = useTranslation()
  const state: Column<DeterminedStep> = {
    key: 'state',
    head: t('determination.state'),
    cell: (row) => (
      <Status tone={row.state === 'notMet' ? 'waiting' : 'done'}>{t(`determination.states.${row.state}`)}</Status>
    ),
  }
  const columns: Column<DeterminedStep>[] = [
    {
      key: 'step',
      head: t('determination.step'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name} {row.template && <span className="muted">{t('determination.template')}</span>}
        </>
      ),
    },
    ...(showState ? [state] : []),
    { key: 'why', head: t('determination.why'), cell: (row) => <Why because={row.because} conditions={!showState} /> },
    { key: 'rule', head: t('determination.rule'), cell: (row) => <Sources sources={row.sources} /> },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={columns}
      empty={<p className="muted">{t('determination.none')}</p>}
    />
  )
}

/** The facts that decided it, each with its value; where it does not apply, also the condition that asked for another. */
function Why({ because, conditions }: { because: readonly Because[]; conditions: boolean }) {
  const { t } = useTranslation()
  if (because.length === 0) return <span className="muted">{t('determination.always')}</span>
  const byFact = [...new Set(because.map(({ fact }) => fact))].map((fact) => because.filter((one) => one.fact === fact))
  return (
    <ul className="plain-list fact-list">
      {byFact.map((parts) => (
        <li key={parts[0]!.fact}>
          <span className="muted">
            {factLabel(t, parts[0]!.fact)}
            {t('common.colon')}
          </span>
          <span>{valueWords(t, parts[0]!.fact, parts[0]!.value)}</span>
          {conditions &&
            parts.map(({ asks }) => (
              <div className="small muted" key={JSON.stringify(asks)}>
                {t('determination.asked')}
                <ConditionWords condition={asks} />
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <>
      {sources.map((source) => (
        <details key={`${source.title} ${source.locus ?? ''}`} className="why">
          <summary>
            <SourceLine source={source} />
          </summary>
          <RuleNote source={source} />
        </details>
      ))}
    </>
  )
}

function Periods({ rows }: { rows: DeterminationData['periods'] }) {
  const { t } = useTranslation()
  const days = ({ days, unit }: Period) => numberWords(t, days, unit ?? undefined)
  return (
    <Section title={t('determination.periods.title')} id="periods">
      <p className="muted">{t('determination.periods.note')}</p>
      <DataTable
        caption={t('determination.periods.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'what',
            head: t('determination.periods.what'),
            rowHeader: true,
            cell: (row) => t(`determination.periods.${row.name}`),
          },
          {
            key: 'holds',
            head: t('determination.periods.holds'),
            cell: (row) =>
              row.holds.map((period, place) => (
                <Fragment key={period.key}>
                  {place > 0 && ` ${t('determination.periods.and')} `}
                  <strong>{days(period)}</strong>
                </Fragment>
              )),
          },
          {
            key: 'rules',
            head: t('determination.periods.rules'),
            cell: (row) =>
              row.rules.map((rule) => (
                <div key={rule.key}>
                  {rule.name}
                  {t('common.colon')}
                  {days(rule)}
                  <Sources sources={rule.sources} />
                </div>
              )),
          },
        ]}
      />
    </Section>
  )
}
