import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Run } from '#app/domain/comparison/inner.ts'
import { Runs } from '../comparison/index.ts'
import { HiddenField, TextAreaField, textOf } from '../forms/index.ts'
import { choicesOf } from '../forms/index.ts'
import type { DrawnAnswer, DrawnOffer } from '../matter/index.ts'
import {
  Button,
  DataTable,
  DateText,
  Notice,
  Original,
  Refusal,
  type RefusalData,
  Section,
  Status,
} from '../ui/index.ts'

export type UnaskedShown = {
  provisionId: string
  name: string
  state: string
  runs: readonly Run[]
  effects: readonly string[]
}
export type AccountedShown = { id: string; at: string; person: string; reason: string; names: readonly string[] }

export type UnaskedChangesProps = {
  changes: readonly UnaskedShown[]
  accounted: readonly AccountedShown[]
  since: number
  versionId: string
  offer?: DrawnOffer
  revision: number
  answer: DrawnAnswer
}

/** Changes that nobody asked for, and one reason for those that are chosen. Wording and renumbering are not among them. */
export function UnaskedChanges({ changes, accounted, since, versionId, offer, revision, answer }: UnaskedChangesProps) {
  const { t } = useTranslation()
  const mine = answer?.act === 'account-changes' ? answer : undefined
  const ticked = choicesOf(mine?.values.provisionIds)
  const list = (
    <DataTable
      caption={t('ledger.unasked')}
      captionHidden
      rows={changes}
      rowKey={({ provisionId }) => provisionId}
      columns={[
        ...(offer
          ? [
              {
                key: 'choose',
                head: <span className="visually-hidden">{t('common.choose')}</span>,
                width: '3rem',
                cell: ({ provisionId, name }: UnaskedShown) => (
                  <input
                    type="checkbox"
                    className="choose-box"
                    name="provisionIds"
                    value={provisionId}
                    defaultChecked={ticked.includes(provisionId)}
                    aria-label={t('ledger.chooseChange', { name })}
                  />
                ),
              },
            ]
          : []),
        {
          key: 'name',
          head: t('ledger.clause'),
          rowHeader: true,
          width: '14rem',
          cell: ({ name }) => <Original>{name}</Original>,
        },
        {
          key: 'state',
          head: t('comparison.change'),
          width: '11rem',
          cell: ({ state, effects }) => (
            <>
              {t(`comparison.state.${state}`)}
              {effects.map((effect) => (
                <div key={effect}>
                  <Status tone="attention">{t(`comparison.effect.${effect}`)}</Status>
                </div>
              ))}
            </>
          ),
        },
        {
          key: 'words',
          head: t('ledger.changedWords'),
          cell: ({ runs }) => (
            <span lang="zh-CN" className="comparison-words">
              <Runs runs={runs} />
            </span>
          ),
        },
      ]}
    />
  )
  return (
    <Section
      title={t('ledger.unasked')}
      id="form-account-changes"
      aside={
        <Status tone={changes.length > 0 ? 'attention' : 'done'}>
          {t('ledger.unaskedCount', { count: changes.length })}
        </Status>
      }
    >
      <p className="muted">{t('ledger.unaskedHint', { number: since })}</p>
      {changes.length === 0 ? (
        <Notice tone="success" title={t('ledger.allAsked')} />
      ) : offer ? (
        <Form method="post" noValidate preventScrollReset>
          <Refusal
            refusal={mine?.refusal as RefusalData | null | undefined}
            errors={mine?.errors}
            fields={[{ name: 'reason', label: t('ledger.oneReason'), id: 'account-reason' }]}
          />
          <HiddenField name="_act" value="account-changes" />
          <HiddenField name="_key" value={offer.formKey} />
          <HiddenField name="_revision" value={revision} />
          <HiddenField name="versionId" value={versionId} />
          {list}
          <TextAreaField
            name="reason"
            id="account-reason"
            label={t('ledger.oneReason')}
            required
            rows={2}
            value={textOf(mine?.values.reason)}
            errors={mine?.errors.reason}
          />
          <div className="submit-row">
            <Button tone="primary">{t('acts.account-changes')}</Button>
          </div>
        </Form>
      ) : (
        list
      )}
      {accounted.length > 0 && (
        <>
          <h3>{t('ledger.accounted')}</h3>
          <ul>
            {accounted.map(({ id, at, person, reason, names }) => (
              <li key={id}>
                <Original>
                  {names.join('、')}
                  {'：'}
                  {reason}
                </Original>{' '}
                <span className="muted">
                  <Original>{person}</Original> <DateText value={at} compact />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
