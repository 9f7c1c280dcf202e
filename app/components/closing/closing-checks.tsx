import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { Original, RuleNote, Sentence, Status, type Tone } from '../ui/index.ts'

export type ShownProvision = { id: string; address: string; words: string }
export type ShownCheck = {
  rule: string
  name: string
  state: 'met' | 'open' | 'stale'
  severity: 'block' | 'warn'
  unmet: { text: string; who?: string; source?: Source; ruleName: string }
  since: { versionId: string; number: number | null; changed: ShownProvision[] } | null
}

const tones: Record<ShownCheck['state'], Tone> = { met: 'done', open: 'waiting', stale: 'attention' }

/** Provisions by address and first words. */
export const ProvisionList = ({ provisions }: { provisions: readonly ShownProvision[] }) => (
  <ul>
    {provisions.map(({ id, address, words }) => (
      <li key={id}>
        <Original>
          {address && <b>{address}</b>} {words}
        </Original>
      </li>
    ))}
  </ul>
)

/** Why something that was done counts no longer: what changed since, and the difference itself. */
function Since({ check, matterId, versionId }: { check: ShownCheck; matterId: string; versionId: string }) {
  const { t } = useTranslation()
  if (!check.since) return null
  return (
    <div className="closing-since">
      <p>{t('closing.changedSince', { number: check.since.number ?? '' })}</p>
      <ProvisionList provisions={check.since.changed} />
      <p>
        <Link to={`/matters/${matterId}/compare?a=${check.since.versionId}&b=${versionId}`}>
          {t('closing.compare')}
        </Link>
      </p>
    </div>
  )
}

/** The rules before submission, read from the records: what is met, what is open, and what a change of the text has overtaken. */
export function ClosingChecks({
  checks,
  matterId,
  versionId,
}: {
  checks: readonly ShownCheck[]
  matterId: string
  versionId: string
}) {
  const { t } = useTranslation()
  return (
    <ol className="steps" aria-label={t('closing.checklist')}>
      {checks.map((check) => (
        <li key={check.rule} className={`step${check.state === 'met' ? '' : ' step-blocked'}`}>
          <div className="step-line">
            <span className="step-label">
              <Sentence>{check.name}</Sentence>
            </span>
            <Status tone={tones[check.state]}>{t(`closing.state.${check.state}`)}</Status>
          </div>
          {check.state !== 'met' && (
            <div className="step-notes">
              <p>
                <Sentence>{check.unmet.text}</Sentence>
                {check.unmet.who && (
                  <span className="muted">
                    {' '}
                    <Sentence>{t('closing.who', { who: check.unmet.who })}</Sentence>
                  </span>
                )}
                {check.severity === 'warn' && <span className="muted"> {t('closing.warns')}</span>}
              </p>
              <Since check={check} matterId={matterId} versionId={versionId} />
            </div>
          )}
          {check.unmet.source && (
            <details className="why">
              <summary>{t('ui.rule.source')}</summary>
              <RuleNote source={check.unmet.source} />
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
