import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DrawnAnswer } from '../matter/index.ts'
import { Button, DataTable, DateText, Original, Refusal, type RefusalData, Status, type Tone } from '../ui/index.ts'

export type UnitShown = {
  unitId: string
  name: string
  successor: string | null
  state: string
  answer: string | null
  at: string | null
  reminders: ReadonlyArray<{ id: string; at: string; means: string; words: string; person: string }>
}

const tones: Record<string, Tone> = {
  asked: 'waiting',
  prepared: 'active',
  overdue: 'overdue',
  sent: 'done',
  late: 'done',
  'no-answer': 'attention',
}
const waiting = new Set(['asked', 'prepared', 'overdue'])
const meanings = ['telephone', 'system', 'letter'] as const

export type RoundUnitsProps = {
  roundId: string
  units: readonly UnitShown[]
  /** Where the reader may remind units: the key of the form of each. */
  reminderKeys: Readonly<Record<string, string>> | null
  revision: number
  refused: DrawnAnswer
}

/** Which unit has answered what, and a line to write down a reminder. */
export function RoundUnits({ roundId, units, reminderKeys, revision, refused }: RoundUnitsProps) {
  const { t } = useTranslation()
  const mine = refused?.act === 'remind-unit' && refused.values.roundId === roundId ? refused : undefined
  return (
    <>
      {mine && (
        <Refusal
          refusal={mine.refusal as RefusalData | null}
          errors={mine.errors}
          fields={[
            { name: 'words', label: t('circulation.reminderWords'), id: `remind-${roundId}-${mine.values.unitId}` },
          ]}
        />
      )}
      <DataTable
        caption={t('circulation.units')}
        captionHidden
        rows={units}
        rowKey={({ unitId }) => unitId}
        columns={[
          {
            key: 'unit',
            head: t('circulation.unit'),
            rowHeader: true,
            cell: ({ name, successor }) => (
              <>
                <Original>{name}</Original>
                {successor && (
                  <div className="muted">
                    {t('circulation.succeededBy')} <Original>{successor}</Original>
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'state',
            head: t('circulation.state'),
            width: '9rem',
            cell: (unit) => (
              <Status tone={tones[unit.state] ?? 'neutral'}>{t(`circulation.states.${unit.state}`)}</Status>
            ),
          },
          {
            key: 'answer',
            head: t('circulation.answer'),
            width: '11rem',
            cell: (unit) =>
              unit.answer && (
                <>
                  {t(`vocabulary.${'answer-' + unit.answer}`)}{' '}
                  {unit.at && (
                    <span className="muted">
                      <DateText value={unit.at} compact />
                    </span>
                  )}
                </>
              ),
          },
          {
            key: 'reminders',
            head: t('circulation.reminders'),
            cell: (unit) => (
              <>
                {unit.reminders.map((reminder) => (
                  <p key={reminder.id} className="reminder">
                    <DateText value={reminder.at} compact /> {t(`vocabulary.${'means-' + reminder.means}`)}{' '}
                    <Original>{reminder.words}</Original>{' '}
                    <span className="muted">
                      <Original>{reminder.person}</Original>
                    </span>
                  </p>
                ))}
                {reminderKeys && waiting.has(unit.state) && (
                  <Form method="post" noValidate className="inline-form remind-form screen-only" preventScrollReset>
                    <input type="hidden" name="_act" value="remind-unit" />
                    <input type="hidden" name="_key" value={reminderKeys[unit.unitId]} />
                    <input type="hidden" name="_revision" value={revision} />
                    <input type="hidden" name="roundId" value={roundId} />
                    <input type="hidden" name="unitId" value={unit.unitId} />
                    <select
                      name="means"
                      className="cell-input"
                      aria-label={t('circulation.means', { unit: unit.name })}
                      defaultValue="telephone"
                    >
                      {meanings.map((means) => (
                        <option key={means} value={means}>
                          {t(`vocabulary.${'means-' + means}`)}
                        </option>
                      ))}
                    </select>
                    <input
                      name="words"
                      id={`remind-${roundId}-${unit.unitId}`}
                      className="cell-input"
                      aria-label={t('circulation.reminderFor', { unit: unit.name })}
                      autoComplete="off"
                      defaultValue={mine?.values.unitId === unit.unitId ? String(mine.values.words ?? '') : ''}
                      placeholder={t('circulation.reminderWords')}
                    />
                    <Button>{t('circulation.remind')}</Button>
                  </Form>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
