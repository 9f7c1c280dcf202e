import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Weight } from '#app/domain/comparison/classify.ts'
import type { Effect } from '#app/domain/comparison/effects.ts'
import type { State } from '#app/domain/comparison/rows.ts'
import { anchorOf } from '../comparison/index.ts'
import { Original, Status } from '../ui/index.ts'

export type OutlineChange = {
  id: string
  name: string
  state: State
  weight: Weight
  present: boolean
  unasked: boolean
  effects: Effect[]
}
export type OutlineProps = {
  changes: { substantive: readonly OutlineChange[]; others: readonly OutlineChange[] }
  /** Open comments by provision. */
  comments: ReadonlyMap<string, number>
  /** Address of a comment on a provision; null for who may not comment. */
  commentTo: ((provisionId: string) => string) | null
}

function Entry({ change, comments, commentTo }: Omit<OutlineProps, 'changes'> & { change: OutlineChange }) {
  const { t } = useTranslation()
  const { id, name, state, weight, unasked, effects, present } = change
  const count = comments.get(id) ?? 0
  return (
    <li>
      <a href={`#${anchorOf(id)}`}>{name ? <Original>{name}</Original> : t('comparison.untitled')}</a>{' '}
      <span className={`change-state change-state-${weight}`}>{t(`comparison.state.${state}`)}</span>
      {effects.map((effect) => (
        <span key={effect} className="change-effect">
          {t(`comparison.effect.${effect}`)}
        </span>
      ))}
      {unasked && <Status tone="attention">{t('review.unasked')}</Status>}
      {count > 0 && <span className="muted"> {t('review.commentCount', { count })}</span>}
      {commentTo && present && (
        <>
          {' '}
          <Link to={commentTo(id)} preventScrollReset className="comment-link" data-comment={id}>
            {t('review.comment')}
          </Link>
        </>
      )}
    </li>
  )
}

/** The changes against the version compared with: what nobody asked for is named first. */
export function ReviewOutline({ changes: { substantive, others }, ...rest }: OutlineProps) {
  const { t } = useTranslation()
  const sorted = [...substantive.filter(({ unasked }) => unasked), ...substantive.filter(({ unasked }) => !unasked)]
  return (
    <nav className="review-outline" aria-label={t('review.outline')}>
      <h2>
        {t('comparison.substantiveList')} <span className="count">{substantive.length}</span>
      </h2>
      {substantive.length === 0 && <p className="muted">{t('comparison.noSubstantive')}</p>}
      <ul>
        {sorted.map((change) => (
          <Entry key={change.id} change={change} {...rest} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>
            {t('comparison.otherList')} <span className="number">{others.length}</span>
          </summary>
          <ul>
            {others.map((change) => (
              <Entry key={change.id} change={change} {...rest} />
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
