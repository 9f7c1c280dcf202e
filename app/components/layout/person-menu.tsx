import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Original } from '../ui/original.tsx'
import { paths } from './paths.ts'
import type { Viewer } from './types.ts'

/** Who is acting, in which post and unit; other posts to change to; the way out. */
export function PersonMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const others = viewer.posts.filter((post) => !post.current)
  return (
    <details className="person-menu">
      <summary>
        <Icon name="person" />
        <span>
          <span className="visually-hidden">
            {t('layout.person.summary')}
            {t('common.colon')}
          </span>
          <Original>
            <strong>{viewer.name}</strong>{' '}
            <span className="person-post">
              {viewer.unit} {viewer.post}
            </span>
          </Original>
        </span>
      </summary>
      <div className="person-panel">
        {others.length > 0 && (
          <form method="post" action={paths.post}>
            <input type="hidden" name="returnTo" value={pathname + search} />
            <label htmlFor="switch-post">{t('layout.person.actingAs')}</label>
            <select id="switch-post" name="postId" className="cell-input" lang="zh-CN">
              {others.map((post) => (
                <option key={post.id} value={post.id}>
                  {post.unit} {post.title}
                </option>
              ))}
            </select>
            <button type="submit" className="button button-plain">
              {t('layout.person.switch')}
            </button>
          </form>
        )}
        <a href={paths.delegations}>{t('delegations.title')}</a>
        <form method="post" action={paths.signOut}>
          <button type="submit" className="button button-plain">
            {t('common.signOut')}
          </button>
        </form>
      </div>
    </details>
  )
}
