import { useTranslation } from 'react-i18next'
import { usePolling } from '../layout/ask-again.ts'
import { Notice } from '../ui/index.ts'

type Props = { progress: { round: number; most: number } | null; seconds: number }

/** A long text is at work: how far it is, until the page has it. */
export function StillComputing({ progress, seconds }: Props) {
  const { t } = useTranslation()
  usePolling(true)
  return (
    <div aria-busy="true">
      <Notice title={t('amendment.working', { seconds })}>
        <p>{progress ? t('amendment.round', progress) : t('amendment.workingWords')}</p>
        {progress && <progress max={progress.most} value={progress.round - 1} />}
      </Notice>
    </div>
  )
}
