import { useTranslation } from 'react-i18next'
import { Status, type Tone } from '../ui/index.ts'

const tones: Record<string, Tone> = {
  passed: 'done',
  'passed-in-principle': 'done',
  'revise-and-return': 'attention',
  deferred: 'attention',
  rejected: 'refused',
  moved: 'neutral',
}

/** What a meeting decided on a topic. */
export function TopicResult({ result }: { result: string | null }) {
  const { t } = useTranslation()
  if (!result) return <Status tone="waiting">{t('meetings.pending')}</Status>
  return (
    <Status tone={tones[result] ?? 'neutral'}>
      {result === 'moved' ? t('meetings.moved') : t(`vocabulary.${'result-' + result}`)}
    </Status>
  )
}
