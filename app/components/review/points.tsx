import { useTranslation } from 'react-i18next'
import { type FormValues, textOf } from '../forms/values.ts'
import { pointWord, useMatterKind } from '../matter/kind-words.tsx'
import { Original, Status } from '../ui/index.ts'

export type ShownPoint = {
  point: string
  finding: string
  comments: ReadonlyArray<{ id: string; address: string; words: string }>
}

/** The points of the kind of matter, preset to "none found"; those with a finding from the comments are open. */
export function PointFields({ points, values }: { points: readonly ShownPoint[]; values?: FormValues }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  return (
    <fieldset className="field points">
      <legend>{t('review.points')}</legend>
      <p className="field-hint">{t('review.pointsHint')}</p>
      {points.map(({ point, finding, comments }, at) => {
        const name = `findings[${at}]`
        const typed = values ? textOf(values[`${name}.finding`]) : finding
        const id = `point-${point}`
        return (
          <details key={point} open={typed !== ''}>
            <summary>
              {at + 1}. {pointWord(t, matterKind, point)}{' '}
              {typed ? (
                <Status tone="attention">{t('review.found')}</Status>
              ) : (
                <Status tone="done">{t('review.noneFound')}</Status>
              )}
            </summary>
            <input type="hidden" name={`${name}.point`} value={point} />
            {comments.length > 0 && (
              <ul className="muted">
                {comments.map((comment) => (
                  <li key={comment.id}>
                    <a href={`#comment-${comment.id}`}>
                      <Original>{comment.address || t('review.wholeText')}</Original>
                    </a>{' '}
                    <Original>{comment.words}</Original>
                  </li>
                ))}
              </ul>
            )}
            <label htmlFor={id}>{t('review.finding')}</label>
            <textarea id={id} name={`${name}.finding`} rows={3} className="cell-input" defaultValue={typed} />
          </details>
        )
      })}
    </fieldset>
  )
}

type Answers = Partial<Record<string, { finding: string | null } | undefined>>

/** The answers to the points as they stand in an opinion. */
export function PointAnswers({ points, order }: { points: Answers; order: readonly string[] }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  return (
    <ol className="point-answers">
      {order.map((point) => {
        const finding = points[point]?.finding ?? null
        return (
          <li key={point}>
            {pointWord(t, matterKind, point)}
            {t('common.colon')}
            {finding ? <Original>{finding}</Original> : t('review.noneFound')}
          </li>
        )
      })}
    </ol>
  )
}
