import { useTranslation } from 'react-i18next'
import type { Finding } from '#app/domain/text/checks/check-text.ts'
import type { Weight } from '#app/domain/text/checks/check.ts'
import { DataTable, Original, Section, Sentence, SourceLine, Status, type Tone } from '../ui/index.ts'

const tones: Record<Weight, Tone> = { error: 'refused', warning: 'attention', note: 'neutral' }

/**
 * What the checks found in the structure and wording of a text, each with the rule that it rests on. `linked`: to the
 * text on the same page. Notes on wording are folded away.
 */
export function FindingSection({ findings, linked = false }: { findings: readonly Finding[]; linked?: boolean }) {
  const { t } = useTranslation()
  const [notes, others] = [findings.filter(isNote), findings.filter((one) => !isNote(one))]
  return (
    <Section title={t('checks.title')} id="checks" aside={<span className="count">{others.length}</span>}>
      <p className="muted">{t('checks.lead')}</p>
      {findings.length === 0 && <p>{t('checks.none')}</p>}
      {others.length > 0 && <FindingTable findings={others} caption={t('checks.title')} linked={linked} />}
      {notes.length > 0 && (
        <details>
          <summary>{t('checks.notes', { count: notes.length })}</summary>
          <FindingTable findings={notes} caption={t('checks.notes', { count: notes.length })} linked={linked} />
        </details>
      )}
    </Section>
  )
}

const isNote = ({ weight }: Finding) => weight === 'note'

function FindingTable({
  findings,
  caption,
  linked,
}: {
  findings: readonly Finding[]
  caption: string
  linked: boolean
}) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={findings}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: 'place',
          head: t('checks.place'),
          width: '9rem',
          rowHeader: true,
          cell: ({ in: id, address }) =>
            linked ? (
              <a href={`#p-${id}`}>
                <Original>{address || '—'}</Original>
              </a>
            ) : (
              <Original>{address || '—'}</Original>
            ),
        },
        {
          key: 'found',
          head: t('checks.found'),
          cell: ({ why, quote }) => (
            <>
              <Sentence>{t(`checks.why.${why.code as 'but'}`, why.fields)}</Sentence>
              {quote && (
                <div className="muted">
                  <Original>{quote}</Original>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'weight',
          head: t('checks.weight'),
          width: '7rem',
          cell: ({ weight }) => <Status tone={tones[weight]}>{t(`checks.weights.${weight}`)}</Status>,
        },
        {
          key: 'source',
          head: t('checks.source'),
          cell: ({ source }) => (
            <>
              <SourceLine source={source} />{' '}
              <span className="muted">{t(`vocabulary.verification-${source.verification}`)}</span>
            </>
          ),
        },
      ]}
    />
  )
}
