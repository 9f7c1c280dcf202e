import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenField } from '../forms/index.ts'
import { type DrawnAnswer, type DrawnOffer, NotYet } from '../matter/index.ts'
import {
  Button,
  FieldError,
  Icon,
  Original,
  Refusal,
  type RefusalData,
  Sentence,
  Status,
  type Tone,
} from '../ui/index.ts'
import { useGridKeys } from './use-grid-keys.ts'

export type RowShown = {
  opinionId: string
  unit: string
  byHand: boolean
  answer: string
  clause: string | null
  quote: string | null
  words: string
  proposed: string | null
  disposition: {
    disposition: string
    reason: string
    provisionIds: readonly string[]
    person: string
    at: string
  } | null
  changesSince: string
  units: number
}
export type GroupShown = { key: string; name: string | null; units: number; rows: readonly RowShown[] }
export type ChangeShown = { provisionId: string; name: string }

export const dispositionTones: Record<string, Tone> = { adopted: 'done', partly: 'active', declined: 'attention' }
const choices = ['adopted', 'partly', 'declined'] as const

export type SettleGridProps = {
  groups: readonly GroupShown[]
  sort: 'unit' | 'clause'
  changes: Readonly<Record<string, readonly ChangeShown[]>>
  /** Absent for those who only read. */
  offer?: DrawnOffer
  answer: DrawnAnswer
}

type Typed = { disposition: string; reason: string; provisionIds: readonly string[] }

/** What a refused form came back with, by opinion. */
function typedRows(answer: DrawnAnswer): Map<string, Typed> {
  const rows = new Map<string, Typed>()
  if (answer?.act !== 'settle-opinions') return rows
  for (const [name, value] of Object.entries(answer.values)) {
    const row = /^items\[(\d+)\]\.opinionId$/.exec(name)?.[1]
    if (!row) continue
    const ids = answer.values[`items[${row}].provisionIds`]
    rows.set(String(value), {
      disposition: String(answer.values[`items[${row}].disposition`] ?? ''),
      reason: String(answer.values[`items[${row}].reason`] ?? ''),
      provisionIds: Array.isArray(ids) ? ids.map(String) : ids ? [String(ids)] : [],
    })
  }
  return rows
}

/** Every opinion with its answer, filled in by keyboard. Works as a plain form. */
export function SettleGrid({ groups, sort, changes, offer, answer }: SettleGridProps) {
  const { t } = useTranslation()
  const grid = useRef<HTMLTableElement>(null)
  useGridKeys(grid)
  const typed = typedRows(answer)
  const mine = answer?.act === 'settle-opinions' ? answer : undefined
  const rows = groups.flatMap((group) => group.rows)
  const index = new Map(rows.map(({ opinionId }, place) => [opinionId, place]))
  const faults = Object.entries(mine?.errors ?? {}).map(([name]) => ({
    name,
    label: t('ledger.opinion'),
    id: `row-${name.replace(/^(reason|provisions)-/, '')}`,
  }))
  const columns = offer ? 7 : 6
  const table = (
    <section className="table-region ledger-region" aria-label={t('ledger.grid')}>
      <table className="table ledger" ref={grid}>
        <caption className="visually-hidden">{t('ledger.grid')}</caption>
        <thead>
          <tr>
            {offer && (
              <th scope="col" className="screen-only">
                <span className="visually-hidden">{t('common.choose')}</span>
              </th>
            )}
            <th scope="col">{sort === 'clause' ? t('ledger.unit') : t('ledger.clause')}</th>
            <th scope="col">{t('ledger.opinion')}</th>
            <th scope="col">{t('ledger.proposed')}</th>
            <th scope="col">{t('ledger.disposition')}</th>
            <th scope="col">{t('ledger.reason')}</th>
            <th scope="col">{t('ledger.changes')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr className="ledger-group">
              <th scope="rowgroup" colSpan={columns}>
                {group.name ? <Original>{group.name}</Original> : t('ledger.whole')}{' '}
                <span className="muted">{t('ledger.groupCount', { count: group.rows.length })}</span>
                {sort === 'clause' && group.name && group.units > 1 && (
                  <>
                    {' '}
                    <Status tone="attention">{t('ledger.together', { count: group.units })}</Status>
                  </>
                )}
              </th>
            </tr>
            {group.rows.map((row) => (
              <GridRow
                key={row.opinionId}
                row={row}
                at={index.get(row.opinionId)!}
                sort={sort}
                editable={offer !== undefined}
                typed={typed.get(row.opinionId)}
                changes={changes[row.changesSince] ?? []}
                errors={mine?.errors ?? {}}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
  if (!offer) return table
  return (
    <Form method="post" noValidate id="form-settle-opinions" preventScrollReset>
      {!offer.open && <NotYet unmet={offer.unmet} />}
      <Refusal refusal={mine?.refusal as RefusalData | null | undefined} errors={mine?.errors} fields={faults} />
      <HiddenField name="_act" value="settle-opinions" />
      <HiddenField name="_key" value={offer.formKey} />
      <p className="muted screen-only">{t('ledger.keys')}</p>
      <div className="submit-row screen-only">
        <Button tone="primary">{t('ledger.save')}</Button>{' '}
        <Button name="_batch" value="adopt-open">
          {t('ledger.adoptOpen')}
        </Button>
      </div>
      {table}
      <fieldset className="field batch screen-only">
        <legend>{t('ledger.batch')}</legend>
        <select
          name="_batchDisposition"
          className="cell-input"
          aria-label={t('ledger.disposition')}
          defaultValue={String(mine?.values._batchDisposition ?? '')}
        >
          <option value="">{t('ui.choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`vocabulary.${'disposition-' + choice}`)}
            </option>
          ))}
        </select>
        <input
          name="_batchReason"
          className="cell-input"
          aria-label={t('ledger.reason')}
          placeholder={t('ledger.reason')}
          autoComplete="off"
          defaultValue={String(mine?.values._batchReason ?? '')}
        />
        <Button name="_batch" value="chosen">
          {t('ledger.applyBatch')}
        </Button>
      </fieldset>
    </Form>
  )
}

type GridRowProps = {
  row: RowShown
  at: number
  sort: 'unit' | 'clause'
  editable: boolean
  typed?: Typed
  changes: readonly ChangeShown[]
  errors: Record<string, string[]>
}

function GridRow({ row, at, sort, editable, typed, changes, errors }: GridRowProps) {
  const { t } = useTranslation()
  const shown: Typed = typed ?? row.disposition ?? { disposition: '', reason: '', provisionIds: [] }
  const name = (field: string) => `items[${at}].${field}`
  const of = t('ledger.of', { unit: row.unit, clause: row.clause ?? t('ledger.whole') })
  const reasonErrors = errors[`reason-${row.opinionId}`]
  const head = (
    <th scope="row">
      {sort === 'clause' ? (
        <Original>{row.unit}</Original>
      ) : row.clause ? (
        <Original>{row.clause}</Original>
      ) : (
        t('ledger.whole')
      )}
      {row.byHand && (
        <span className="muted">
          {' '}
          <Icon name="hand" /> {t('ui.byHand.mark')}
        </span>
      )}
      <div>
        <Status tone={row.answer === 'object' ? 'attention' : 'neutral'}>
          {t(`vocabulary.${'answer-' + row.answer}`)}
        </Status>
      </div>
      {sort === 'unit' && row.units > 1 && (
        <div>
          <Status tone="attention">{t('ledger.together', { count: row.units })}</Status>
        </div>
      )}
    </th>
  )
  const words = (
    <>
      <td lang="zh-CN" className="ledger-words" title={row.quote ?? undefined}>
        {row.words}
      </td>
      <td lang="zh-CN" className="ledger-words">
        {row.proposed}
      </td>
    </>
  )
  const names = changes
    .filter(({ provisionId }) => shown.provisionIds.includes(provisionId))
    .map((change) => change.name)
  if (!editable) {
    return (
      <tr id={`row-${row.opinionId}`}>
        {head}
        {words}
        <td>
          {row.disposition ? (
            <Status tone={dispositionTones[row.disposition.disposition]}>
              {t(`vocabulary.${'disposition-' + row.disposition.disposition}`)}
            </Status>
          ) : (
            <Status tone="waiting">{t('vocabulary.disposition-open')}</Status>
          )}
        </td>
        <td lang="zh-CN">{row.disposition?.reason}</td>
        <td lang="zh-CN">{names.join('、')}</td>
      </tr>
    )
  }
  return (
    <tr id={`row-${row.opinionId}`} data-row className={row.disposition ? 'settled' : undefined}>
      <td className="screen-only" data-column="choose">
        <input
          type="checkbox"
          className="choose-box"
          name="_chosen"
          value={row.opinionId}
          aria-label={t('ledger.chooseRow', { of })}
        />
      </td>
      {head}
      {words}
      <td data-column="disposition">
        <input type="hidden" name={name('opinionId')} value={row.opinionId} />
        <select
          name={name('disposition')}
          defaultValue={shown.disposition}
          className="cell-input"
          aria-label={t('ledger.dispositionOf', { of })}
        >
          <option value="">{t('vocabulary.disposition-open')}</option>
          {choices.map((choice, place) => (
            <option key={choice} value={choice}>
              {place + 1} {t(`vocabulary.${'disposition-' + choice}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-column="reason">
        <FieldError id={`reason-${row.opinionId}-error`} codes={reasonErrors?.map(() => 'required')} />
        <textarea
          lang="zh-CN"
          name={name('reason')}
          defaultValue={shown.reason}
          rows={2}
          className="cell-input"
          aria-label={t('ledger.reasonOf', { of })}
          aria-invalid={reasonErrors ? true : undefined}
          aria-describedby={reasonErrors ? `reason-${row.opinionId}-error` : undefined}
        />
      </td>
      <td data-column="changes">
        <FieldError
          id={`provisions-${row.opinionId}-error`}
          codes={errors[`provisions-${row.opinionId}`]?.map(() => 'choice-invalid')}
        />
        {changes.length === 0 ? (
          <span className="muted">{t('ledger.noChanges')}</span>
        ) : (
          <details className="ledger-changes">
            <summary>
              {names.length > 0 ? <Original>{names.join('、')}</Original> : t('ledger.pointTo')}
              <span className="visually-hidden">
                {' '}
                <Sentence>{t('ledger.changesOf', { of })}</Sentence>
              </span>
            </summary>
            {changes.map(({ provisionId, name: change }) => (
              <label key={provisionId}>
                <input
                  type="checkbox"
                  name={name('provisionIds')}
                  value={provisionId}
                  defaultChecked={shown.provisionIds.includes(provisionId)}
                />{' '}
                <Original>{change}</Original>
              </label>
            ))}
          </details>
        )}
      </td>
    </tr>
  )
}

export const CountWords = ({ counts }: { counts: { all: number; open: number; settled: number } }) => {
  const { t } = useTranslation()
  return <Sentence>{t('ledger.counts', counts)}</Sentence>
}
