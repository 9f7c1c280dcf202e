import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type Crumb = { to: string; label: string }

export type PageTitleProps = {
  title: ReactNode
  /** One line above the title: kind of page, number of the matter. */
  caption?: ReactNode
  /** One line below: status, holder, deadline. */
  under?: ReactNode
  crumbs?: Crumb[]
}

export function PageTitle({ title, caption, under, crumbs }: PageTitleProps) {
  const { t } = useTranslation()
  return (
    <header className="page-title">
      {crumbs && crumbs.length > 0 && (
        <nav aria-label={t('ui.page.breadcrumbs')} className="crumbs">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {caption && <p className="page-caption">{caption}</p>}
      <h1>{title}</h1>
      {under && <div className="page-under">{under}</div>}
    </header>
  )
}

export type PageProps = PageTitleProps & {
  children: ReactNode
  /** Right: what I can do and why not yet. Usually an `ActionRail`. */
  rail?: ReactNode
  /** `document`: paper proportions; `wide`: tables and comparisons; `narrow`: one question a page. */
  width?: 'normal' | 'wide' | 'narrow' | 'document'
  /** What came back from the last act: a `Notice` or a `Refusal`, above everything. */
  message?: ReactNode
}

/** The one way a route draws its page: `main` with its title, and the rail beside it. Every page is inside one. */
export function Page({ children, rail, width = 'normal', message, ...title }: PageProps) {
  const { t } = useTranslation()
  return (
    <div className={`page page-${width}${rail ? ' page-with-rail' : ''}`}>
      <main id="main" tabIndex={-1} className="page-main">
        {message}
        <PageTitle {...title} />
        {rail && (
          <a href="#rail" className="to-rail">
            {t('ui.page.related')}
          </a>
        )}
        {children}
      </main>
      {rail && (
        <aside id="rail" tabIndex={-1} className="page-rail" aria-label={t('ui.page.related')}>
          {rail}
        </aside>
      )}
    </div>
  )
}

export type SectionProps = {
  title: ReactNode
  children: ReactNode
  id?: string /** Beside the heading: a link, a count. */
  aside?: ReactNode
  level?: 2 | 3
}

export function Section({ title, children, id, aside, level = 2 }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} className="section">
      <div className="section-head">
        <Heading>{title}</Heading>
        {aside && <div className="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
