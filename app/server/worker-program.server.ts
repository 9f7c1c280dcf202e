import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { WorkerOptions } from 'node:worker_threads'

export type WorkerProgram = { file: URL | string; options: WorkerOptions }

/**
 * What a thread runs. The built program lies beside the server or one folder above a chunk of it; without a build the
 * source, a file under app/server, is run through tsx.
 */
export function workerProgram(name: string, sourceFile: string): WorkerProgram {
  const built = [`./${name}.js`, `../${name}.js`]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))
  if (built) return { file: built, options: {} }
  const source = new URL(`./${sourceFile}`, import.meta.url).href
  const program = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(source)})))`
  return { file: program, options: { eval: true } }
}
