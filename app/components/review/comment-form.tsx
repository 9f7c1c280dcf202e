import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { QuotableArticle } from '#app/domain/citation/quotable.ts'
import { CitationState } from '../citation/citation-status.tsx'
import type { ListedCitation } from '../citation/citation-table.tsx'
import { fieldId, type FormValues, textOf } from '../forms/index.ts'
import { ActSection, type DrawnAnswer, type DrawnOffer } from '../matter/act-section.tsx'
import { Original } from '../ui/index.ts'
import { useMatterKind } from '../matter/kind-words.tsx'
import { commentFields, usualPoint } from './fields.ts'

export type Article = { lawId: string; title: string; label: string; text: string }
export type ArticleName = Pick<Article, 'lawId' | 'label'>
export type CommentTarget = {
  provision: { id: string; address: string; words: string } | null
  cited: readonly ListedCitation[]
  article: Article | null
}

export type CommentFormProps = {
  offer: DrawnOffer & { people: ReadonlyArray<{ value: string; label?: string }> }
  revision: number
  answer?: DrawnAnswer
  versionId: string
  target: CommentTarget
  phrases: ReadonlyArray<{ key: string; about: string; title: string; words: string }>
  /** Words selected in the text; without script they are typed or pasted. */
  quote: string
  onQuote: (words: string) => void
  /** Address of this page with an article chosen for the comment. */
  lawTo: (article: ArticleName | null) => string
}

const idPrefix = 'form-make-comment'

type Choice = Pick<CommentFormProps, 'lawTo'> & { article: Article | null }

/** What the provision cites, each with its state on the day and its articles one click or the key l away from the comment. */
function CitedArticles({ target: { cited, article }, lawTo }: Pick<CommentFormProps, 'target' | 'lawTo'>) {
  const { t } = useTranslation()
  if (cited.length === 0) return null
  return (
    <div className="field">
      <p className="field-label">{t('review.cited')}</p>
      <ul className="cited">
        {cited.map((citation, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: citations stand in the order of the text
          <li key={index}>
            <CitedChip citation={citation} article={article} lawTo={lawTo} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function CitedChip({ citation, article, lawTo }: Choice & { citation: ListedCitation }) {
  const { t } = useTranslation()
  const { quote, document, lawId, status, why, now, verification, quotable } = citation
  const [cited, present] = [quotable.filter(({ isNow }) => !isNow), quotable.filter(({ isNow }) => isNow)]
  const choose = (choices: readonly QuotableArticle[]) => <ArticleLinks {...{ choices, article, lawTo }} />
  return (
    <>
      <div className="cited-chip">
        {cited.length > 0 && choose(cited)}
        {cited.length === 0 && lawId && (
          <a href={`/library/${lawId}`} target="_blank" rel="noreferrer">
            <Original>{quote}</Original>
          </a>
        )}
        {cited.length === 0 && !lawId && <Original>{quote}</Original>}
        <CitationState {...{ status, why, verification }} />
      </div>
      {cited.length === 0 && document && !quote.includes(document) && (
        <div className="muted">
          <Original>{document}</Original>
        </div>
      )}
      {now && (
        <div className="cited-chip">
          {t(`citation.change.${now.change}`)}
          {t('common.colon')}
          {present.length > 0 ? choose(present) : <Original>{`《${now.title}》${now.place ?? now.address}`}</Original>}
        </div>
      )}
    </>
  )
}

const ArticleLinks = ({ choices, article, lawTo }: Choice & { choices: readonly QuotableArticle[] }) =>
  choices.map(({ actId, title, label }) => (
    <Link
      key={`${actId} ${label}`}
      to={lawTo({ lawId: actId, label })}
      preventScrollReset
      className="button button-plain"
      data-cited=""
      aria-current={article?.lawId === actId && article.label === label ? 'true' : undefined}
    >
      <Original>
        《{title}》{label}
      </Original>
    </Link>
  ))

function ChosenArticle({ article, lawTo }: { article: Article; lawTo: CommentFormProps['lawTo'] }) {
  const { t } = useTranslation()
  return (
    <div className="rule-note">
      <p className="rule-name">
        {t('review.lawChosen')}{' '}
        <Original>
          《{article.title}》{article.label}
        </Original>
      </p>
      <blockquote lang="zh-CN" className="prose">
        {article.text}
      </blockquote>
      <p>
        <Link to={lawTo(null)} preventScrollReset>
          {t('review.lawRemove')}
        </Link>
      </p>
    </div>
  )
}

/** Sentences that reviewers write again and again; with script a click puts one into the comment. */
function Phrases({ phrases }: Pick<CommentFormProps, 'phrases'>) {
  const { t } = useTranslation()
  const insert = (words: string) => {
    const field = document.getElementById(fieldId('words', idPrefix))
    if (!(field instanceof HTMLTextAreaElement)) return
    field.value = field.value ? `${field.value}\n${words}` : words
    field.focus()
  }
  return (
    <details className="field">
      <summary>{t('review.phrases')}</summary>
      <ul className="phrases">
        {phrases.map(({ key, title, words }) => (
          <li key={key}>
            <button type="button" className="link-button" onClick={() => insert(words)} lang="zh-CN">
              {title}
            </button>
            <p className="muted" lang="zh-CN">
              {words}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A comment on a provision or on the whole text: the words it is about, the point of law, proposed text, and the article it rests on. */
export function CommentForm({
  offer,
  revision,
  answer,
  versionId,
  target,
  phrases,
  quote,
  onQuote,
  lawTo,
}: CommentFormProps) {
  const { t } = useTranslation()
  const matterKind = useMatterKind()
  const { provision, article } = target
  const mine = answer?.act === offer.act ? answer : undefined
  const hidden = {
    versionId,
    ...(provision && { provisionId: provision.id }),
    ...(article && { lawId: article.lawId, articleLabel: article.label }),
  }
  return (
    <ActSection
      offer={offer}
      title={
        provision ? (
          <>
            {t('acts.make-comment')} <Original>{provision.address}</Original>
          </>
        ) : undefined
      }
      fields={commentFields(matterKind)}
      revision={revision}
      answer={answer}
      hidden={hidden}
      values={{ point: usualPoint[matterKind] ?? '', weight: 'should' } as FormValues}
      people={offer.people}
    >
      <div className="field">
        <p className="field-label">{t('review.place')}</p>
        {provision ? (
          <p>
            <Original>
              <b>{provision.address}</b> {provision.words.slice(0, 80)}
            </Original>
          </p>
        ) : (
          <p className="muted">{t('review.placeHint')}</p>
        )}
        {provision && (
          <p>
            <label htmlFor="comment-quote">{t('review.quote')}</label>
            <textarea
              id="comment-quote"
              name="quote"
              rows={2}
              className="cell-input"
              lang="zh-CN"
              value={quote || textOf(mine?.values.quote)}
              onChange={(event) => onQuote(event.currentTarget.value)}
            />
          </p>
        )}
      </div>
      {article && <ChosenArticle article={article} lawTo={lawTo} />}
      <CitedArticles target={target} lawTo={lawTo} />
      <p>
        <a href="/library" target="_blank" rel="noreferrer">
          {t('review.searchLibrary')}
        </a>
      </p>
      <Phrases phrases={phrases} />
    </ActSection>
  )
}
