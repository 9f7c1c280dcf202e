import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/index.ts'

const refreshSeconds = 3
const pollMilliseconds = 1_000

/** For `meta` of a page whose result is not ready: without script it is asked for again by itself. */
export const refreshWhile = (state: 'working' | 'done' | undefined) =>
  state === 'working' ? [{ httpEquiv: 'refresh', content: String(refreshSeconds) }] : []

type Props = { progress: { round: number; most: number } | null; seconds: number }

/** A long text is at work: how far it is, until the page has it. */
export function StillComputing({ progress, seconds }: Props) {
  const { t } = useTranslation()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, pollMilliseconds)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Notice title={t('amendment.working', { seconds })}>
      <p>{progress ? t('amendment.round', progress) : t('amendment.workingWords')}</p>
      {progress && <progress max={progress.most} value={progress.round - 1} />}
    </Notice>
  )
}
