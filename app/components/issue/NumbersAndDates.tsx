import { useTranslation } from 'react-i18next'
import { type Column, DataTable, DateText, Original, RecordedByHand, Section, Sentence, Status } from '../ui/index.ts'
import type { Dates, Filing, GivenNumber } from './types.ts'

const dateNames = ['passedOn', 'writtenOn', 'printedOn', 'publishedOn', 'effectiveOn'] as const
const kinds = ['document', 'register', 'filing'] as const

type NumbersProps = { numbers: readonly GivenNumber[]; filings: readonly Filing[]; dates: Dates }

/** The three numbers, those that were voided among them, and the five dates of a document. */
export function NumbersAndDates({ numbers, filings, dates }: NumbersProps) {
  const { t } = useTranslation()
  const dateColumns: Column<(typeof dateNames)[number]>[] = dateNames.map((name) => ({
    key: name,
    head: t(`publication.dates.${name}`),
    cell: () => (dates[name] ? <DateText value={dates[name]} /> : <span className="muted">—</span>),
  }))
  return (
    <Section title={t('issue.numbersAndDates')} id="numbers">
      <NumberTable numbers={numbers} filings={filings} />
      <DataTable caption={t('issue.dates')} rows={['passedOn' as const]} rowKey={(row) => row} columns={dateColumns} />
    </Section>
  )
}

type Row = { key: string; kind: (typeof kinds)[number]; number: GivenNumber | null; filing: Filing | null }

const rowsOf = (numbers: readonly GivenNumber[], filings: readonly Filing[]): Row[] =>
  kinds.flatMap((kind): Row[] => {
    const given = numbers
      .filter(({ payload }) => payload.kind === kind)
      .map((number) => ({ key: number.id, kind, number, filing: null }))
    const filed = kind === 'filing' ? filings.map((filing) => ({ key: filing.id, kind, number: null, filing })) : []
    const all = [...given, ...filed]
    const standing = all.some(({ number }) => !number?.voided)
    return standing ? all : [...all, { key: kind, kind, number: null, filing: null }]
  })

function NumberTable({ numbers, filings }: Omit<NumbersProps, 'dates'>) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('issue.numbers')}
      rows={rowsOf(numbers, filings)}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'kind',
          head: t('issue.kind'),
          rowHeader: true,
          cell: ({ kind }) => t(`vocabulary.${'number-' + kind}`),
        },
        {
          key: 'number',
          head: t('issue.number'),
          cell: ({ number, filing }) => (
            <NumberCell words={number?.payload.number ?? filing?.payload.number} voided={Boolean(number?.voided)} />
          ),
        },
        {
          key: 'source',
          head: t('issue.source'),
          cell: ({ number, filing }) => <Origin number={number} filing={filing} />,
        },
        {
          key: 'on',
          head: t('issue.date'),
          cell: ({ number, filing }) => <NumberedOn number={number} filing={filing} />,
        },
      ]}
    />
  )
}

function NumberCell({ words, voided }: { words?: string; voided: boolean }) {
  const { t } = useTranslation()
  if (!words) return <span className="muted">{t('issue.noNumber')}</span>
  return voided ? (
    <s>
      <Original>{words}</Original>
    </s>
  ) : (
    <Original>{words}</Original>
  )
}

function Origin({ number, filing }: Pick<Row, 'number' | 'filing'>) {
  const { t } = useTranslation()
  if (filing) return <Original>{filing.payload.authority}</Original>
  if (!number) return null
  const { payload, voided } = number
  return (
    <>
      {payload.borrowed ? (
        <Sentence>{t('issue.borrowedFrom', { origin: payload.borrowedFrom ?? '' })}</Sentence>
      ) : (
        t('issue.own')
      )}
      {voided && (
        <>
          <br />
          <Status tone="refused">
            <Sentence>{t('issue.voidedNumber', { reason: voided.reason, by: voided.by })}</Sentence>
          </Status>
        </>
      )}
    </>
  )
}

function NumberedOn({ number, filing }: Pick<Row, 'number' | 'filing'>) {
  const record = number ?? filing
  if (!record) return null
  const { recordedBy } = record
  return (
    <>
      <DateText value={filing?.payload.on ?? record.on} compact />
      {recordedBy && <RecordedByHand {...recordedBy} />}
    </>
  )
}
