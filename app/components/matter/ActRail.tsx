import { useTranslation } from 'react-i18next'
import { ActionRail, type ActionRailProps } from '../layout/action-rail.tsx'
import type { Missing } from '../ui/index.ts'
import { actAnchor, actPath } from './act-places.ts'

/** An act that is offered: open, or with the rules that it waits for. `recordingOnly`: only recorded for another. */
export type ShownOffer = { act: string; unmet: Missing[]; recordingOnly?: boolean }

export type ActRailProps = Omit<ActionRailProps, 'actions'> & {
  offers: readonly ShownOffer[]
  /** The act that the page is for. */
  primary?: string
  /** Leads to the pages of this matter; without it to the forms of this page. */
  matterId?: string
}

/** What I can do here, and for the rest why not yet, from the offers of the loader. */
export function ActRail({ offers, primary, matterId, ...rail }: ActRailProps) {
  const { t } = useTranslation()
  const actions = offers.map(({ act, unmet, recordingOnly }) => ({
    key: act,
    label: recordingOnly ? t('matters.recordAct', { act: t(`acts.${act}`) }) : t(`acts.${act}`),
    to: matterId ? actPath(matterId, act) : `#${actAnchor(act)}`,
    reasons: unmet,
    primary: act === primary,
  }))
  return <ActionRail actions={actions} {...rail} />
}
