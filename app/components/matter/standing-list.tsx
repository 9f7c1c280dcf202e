import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { DataTable, Original, RuleNote, Section, Sentence, Status } from '../ui/index.ts'
import { matterPath } from './act-places.ts'
import { ByLine, type Signed } from './by-line.tsx'
import { word } from './word.ts'

type Edit = { address: string; words: readonly string[]; adds: readonly string[] }
type Row = Signed & { subject: string; isEvidence: boolean; edits: readonly Edit[]; sources: readonly Source[] } & (
    | { fresh: true; because: string }
    | { fresh: false; opener: string }
  )
export type StandingListProps = {
  standings: {
    rows: readonly Row[]
    hints: ReadonlyArray<{ fact: string; words: readonly string[]; places: readonly string[] }>
  }
  matterId: string
}

/** More places than these are counted. */
const named = 6

/** Where the text was edited, with the words that decided. */
function Places({ edits }: { edits: readonly Edit[] }) {
  const { t } = useTranslation()
  return (
    <ul className="inline-list">
      {edits.slice(0, named).map(({ address, words, adds }) => (
        <li key={address}>
          <Original>{address || '—'}</Original>
          {words.length > 0 && (
            <span className="muted">
              {t('common.openBracket')}
              {adds.length > 0 &&
                `${adds.map((effect) => t(`comparison.effect.${effect}`)).join(t('common.and'))}${t('common.colon')}`}
              <Original>{words.join('、')}</Original>
              {t('common.closeBracket')}
            </span>
          )}
        </li>
      ))}
      {edits.length > named && <li className="muted">{t('reopening.more', { count: edits.length - named })}</li>}
    </ul>
  )
}

function Why({ row }: { row: Row }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="small">{row.fresh ? t(`reopening.because.${row.because}`) : t(`reopening.opened.${row.opener}`)}</p>
      {row.edits.length > 0 && <Places edits={row.edits} />}
      {!row.fresh && (
        <details className="why">
          <summary>{t('reopening.rule')}</summary>
          {row.sources.map((source) => (
            <RuleNote key={`${source.title} ${source.locus ?? ''}`} source={source} />
          ))}
        </details>
      )}
    </>
  )
}

type FactHintsProps = { hints: StandingListProps['standings']['hints']; matterId?: string; level?: 2 | 3 }

/** Facts that words in the text speak against; the link to determine them again is left out on that page itself. */
export function FactHints({ hints, matterId, level = 2 }: FactHintsProps) {
  const { t } = useTranslation()
  if (hints.length === 0) return null
  return (
    <Section title={t('reopening.factsTitle')} id="facts-to-reconsider" level={level}>
      <p className="muted">{t('reopening.factsHint')}</p>
      <ul>
        {hints.map(({ fact, words, places }) => (
          <li key={fact}>
            {word(t, 'fact', fact)}
            {t('common.colon')}
            <Sentence>{t('reopening.factSays', { words: words.join('、'), places: places.join('、') })}</Sentence>
          </li>
        ))}
      </ul>
      {matterId && (
        <p>
          <Link to={matterPath(matterId, 'facts')}>{t('acts.change-facts')}</Link>
        </p>
      )}
    </Section>
  )
}

/** What the last edits reopened, and what stands and why; nothing where nothing was edited since. */
export function StandingList(props: StandingListProps) {
  const { t } = useTranslation()
  const { rows, hints } = props.standings
  if (rows.length === 0 && hints.length === 0) return null
  const open = rows.filter(({ fresh }) => !fresh).length
  return (
    <Section
      title={t('reopening.title')}
      id="standing"
      aside={
        rows.length > 0 && (
          <Status tone={open === 0 ? 'done' : 'attention'}>
            {open === 0 ? t('reopening.none') : t('reopening.count', { count: open })}
          </Status>
        )
      }
    >
      {rows.length > 0 && (
        <DataTable
          caption={t('reopening.title')}
          captionHidden
          rows={[...rows]}
          rowKey={(row) => `${row.subject} ${row.id}`}
          columns={[
            {
              key: 'what',
              head: t('reopening.what'),
              rowHeader: true,
              cell: (row) =>
                row.isEvidence ? word(t, 'evidence', row.subject) : t(`reopening.subjects.${row.subject}`),
            },
            { key: 'by', head: t('matters.by'), cell: (row) => <ByLine record={row} /> },
            {
              key: 'state',
              head: t('reopening.state'),
              cell: (row) => (
                <Status tone={row.fresh ? 'done' : 'attention'}>
                  {t(row.fresh ? 'reopening.stands' : 'reopening.reopened')}
                </Status>
              ),
            },
            { key: 'why', head: t('reopening.why'), cell: (row) => <Why row={row} /> },
          ]}
        />
      )}
      <FactHints hints={hints} matterId={props.matterId} level={3} />
    </Section>
  )
}
