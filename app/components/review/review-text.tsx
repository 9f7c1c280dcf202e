import { Link } from '@remix-run/react'
import { type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LegalText } from '#app/domain/text/model.ts'
import { useChangeKeys } from '../comparison/index.ts'
import { LegalTextView } from '../text/LegalTextView.tsx'
import type { OutlineChange } from './review-outline.tsx'

export type PlacedComment = { commentId: string; number: number; provisionId: string }
export type ReviewTextProps = {
  text: LegalText
  provisions: ReadonlyArray<{ id: string; address: string }>
  changes: readonly OutlineChange[]
  comments: readonly PlacedComment[]
  commentTo: ((provisionId: string) => string) | null
  keys: boolean
}

/** The present text with what changed, the comments that stand on each provision, and the way to a new one. */
export function ReviewText({ text, provisions, changes, comments, commentTo, keys }: ReviewTextProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  useChangeKeys(root, keys)
  const marks = useMemo(() => {
    const changed = new Map(changes.map((change) => [change.id, change]))
    const marked = new Map<string, ReactNode>()
    for (const { id, address } of provisions) {
      const change = changed.get(id)
      const mine = comments.filter(({ provisionId }) => provisionId === id)
      if (!change && mine.length === 0 && !commentTo) continue
      const stop = change || mine.length > 0 ? { 'data-change': '', tabIndex: -1 } : {}
      marked.set(
        id,
        <span className="review-mark" {...stop}>
          {change && (
            <span className={`change-state change-state-${change.weight}`}>
              {t(change.unasked ? 'review.unasked' : `comparison.state.${change.state}`)}
            </span>
          )}
          {mine.map(({ commentId, number }) => (
            <a key={commentId} href={`#comment-${commentId}`} className="comment-sign">
              {t('review.commentNumber', { number })}
            </a>
          ))}
          {commentTo && (
            <Link
              to={commentTo(id)}
              preventScrollReset
              className="comment-link"
              data-comment={id}
              aria-label={t('review.commentOn', { address })}
            >
              {t('review.comment')}
            </Link>
          )}
        </span>,
      )
    }
    return marked
  }, [provisions, changes, comments, commentTo, t])
  return (
    <div ref={root} className="review-text">
      <LegalTextView text={text} marks={marks} headingLevel={3} label={t('review.text')} />
    </div>
  )
}
