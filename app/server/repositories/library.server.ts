import type { Tx } from '../db.server.ts'

export type LibraryAct = {
  id: string
  title: string
  aliases: string[]
  kind: string
  number: string | null
  facts: Record<string, unknown>
  articles: number
}
export type LibraryArticle = {
  lawId: string
  title: string
  label: string
  text: string
  source: string
  verification: string
}

type ActRow = { id: string; title: string; aliases: string[]; kind: string; number: string | null; facts: unknown }
const actOf = ({ facts, ...row }: ActRow, articles: number): LibraryAct => ({
  ...row,
  facts: typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {},
  articles,
})
const actColumns = { id: true, title: true, aliases: true, kind: true, number: true, facts: true } as const

type ArticleRow = {
  lawId: string
  label: string
  text: string
  source: string
  verification: string
  law: { title: string }
}
const articleOf = ({ law, lawId, label, text, source, verification }: ArticleRow): LibraryArticle => ({
  lawId,
  title: law.title,
  label,
  text,
  source,
  verification,
})
const withTitle = { law: { select: { title: true } } } as const

/** Every act of the library by kind and title, with the number of its articles. */
export async function findActs(tx: Tx): Promise<LibraryAct[]> {
  const rows = await tx.law.findMany({
    select: { ...actColumns, _count: { select: { articles: true } } },
    orderBy: [{ kind: 'asc' }, { title: 'asc' }],
  })
  return rows.map(({ _count, ...row }) => actOf(row, _count.articles))
}

/** One act with its articles in their order, or null. */
export async function findAct(tx: Tx, id: string): Promise<{ act: LibraryAct; articles: LibraryArticle[] } | null> {
  const row = await tx.law.findUnique({
    where: { id },
    select: { ...actColumns, articles: { orderBy: { position: 'asc' }, include: withTitle } },
  })
  if (!row) return null
  const { articles, ...act } = row
  return { act: actOf(act, articles.length), articles: articles.map(articleOf) }
}

const mostArticles = 50

/** Articles in which all words of a query occur, in the title and label or in the text. */
export async function findArticles(tx: Tx, query: string): Promise<LibraryArticle[]> {
  const words = query.split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return []
  const rows = await tx.lawArticle.findMany({
    where: {
      AND: words.map((word) => ({
        OR: [
          { text: { contains: word } },
          { label: { contains: word } },
          { law: { title: { contains: word } } },
          { law: { aliases: { has: word } } },
        ],
      })),
    },
    include: withTitle,
    orderBy: [{ lawId: 'asc' }, { position: 'asc' }],
    take: mostArticles,
  })
  return rows.map(articleOf)
}
