import { useTranslation } from 'react-i18next'
import { dispositions } from '#app/domain/matter/records.ts'
import { ProvisionList, type ShownProvision } from '../closing/closing-checks.tsx'
import { choicesOf, type FormValues, textOf } from '../forms/values.ts'
import { pointWord, useMatterKind } from '../matter/kind-words.tsx'
import { wordOf } from '../matter/vocabulary.ts'
import { DateText, FieldError, type FieldErrors, Original, Status, type Tone } from '../ui/index.ts'

export type ShownItem = {
  itemId: string
  anchor?: { provisionId?: string; address?: string; quote?: string }
  point: string
  issue: string
  law?: string
  suggestion?: string
  answer: {
    disposition: string
    reason?: string
    person: string
    on: string
    changed: readonly ShownProvision[]
  } | null
}

const tones: Record<string, Tone> = { adopted: 'done', partly: 'active', declined: 'attention' }

function Asked({ item }: { item: ShownItem }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  return (
    <>
      <p>
        <b>
          <Original>{item.anchor?.address || t('review.wholeText')}</Original>
        </b>{' '}
        <span className="muted">{pointWord(t, matterKind, item.point)}</span>
      </p>
      {item.anchor?.quote && <blockquote lang="zh-CN">{item.anchor.quote}</blockquote>}
      <p className="prose">
        <Original>{item.issue}</Original>
      </p>
      {item.law && (
        <p className="prose muted">
          <Original>{item.law}</Original>
        </p>
      )}
      {item.suggestion && (
        <p className="prose">
          <span className="label">
            {t('review.suggestion')}
            {t('common.colon')}
          </span>
          <Original>{item.suggestion}</Original>
        </p>
      )}
    </>
  )
}

/** The items of the opinion with what the drafter did about each. */
export function Items({ items }: { items: readonly ShownItem[] }) {
  const { t } = useTranslation()
  return (
    <ol className="review-items">
      {items.map((item) => (
        <li key={item.itemId} id={`item-${item.itemId}`}>
          <Asked item={item} />
          {item.answer ? (
            <>
              <p>
                <Status tone={tones[item.answer.disposition] ?? 'neutral'}>
                  {wordOf(t, 'disposition', item.answer.disposition)}
                </Status>{' '}
                <span className="muted">
                  <Original>{item.answer.person}</Original> <DateText value={item.answer.on} compact />
                </span>
              </p>
              {item.answer.reason && (
                <p className="prose">
                  <Original>{item.answer.reason}</Original>
                </p>
              )}
              <ProvisionList provisions={item.answer.changed} />
            </>
          ) : (
            <p>
              <Status tone="waiting">{t('review.unanswered')}</Status>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

type AnswerFieldsProps = {
  items: readonly ShownItem[]
  changed: readonly ShownProvision[]
  values?: FormValues
  errors?: FieldErrors
}

/** For each item what was done, why where it was not adopted whole, and the changed provisions that answer it. */
export function AnswerFields({ items, changed, values, errors = {} }: AnswerFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      {items.map((item, at) => {
        const name = `items[${at}]`
        const [reasonCodes, changeCodes] = [errors[`reason-${item.itemId}`], errors[`provisions-${item.itemId}`]]
        const chosen = values
          ? choicesOf(values[`${name}.provisionIds`])
          : changed.filter(({ id }) => id === item.anchor?.provisionId).map(({ id }) => id)
        const id = `answer-${at}`
        return (
          <fieldset key={item.itemId} className="field">
            <legend>{t('review.item', { number: at + 1 })}</legend>
            <input type="hidden" name={`${name}.itemId`} value={item.itemId} />
            <Asked item={item} />
            <p>
              <label htmlFor={`${id}-disposition`}>{t('review.disposition')}</label>
              <select
                id={`${id}-disposition`}
                name={`${name}.disposition`}
                className="cell-input"
                defaultValue={textOf(values?.[`${name}.disposition`])}
              >
                <option value="">{t('vocabulary.disposition-open')}</option>
                {dispositions.map((one) => (
                  <option key={one} value={one}>
                    {wordOf(t, 'disposition', one)}
                  </option>
                ))}
              </select>
            </p>
            <div>
              <FieldError id={`${id}-reason-error`} codes={reasonCodes} />
              <label htmlFor={`${id}-reason`}>{t('review.reason')}</label>
              <textarea
                id={`${id}-reason`}
                name={`${name}.reason`}
                rows={2}
                className="cell-input"
                aria-invalid={reasonCodes ? true : undefined}
                defaultValue={textOf(values?.[`${name}.reason`])}
              />
            </div>
            <fieldset className="field choice-group">
              <legend>{t('review.changedProvisions')}</legend>
              <FieldError id={`${id}-provisions-error`} codes={changeCodes} />
              {changed.length === 0 && <p className="muted">{t('review.nothingChanged')}</p>}
              {changed.map((provision) => (
                <p key={provision.id}>
                  <label>
                    <input
                      type="checkbox"
                      name={`${name}.provisionIds`}
                      value={provision.id}
                      defaultChecked={chosen.includes(provision.id)}
                    />{' '}
                    <Original>
                      <b>{provision.address}</b> {provision.words}
                    </Original>
                  </label>
                </p>
              ))}
            </fieldset>
          </fieldset>
        )
      })}
    </>
  )
}
