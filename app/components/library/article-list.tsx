import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { wordOf } from '../matter/vocabulary.ts'
import { Original } from '../ui/index.ts'

export type ListedArticle = {
  lawId: string
  title: string
  label: string
  text: string
  source: string
  verification: string
}

/** The anchor of an article on the page of its act. */
export const articleAnchor = (label: string): string => `article-${label}`

/** Articles word for word, with how far each was checked. `titled` names and links the act of each. */
export function ArticleList({ articles, titled = false }: { articles: readonly ListedArticle[]; titled?: boolean }) {
  const { t } = useTranslation()
  return (
    <ol className="library-articles">
      {articles.map((article) => (
        <li key={`${article.lawId} ${article.label}`} id={titled ? undefined : articleAnchor(article.label)}>
          <h3>
            {titled ? (
              <Link to={`/library/${article.lawId}#${encodeURIComponent(articleAnchor(article.label))}`}>
                <Original>
                  《{article.title}》{article.label}
                </Original>
              </Link>
            ) : (
              <a href={`#${encodeURIComponent(articleAnchor(article.label))}`}>
                <Original>{article.label}</Original>
              </a>
            )}
          </h3>
          <p className="prose document-text" lang="zh-CN">
            {article.text}
          </p>
          <p className="muted">
            {t('library.checked')}
            {t('common.colon')}
            {wordOf(t, 'verification', article.verification)}
          </p>
        </li>
      ))}
    </ol>
  )
}
