import { useTranslation } from 'react-i18next'
import type { CardColour } from '#app/domain/matter/watch.ts'
import { Status } from '../ui/index.ts'

/** A yellow or red card, by sign and word. */
export function CardMark({ colour }: { colour: CardColour | null }) {
  const { t } = useTranslation()
  if (!colour) return null
  return <Status tone={colour === 'red' ? 'overdue' : 'attention'}>{t(`notices.card.${colour}`)}</Status>
}
