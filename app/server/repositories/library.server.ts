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

const numeral = '[零〇一二三四五六七八九十百千两0-9]+'
const article = `第${numeral}条(?:之${numeral})?`
const cited = new RegExp(
  `《([^《》]+)》(?:（[^）]*）)?((?:${article}(?:第${numeral}款)?(?:第[（(]?${numeral}[)）]?项)?[、，和及与至]?)*)`,
  'g',
)

/** Acts that a text names in 《》, with the articles that follow the name. */
export const citationsIn = (words: string): Array<{ title: string; labels: string[] }> =>
  [...words.matchAll(cited)].map(([, title, tail]) => ({
    title: title!,
    labels: [...tail!.matchAll(new RegExp(article, 'g'))].map(([label]) => label),
  }))

const shortTitle = (title: string) => title.replace(/^中华人民共和国/, '')

/** The acts that a text cites, as the library holds them; `articles` are those cited with their number. */
export async function findCited(
  tx: Tx,
  words: string,
): Promise<Array<{ lawId: string | null; title: string; articles: LibraryArticle[]; missing: string[] }>> {
  const citations = citationsIn(words)
  if (citations.length === 0) return []
  const acts = await tx.law.findMany({ select: { id: true, title: true, aliases: true } })
  const names = new Map(
    acts.flatMap((act) => [act.title, shortTitle(act.title), ...act.aliases].map((name) => [name, act] as const)),
  )
  const found = citations.map(({ title, labels }) => ({
    title,
    labels,
    act: names.get(title) ?? names.get(shortTitle(title)) ?? null,
  }))
  const wanted = found.flatMap(({ act, labels }) => (act ? labels.map((label) => ({ lawId: act.id, label })) : []))
  const rows = wanted.length > 0 ? await tx.lawArticle.findMany({ where: { OR: wanted }, include: withTitle }) : []
  return found.map(({ title, labels, act }) => {
    const articles = rows.filter((row) => row.lawId === act?.id && labels.includes(row.label)).map(articleOf)
    return {
      lawId: act?.id ?? null,
      title: act?.title ?? title,
      articles,
      missing: labels.filter((label) => !articles.some((one) => one.label === label)),
    }
  })
}

/** One article, or null. */
export async function findOneArticle(tx: Tx, lawId: string, label: string): Promise<LibraryArticle | null> {
  const row = await tx.lawArticle.findUnique({ where: { lawId_label: { lawId, label } }, include: withTitle })
  return row && articleOf(row)
}
