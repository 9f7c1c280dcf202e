import { useTranslation } from 'react-i18next'
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

/** The state of a citation as icon and word; the reason stands beside it where there is one. */
export function CitationState({ status, why }: { status: CitationStatus; why: CitationReason | null }) {
  const { t } = useTranslation()
  return (
    <>
      <Status tone={tones[status]}>{t(`citation.status.${status}`)}</Status>
      {why && <div className="muted">{t(`citation.why.${why}`)}</div>}
    </>
  )
}
