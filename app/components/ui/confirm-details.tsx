import type { ReactNode } from 'react'

/** Two steps without script: the first opens what will happen, the second is the form inside. */
export const ConfirmDetails = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <details className="confirm">
    <summary className="button button-plain">{label}</summary>
    <div className="confirm-body">{children}</div>
  </details>
)
