import { existsSync } from 'node:fs'
import path from 'node:path'

const wanted = path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus')

/** Real texts that nobody in the project wrote; null where they are not on the machine, and tests on them skip visibly. */
export const corpusDir: string | null = existsSync(wanted) ? wanted : null
