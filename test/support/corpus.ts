import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const wanted = process.env.CORPUS_DIR ?? resolve(import.meta.dirname, '../../../shared/corpus')

/** The folder of real documents, or `null` where there is none: tests on it then skip visibly. */
export const corpusDir: string | null = existsSync(wanted) ? wanted : null

/** Names of the files below a folder of the corpus, relative to it. */
export function corpusFiles(folder: string, ending: string): string[] {
  if (!corpusDir) return []
  return readdirSync(join(corpusDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
}

export const readCorpus = (...path: string[]): string => readFileSync(join(corpusDir ?? '', ...path), 'utf8')

/** The texts that the corpus keeps in an archive, by their names in the index; empty where there is none. */
export function archivedCorpus(): Map<string, string> {
  if (!corpusDir) return new Map()
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    execFileSync('tar', ['-xJf', join(corpusDir, 'laws', 'archive.tar.xz'), '-C', folder])
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
    return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
