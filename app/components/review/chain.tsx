import { useTranslation } from 'react-i18next'
import { DateText, Original, Steps, type StepState } from '../ui/index.ts'

export type ShownRank = {
  rank: 'officer' | 'section-head' | 'deputy-head' | 'head'
  state: 'done' | 'current' | 'waiting' | 'sent-back'
  person: string | null
  on: string | null
  words: string | null
  separationReason: string | null
}

const states: Record<ShownRank['state'], StepState> = {
  done: 'done',
  current: 'current',
  waiting: 'ready',
  'sent-back': 'blocked',
}

/** Officer, section head, deputy head, head: who has passed the draft opinion, and on whose desk it lies. */
export function Chain({ ranks }: { ranks: readonly ShownRank[] }) {
  const { t } = useTranslation()
  return (
    <Steps
      label={t('review.chain')}
      steps={ranks.map(({ rank, state, person, on, words, separationReason }) => ({
        key: rank,
        label: t(`review.rank.${rank}`),
        state: states[state],
        notes: (
          <>
            {person && <Original>{person}</Original>} {on && <DateText value={on} compact />}
            {state === 'sent-back' && <> {t('review.sentBack')}</>}
            {words && (
              <p className="prose">
                <Original>{words}</Original>
              </p>
            )}
            {separationReason && (
              <p>
                {t('review.separationReason')}
                {t('common.colon')}
                <Original>{separationReason}</Original>
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}
