import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '#app/domain/base/source.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import type { LibraryAct } from '#prisma/library/types.ts'

/** Rows of docs/sources.md that follow from data, and the citations that the code makes. */

type Ruled = { id?: string; key?: string; sources: Source[] }

const cell = (words: string | null | undefined) => words || '—'

/** One row a source of a rule: rule, title, number, article, how far verified. */
const rowsOf = (rules: readonly Ruled[]) =>
  rules.flatMap(({ id, key, sources }) =>
    sources.map(
      ({ title, number, locus, verification }) =>
        `| \`${id ?? key}\` | ${title} | ${cell(number)} | ${cell(locus)} | ${verification} |`,
    ),
  )

export const packRows = {
  parameters: rowsOf(nationalPack.parameters),
  steps: rowsOf(nationalPack.steps),
  gates: rowsOf(nationalPack.gates),
  'local packs': rowsOf(localPacks.flatMap(({ parameters }) => parameters)),
}

const library = JSON.parse(readFileSync('prisma/library/laws.json', 'utf8')) as LibraryAct[]

/** One row an act of the starting law library. */
export const libraryRows = library.map(({ title, kind, number, facts, articles }) => {
  const held = facts.missing ? 'named, text missing' : `${articles.length} verified`
  const status =
    facts.status === 'repealed' ? `repealed from ${facts.repealedFrom} by ${facts.repealedBy?.title}` : facts.status
  return `| ${title} | ${kind} | ${cell(number)} | ${cell(facts.version)} | ${status} | ${held} |`
})

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(ts|tsx|json|mjs)$/.test(file) && !file.includes('generated') && existsSync(file))
}

/** Invented documents of the demonstration, words that stand for a title, and patterns that look for one. */
const invented = /清宁|临溪|双塘|[{}[\]()/*?]|^……$|^关于|^'/
/** Quoted articles cite other acts in their own words. */
const isQuotation = (file: string) => file.endsWith('laws.json')

/** What stands between 《 and 》 in a search for titles, or in place of one. */
const isPattern = (title: string) => /[[\]^()/*?$|\\…]/.test(title)

/** Titles in 《》 that code or data cites as law. */
export function citedTitles(): Map<string, string[]> {
  const titles = new Map<string, string[]>()
  for (const file of [...sourcesUnder('app'), ...sourcesUnder('prisma')].filter((one) => !isQuotation(one))) {
    for (const [, title] of readFileSync(file, 'utf8').matchAll(/《([^《》\n]{2,80})》/g)) {
      if (!invented.test(title!) && !isPattern(title!)) titles.set(title!, [...(titles.get(title!) ?? []), file])
    }
  }
  return titles
}

/** Numbers of documents and standards that code cites: 国办发〔2018〕115号, 国令第713号, GB/T 9704-2012, RFC 8785. */
export function citedNumbers(): Map<string, string[]> {
  const pattern =
    /[国中法][\u4e00-\u9fa5]{0,3}[发释]〔\d{4}〕\d+号|国(?:务院)?令第\d+号|GB\/T \d+(?:\.\d+)?(?:-\d{4})?|RFC \d+/g
  const numbers = new Map<string, string[]>()
  const files = sourcesUnder('app').filter((file) => !file.includes(join('app', 'messages')))
  for (const file of files) {
    for (const [number] of readFileSync(file, 'utf8').matchAll(pattern))
      numbers.set(number, [...(numbers.get(number) ?? []), file])
  }
  return numbers
}
