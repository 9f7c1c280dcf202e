import { useTranslation } from 'react-i18next'
import type { Role } from '#app/domain/access/roles.ts'
import type { Instant } from '#app/domain/base/date.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import { DateText, Deadline, type DeadlineProps, Original, Sentence, Status, type Tone } from '../ui/index.ts'
import { word } from './word.ts'

export type MatterHeadData = {
  id: string
  stage: Stage
  ended: boolean
  numbers: Array<{ kind: string; value: string }>
  version: { number: number; name: string } | null
  holder: { unit: string; role: Role; reason: string; since: Instant; days: number } | null
  due: DeadlineProps
}

const stopped: ReadonlySet<Stage> = new Set(['rejected', 'withdrawn', 'left-for-party', 'not-normative', 'not-major'])

export const stageTone = (stage: Stage, ended = false): Tone => {
  if (stopped.has(stage)) return 'refused'
  return ended || stage === 'registered' || stage === 'filed' ? 'done' : 'active'
}

/** The stage as icon and word. */
export function StageStatus({ stage, ended }: { stage: Stage; ended?: boolean }) {
  const { t } = useTranslation()
  return <Status tone={stageTone(stage, ended)}>{t(`stages.${stage}`)}</Status>
}

/** For `under` of the page: where the matter stands, who holds it and for how long, its numbers, what is due. */
export function MatterHead({ head }: { head: MatterHeadData }) {
  const { t } = useTranslation()
  const { stage, ended, numbers, version, holder, due } = head
  return (
    <ul className="matter-head">
      <li>
        <StageStatus stage={stage} ended={ended} />
      </li>
      {holder && (
        <li>
          <Sentence>
            {t('matters.head.holder', {
              unit: holder.unit,
              role: t(`roles.${holder.role}`),
              task: t(`tasks.${holder.reason}`),
            })}
          </Sentence>{' '}
          <span className="muted number">
            {t('matters.head.held', { count: holder.days })}
            {t('common.openBracket')}
            <DateText value={holder.since} compact />
            {t('matters.head.onwards')}
            {t('common.closeBracket')}
          </span>
        </li>
      )}
      {due.date && (
        <li>
          <Deadline {...due} />
        </li>
      )}
      {version && (
        <li>
          <Sentence>{t('matters.head.version', { number: version.number, name: version.name })}</Sentence>
        </li>
      )}
      {numbers.map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>
          <span className="muted">{word(t, 'number', kind)}</span> <Original>{value}</Original>
        </li>
      ))}
    </ul>
  )
}
