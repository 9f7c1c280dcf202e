import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { DataTable, RuleNote, Sentence, Status } from '../ui/index.ts'
import { FactList, type ShownFact } from './FactList.tsx'

export type GateRow = {
  rule: string
  name: string
  acts: string[]
  met: boolean
  severity: 'block' | 'warn'
  missing: string
  who?: string
  facts: ShownFact[]
  sources: Source[]
}

/** Rules that stand before acts, each with the facts it looks at, what is missing, whose desk, and where it comes from. */
export function GateTable({ caption, rows }: { caption: string; rows: readonly GateRow[] }) {
  const { t } = useTranslation()
  const state = (row: GateRow) => {
    if (row.met) return <Status tone="done">{t('matters.gates.met')}</Status>
    return row.severity === 'block' ? (
      <Status tone="waiting">{t('matters.gates.open')}</Status>
    ) : (
      <Status tone="attention">{t('matters.gates.warns')}</Status>
    )
  }
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.rule}
      columns={[
        {
          key: 'rule',
          head: t('matters.gates.rule'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name}
              {row.sources.length > 0 && (
                <details className="why">
                  <summary>{t('ui.rule.source')}</summary>
                  {row.sources.map((source) => (
                    <RuleNote key={`${source.title} ${source.locus ?? ''}`} source={source} />
                  ))}
                </details>
              )}
            </>
          ),
        },
        {
          key: 'acts',
          head: t('matters.gates.before'),
          cell: (row) => row.acts.map((act) => t(`acts.${act}`)).join(t('common.and')),
        },
        {
          key: 'state',
          head: t('matters.gates.state'),
          cell: (row) => (
            <>
              {state(row)}
              {!row.met && (
                <p className="small">
                  <Sentence>
                    {row.who
                      ? `${row.missing}${t('common.openBracket')}${row.who}${t('common.closeBracket')}`
                      : row.missing}
                  </Sentence>
                </p>
              )}
            </>
          ),
        },
        { key: 'facts', head: t('matters.gates.facts'), cell: (row) => <FactList facts={row.facts} /> },
      ]}
    />
  )
}
