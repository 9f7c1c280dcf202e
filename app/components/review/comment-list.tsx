import { useTranslation } from 'react-i18next'
import { HandMark, type Signed, SignatoryLine } from '../matter/by-line.tsx'
import { anchorOf } from '../comparison/index.ts'
import { ActForm } from '../forms/index.ts'
import type { DrawnAnswer, DrawnOffer } from '../matter/act-section.tsx'
import { pointWord, useMatterKind } from '../matter/kind-words.tsx'
import { wordOf } from '../matter/vocabulary.ts'
import { DateText, Original, Status, type Tone } from '../ui/index.ts'
import { closeFields } from './fields.ts'

export type ListedComment = Signed & {
  version: number | null
  position: 'exact' | 'changed' | 'gone' | 'whole'
  closed: { how: string; words: string | null; person: string; on: string } | null
  payload: {
    commentId: string
    anchor: { provisionId?: string; address?: string; quote?: string }
    point: string
    weight: string
    words: string
    suggestion?: string
    law?: { lawId: string; title: string; label: string; text: string }
  }
}

const weights: Record<string, Tone> = { must: 'attention', should: 'active', note: 'neutral' }
const positions: Record<ListedComment['position'], Tone> = {
  exact: 'neutral',
  changed: 'attention',
  gone: 'overdue',
  whole: 'neutral',
}

function Where({ comment }: { comment: ListedComment }) {
  const { t } = useTranslation()
  const { anchor } = comment.payload
  const name = anchor.address || t('review.wholeText')
  return (
    <p>
      {anchor.provisionId && comment.position !== 'gone' ? (
        <a href={`#${anchorOf(anchor.provisionId)}`}>
          <Original>{name}</Original>
        </a>
      ) : (
        <Original>{name}</Original>
      )}{' '}
      {comment.position !== 'whole' && comment.position !== 'exact' && (
        <Status tone={positions[comment.position]}>{t(`review.position.${comment.position}`)}</Status>
      )}
    </p>
  )
}

type CloseProps = { offer?: DrawnOffer; revision: number; answer?: DrawnAnswer }

/** Closing is an act of its own; the form opens below the comment. */
function Close({ comment, offer, revision, answer }: CloseProps & { comment: ListedComment }) {
  const { t } = useTranslation()
  if (!offer || comment.closed) return null
  const { commentId } = comment.payload
  const mine = answer?.act === offer.act && answer.formId === commentId ? answer : undefined
  return (
    <details className="confirm" open={Boolean(mine)}>
      <summary className="link-button">{t('acts.close-comment')}</summary>
      <ActForm
        act={offer.act}
        fields={closeFields}
        formKey={`${offer.formKey}-${commentId}`}
        revision={revision}
        hidden={{ commentId, _form: commentId }}
        values={mine ? (mine.values as never) : { how: 'resolved' }}
        errors={mine?.errors}
        refusal={mine?.refusal}
        submitLabel={t('acts.close-comment')}
        idPrefix={`close-${commentId}`}
      />
    </details>
  )
}

function OneComment({ comment, number, ...close }: CloseProps & { comment: ListedComment; number: number }) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  const { commentId, anchor, point, weight, words, suggestion, law } = comment.payload
  return (
    <li id={`comment-${commentId}`} className={`review-comment${comment.closed ? ' review-comment-closed' : ''}`}>
      <p className="review-comment-head">
        <b>{t('review.commentNumber', { number })}</b>{' '}
        <Status tone={weights[weight] ?? 'neutral'}>{wordOf(t, 'weight', weight)}</Status>{' '}
        {comment.closed ? (
          <Status tone="done">{wordOf(t, 'comment', comment.closed.how)}</Status>
        ) : (
          <Status tone="waiting">{t('review.open')}</Status>
        )}
      </p>
      <Where comment={comment} />
      {anchor.quote && <blockquote lang="zh-CN">{anchor.quote}</blockquote>}
      <p className="prose">
        <Original>{words}</Original>
      </p>
      {suggestion && (
        <p className="prose">
          <span className="label">
            {t('review.suggestion')}
            {t('common.colon')}
          </span>
          <Original>{suggestion}</Original>
        </p>
      )}
      {law && (
        <details>
          <summary>
            <Original>
              《{law.title}》{law.label}
            </Original>
          </summary>
          <blockquote lang="zh-CN" className="prose">
            {law.text}
          </blockquote>
        </details>
      )}
      <p className="muted">
        {pointWord(t, matterKind, point)} {t('review.onVersion', { number: comment.version ?? '' })}
      </p>
      <p>
        <SignatoryLine record={comment} />
      </p>
      <HandMark record={comment} />
      {comment.closed && (
        <p className="muted">
          <Original>
            {comment.closed.person} {comment.closed.words ?? ''}
          </Original>{' '}
          <DateText value={comment.closed.on} compact />
        </p>
      )}
      <Close comment={comment} {...close} />
    </li>
  )
}

/** Every comment ever made, open ones first; those of earlier versions say where their words are now. */
export function CommentList({ comments, ...close }: CloseProps & { comments: readonly ListedComment[] }) {
  const { t } = useTranslation()
  if (comments.length === 0) return <p className="muted">{t('review.noComments')}</p>
  const numbered = comments.map((comment, at) => ({ comment, number: at + 1 }))
  const sorted = [
    ...numbered.filter(({ comment }) => !comment.closed),
    ...numbered.filter(({ comment }) => comment.closed),
  ]
  return (
    <ol className="review-comments">
      {sorted.map(({ comment, number }) => (
        <OneComment key={comment.id} comment={comment} number={number} {...close} />
      ))}
    </ol>
  )
}
