import type { ReactNode } from 'react'

/** Nothing here, and what to do next. */
export const EmptyState = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="empty-state">
    <p>{title}</p>
    {children}
  </div>
)
