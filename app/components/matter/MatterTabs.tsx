import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../ui/index.ts'
import type { DrawnAnswer } from './act-section.tsx'
import type { Road } from '#app/domain/matter/kinds.ts'
import { pagesOf, matterPath, type MatterPageName } from './act-places.ts'
import { RefusedAct } from './refused-act.tsx'

export type MatterTabsProps = {
  id: string
  current: MatterPageName
  /** A paper that was not opened yet has only its overview and its record. */
  opened?: boolean
  road: Road | null
  counts?: Partial<Record<MatterPageName, number>>
}

/** The pages of a matter, each with its own address, and what was refused on the one that is open. */
export function MatterTabs({ id, current, opened = true, road, counts = {} }: MatterTabsProps) {
  const { t } = useTranslation()
  const pages = opened ? pagesOf(road) : (['overview', 'record'] as const)
  const answer = useActionData() as DrawnAnswer
  return (
    <>
      <Tabs
        label={t('matters.tabsLabel')}
        tabs={pages.map((page) => ({
          to: matterPath(id, page),
          label: t(`matters.tabs.${page}`),
          current: page === current,
          count: counts[page],
        }))}
      />
      <RefusedAct answer={answer} />
    </>
  )
}
