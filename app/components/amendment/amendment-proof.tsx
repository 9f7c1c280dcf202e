import { useTranslation } from 'react-i18next'
import type { Faces } from '#app/domain/amendment/faces.ts'
import { DefinitionList, Notice, Original, Sentence } from '../ui/index.ts'

/** As far as a reader follows a quotation of what differs. */
const quoted = 120
const short = (words: string) => (words.length > quoted ? `${words.slice(0, quoted)}…` : words)

type Props = { decided: Faces['decided'] /** Whether what is shown needs the decision. */; needed: boolean }

/** What was proved of a decision, in words and by fingerprints, or why there is none. */
export function AmendmentProof({ decided, needed }: Props) {
  const { t } = useTranslation()
  if (decided.ok) {
    const { certificate } = decided.value
    return (
      <Notice tone="success" title={t('amendment.proved')}>
        <p>{t('amendment.provedWords')}</p>
        <details>
          <summary>{t('amendment.fingerprints')}</summary>
          <DefinitionList
            items={(['old', 'decision', 'new'] as const).map((key) => ({
              key,
              term: t(`amendment.of.${key}`),
              value: <span className="code">{certificate[key]}</span>,
            }))}
          />
        </details>
      </Notice>
    )
  }
  const { address, expected, given, residue } = decided.error
  return (
    <Notice tone="attention" title={t('amendment.not-proved')}>
      <p>{t(needed ? 'amendment.notPrinted' : 'amendment.withoutDecision')}</p>
      {address && (
        <p>
          <Sentence>{t('amendment.firstDifference', { address })}</Sentence>
        </p>
      )}
      <DefinitionList
        items={[
          { key: 'expected', term: t('amendment.expected'), value: expected && <Original>{short(expected)}</Original> },
          { key: 'given', term: t('amendment.given'), value: given && <Original>{short(given)}</Original> },
          ...residue.slice(0, 3).map((words, at) => ({
            key: `residue ${at}`,
            term: t('amendment.residue'),
            value: <Original>{short(words)}</Original>,
          })),
        ]}
      />
    </Notice>
  )
}
