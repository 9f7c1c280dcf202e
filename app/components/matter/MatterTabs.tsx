import { useTranslation } from 'react-i18next'
import { Tabs } from '../ui/index.ts'
import { matterPages, matterPath, type MatterPageName } from './act-places.ts'

export type MatterTabsProps = {
  id: string
  current: MatterPageName
  /** A paper that was not opened yet has only its overview and its record. */
  opened?: boolean
  counts?: Partial<Record<MatterPageName, number>>
}

/** The pages of a matter. Each has its own address. */
export function MatterTabs({ id, current, opened = true, counts = {} }: MatterTabsProps) {
  const { t } = useTranslation()
  const pages = opened ? matterPages : (['overview', 'record'] as const)
  return (
    <Tabs
      label={t('matters.tabsLabel')}
      tabs={pages.map((page) => ({
        to: matterPath(id, page),
        label: t(`matters.tabs.${page}`),
        current: page === current,
        count: counts[page],
      }))}
    />
  )
}
