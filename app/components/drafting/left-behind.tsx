import { useTranslation } from 'react-i18next'
import { Original, Section } from '../ui/index.ts'

export type LeftBehindItem = { place: string; code: string; excerpt?: string }

/** What an imported file held that is not in the text: how many pieces, and where each stood. */
export function LeftBehind({ items, number }: { items: readonly LeftBehindItem[]; number: number }) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <Section title={t('drafting.leftBehind', { count: items.length, number })} id="left-behind">
      <p className="muted">{t('drafting.leftBehindHint')}</p>
      <ol className="left-behind">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one file have no identity but their order
          <li key={`${at} ${item.place}`}>
            <Original>{item.place}</Original> {t(`drafting.left.${item.code}`)}
            {item.excerpt && <blockquote lang="zh-CN">{item.excerpt}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
