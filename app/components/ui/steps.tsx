import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import { RuleNote } from './rule-note.tsx'
import { Status, type Tone } from './status.tsx'

export const stepStates = ['done', 'current', 'ready', 'blocked', 'skipped'] as const
export type StepState = (typeof stepStates)[number]
export type Step = {
  key: string
  label: string
  state: StepState
  to?: string
  /** Dates, people, evidence or reasons, in lines. */
  notes?: ReactNode
  source?: Source
  ruleName?: string
}

const toneOf: Record<StepState, Tone> = {
  done: 'done',
  current: 'active',
  ready: 'neutral',
  blocked: 'waiting',
  skipped: 'neutral',
}

/** The road as a list: what is done, where it stands, what follows, each opening to its rule. */
export function Steps({ steps, label }: { steps: Step[]; label?: string }) {
  const { t } = useTranslation()
  return (
    <ol className="steps" aria-label={label ?? t('ui.steps')}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <div className="step-line">
            <span className="step-label">{step.to ? <Link to={step.to}>{step.label}</Link> : step.label}</span>
            <Status tone={toneOf[step.state]}>{t(`ui.step.${step.state}`)}</Status>
          </div>
          {step.notes && <div className="step-notes">{step.notes}</div>}
          {step.source && (
            <details className="why">
              <summary>{t('ui.rule.source')}</summary>
              <RuleNote source={step.source} name={step.ruleName} />
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
