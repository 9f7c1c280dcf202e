import '#app/styles/admin.css'
import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice, Page, Tabs } from '../ui/index.ts'

export type AdminPageProps = {
  title: ReactNode
  tabs: ReadonlyArray<{ page: string; to: string }>
  current: string
  /** The act that was just done. */
  done?: string | null
  under?: ReactNode
  crumbs?: Array<{ to: string; label: string }>
  children: ReactNode
}

/** A page of those who keep the system: the way to the others, and what was just done. */
export function AdminPage({ title, tabs, current, done, under, crumbs, children }: AdminPageProps) {
  const { t } = useTranslation()
  const isRefused = useActionData() !== undefined
  return (
    <Page
      title={title}
      width="wide"
      under={under}
      crumbs={crumbs}
      message={done && !isRefused && <Notice tone="success">{t('admin.done', { act: t(`acts.${done}`) })}</Notice>}
    >
      <Tabs
        label={t('admin.tabsLabel')}
        tabs={tabs.map(({ page, to }) => ({ to, label: t(`admin.pages.${page}`), current: page === current }))}
      />
      {children}
    </Page>
  )
}
