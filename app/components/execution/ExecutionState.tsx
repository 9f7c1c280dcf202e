import { useTranslation } from 'react-i18next'
import type { ExecutionState } from '#app/domain/matter/execution.ts'
import { Status, type Tone } from '../ui/index.ts'

const tones: Record<ExecutionState, Tone> = {
  unassigned: 'attention',
  'under-way': 'waiting',
  suspended: 'refused',
  adjusting: 'attention',
  completed: 'done',
  superseded: 'neutral',
}

/** How the execution of a decision stands. */
export function ExecutionStatus({ state }: { state: ExecutionState }) {
  const { t } = useTranslation()
  return <Status tone={tones[state]}>{t(`vocabulary.execution-${state}`)}</Status>
}
