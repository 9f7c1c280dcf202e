import { useTranslation } from 'react-i18next'
import type { Verification } from '#app/domain/base/source.ts'
import type { CitationReason, CitationStatus } from '#app/domain/citation/resolve.ts'
import { Status, type Tone } from '../ui/index.ts'

const tones: Record<CitationStatus, Tone> = {
  'in-force': 'done',
  'not-yet': 'waiting',
  amended: 'attention',
  renumbered: 'attention',
  repealed: 'refused',
  'not-in-library': 'neutral',
  unresolved: 'attention',
}

export type CitationStateProps = {
  status: CitationStatus
  why: CitationReason | null
  verification: Verification | null
}

/**
 * The state of a citation as icon and word; beside it the reason where there is one, and how far the words were checked
 * on which it rests.
 */
export function CitationState({ status, why, verification }: CitationStateProps) {
  const { t } = useTranslation()
  return (
    <>
      <Status tone={tones[status]}>{t(`citation.status.${status}`)}</Status>
      {why && <div className="muted">{t(`citation.why.${why}`)}</div>}
      {verification && <div className="muted">{t(`citation.checked.${verification}`)}</div>}
    </>
  )
}
