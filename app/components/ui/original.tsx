import type { ReactNode } from 'react'

/** Data shown as it was written: titles, names, quotations stay Chinese and are marked as Chinese for the reader's voice. */
export const Original = ({ children }: { children: ReactNode }) => <span lang="zh-CN">{children}</span>
