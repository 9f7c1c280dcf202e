import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
