import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

export type NoticeProps = { tone?: 'success' | 'information' | 'attention'; title?: ReactNode; children?: ReactNode }

const icons = { success: 'check', information: 'information', attention: 'attention' } as const

/** What was just done and what happens next, or what to know before going on. */
export function Notice({ tone = 'information', title, children }: NoticeProps) {
  const { t } = useTranslation()
  return (
    <div className={`notice notice-${tone}`} role={tone === 'success' ? 'status' : undefined}>
      <p className="notice-title">
        <Icon name={icons[tone]} /> <strong>{title ?? t(`ui.notice.${tone}`)}</strong>
      </p>
      {children}
    </div>
  )
}
