import { useTranslation } from 'react-i18next'
import type { PendingConflict, PendingOrder } from '#app/domain/amendment/pending.ts'
import type { ArticleCollisions } from '#app/domain/amendment/rebase.ts'
import { type ProvisionKind, provisionKinds } from '#app/domain/text/model.ts'
import { DataTable, Original } from '../ui/index.ts'

/** What the two are called above their columns. */
type Names = { names: { ours: string; theirs: string } }

const Words = ({ words }: { words: string }) => {
  const { t } = useTranslation()
  return words ? <Original>{words}</Original> : <span className="muted">{t('comparison.absent')}</span>
}

/** What cannot both stand, by article, with the words before and those that each of the two gives. */
export function Collisions({ articles, names }: Names & { articles: readonly ArticleCollisions[] }) {
  const { t } = useTranslation()
  const rows = articles.flatMap(({ article, collisions }) => collisions.map((one) => ({ article, ...one })))
  return (
    <DataTable
      caption={t('amendment.collisions')}
      captionHidden
      paragraphs
      rows={rows}
      rowKey={({ article, base, draft: words }) => `${article} ${base} ${words}`}
      columns={[
        {
          key: 'article',
          head: t('amendment.place'),
          rowHeader: true,
          cell: ({ article, kind }) => (
            <>
              <Original>{article}</Original> <span className="muted">{t(`amendment.kind.${kind}`)}</span>
            </>
          ),
        },
        { key: 'base', head: t('amendment.baseWords'), cell: ({ base }) => <Words words={base} /> },
        {
          key: 'draft',
          head: names.ours,
          cell: ({ draft: words }) => <Words words={words} />,
        },
        {
          key: 'newBase',
          head: names.theirs,
          cell: ({ newBase: words }) => <Words words={words} />,
        },
      ]}
    />
  )
}

const isKind = (words: string): words is ProvisionKind => (provisionKinds as readonly string[]).includes(words)

/** An address as it is cited; what has none is called by its kind: the title, a table of contents. */
function PlaceWords({ address }: { address: string }) {
  const { t } = useTranslation()
  return isKind(address) ? t(`editor.kinds.${address}`) : <Original>{address}</Original>
}

const Orders = ({ orders }: { orders: readonly PendingOrder[] }) => (
  <ul className="plain-list">
    {orders.map(({ no, quote }) => (
      <li key={no}>
        <Original>{quote}</Original>
      </li>
    ))}
  </ul>
)

/** Provisions that two decisions on one text both change, with what each orders. */
export function PendingConflicts({ conflicts, names }: Names & { conflicts: readonly PendingConflict[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('amendment.bothChange')}
      captionHidden
      paragraphs
      rows={conflicts}
      rowKey={({ address }) => address}
      columns={[
        {
          key: 'address',
          head: t('amendment.place'),
          rowHeader: true,
          cell: ({ address }) => <PlaceWords address={address} />,
        },
        { key: 'a', head: names.ours, cell: ({ a }) => <Orders orders={a} /> },
        { key: 'b', head: names.theirs, cell: ({ b }) => <Orders orders={b} /> },
      ]}
    />
  )
}
