import { useTranslation } from 'react-i18next'
import { Status, type Tone } from '../ui/index.ts'
import type { ValidityState } from './types.ts'

const tones: Record<ValidityState, Tone> = {
  'in-force': 'done',
  'not-yet': 'waiting',
  'readings-differ': 'attention',
  ended: 'refused',
  repealed: 'refused',
  'not-stated': 'neutral',
  'not-entered': 'waiting',
}

/** How a document stands, as icon and word. */
export function ValidityStatus({ state }: { state: ValidityState }) {
  const { t } = useTranslation()
  return <Status tone={tones[state]}>{t(`publication.states.${state}`)}</Status>
}
