import type { PlainDate } from '#app/domain/base/date.ts'
import type { Verification } from '#app/domain/base/source.ts'

/** What kind of act it is. Kinds are data of the field and stay Chinese in both languages. */
export type ActKind =
  | '法律' | '行政法规' | '国务院文件' | '部门规章' | '司法解释' | '地方性法规' | '地方政府规章'
  | '党政机关文件' | '国家标准' | '工作规范'

/** One quoted article (第二十六条) or section （五）, word for word, without its label. Lines are paragraphs and items. */
export type LibraryArticle = { label: string; text: string; source: 'official text'; verification: 'verified' }

/** An act of the starting law library, in the shape that `import-laws` takes: only the articles that are quoted, never a whole act. */
export type LibraryAct = {
  id: string
  title: string
  /** Names it goes by in other texts. */
  aliases: string[]
  kind: ActKind
  number: string | null
  facts: {
    /** Date of the version the articles were read in; absent where the text is not included. */
    version?: PlainDate
    inForce?: PlainDate
    status: 'in-force' | 'repealed' | 'unknown'
    repealedFrom?: PlainDate
    repealedBy?: { title: string; locus: string; verification: Verification }
    /** True where the act is referred to and its text must be imported. */
    missing: boolean
    /** Only on acts without text: how far the number was seen. */
    numberVerification?: Verification
    note?: string
  }
  articles: LibraryArticle[]
}

/** An article of the library by title or alias, or null where the library does not hold it. */
export function findArticle(library: readonly LibraryAct[], name: string, label: string): LibraryArticle | null {
  const act = library.find((entry) => entry.title === name || entry.aliases.includes(name))
  return act?.articles.find((article) => article.label === label) ?? null
}
