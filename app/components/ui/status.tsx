import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export const tones = ['neutral', 'waiting', 'active', 'done', 'attention', 'overdue', 'refused'] as const
export type Tone = (typeof tones)[number]

const icons: Record<Tone, IconName> = {
  neutral: 'circle',
  waiting: 'clock',
  active: 'half',
  done: 'check',
  attention: 'attention',
  overdue: 'stop',
  refused: 'cross',
}

/** A state as icon and word. The word carries the meaning; colour and icon only help to find it. */
export const Status = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`status status-${tone}`}>
    <Icon name={icons[tone]} />
    <span>{children}</span>
  </span>
)
