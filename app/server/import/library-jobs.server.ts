import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/acts/act.ts'
import type { World } from '../acts/perform.server.ts'
import { log } from '../log.server.ts'
import { filesOfZip, type LibraryFile } from './library-files.server.ts'
import { importLibrary, type ImportReport } from './library-import.server.ts'
import { Refused } from './reading.server.ts'

/** An import that runs or is over. `failed` is one that broke off; the same import again goes on where it was. */
export type LibraryJob = {
  id: string
  personId: string
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
  report: ImportReport | null
}

const mostKept = 20
const jobs = new Map<string, LibraryJob>()

/** The import of a person, or null: one does not see another's, and nobody after a restart. */
export const libraryJob = (id: string, personId: string): LibraryJob | null => {
  const job = jobs.get(id)
  return job?.personId === personId ? job : null
}

export type UploadedLibrary = { name: string; bytes: Buffer }

/** The files that were sent, those of archives among them. */
async function unpacked(
  uploads: readonly UploadedLibrary[],
): Promise<{ files: LibraryFile[]; faults: ImportReport['faults'] }> {
  const files: LibraryFile[] = []
  const faults: ImportReport['faults'] = []
  for (const { name, bytes } of uploads) {
    if (!/\.zip$/i.test(name)) {
      files.push({ path: name, bytes: async () => bytes })
      continue
    }
    try {
      files.push(...(await filesOfZip(bytes)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      faults.push({ path: name, code: error.refusal.code })
    }
  }
  return { files, faults }
}

/** Begins an import beside the requests and answers at once with its id. */
export function startLibraryJob(
  world: World,
  actor: Actor,
  uploads: readonly UploadedLibrary[],
  origin: string,
): string {
  const job: LibraryJob = {
    id: randomUUID(),
    personId: actor.personId,
    state: 'running',
    done: 0,
    total: 0,
    report: null,
  }
  jobs.set(job.id, job)
  if (jobs.size > mostKept) jobs.delete(jobs.keys().next().value!)
  void run(world, actor, uploads, origin, job).catch((error: unknown) => {
    job.state = 'failed'
    log.error({ err: error }, 'import of the law library')
  })
  return job.id
}

async function run(world: World, actor: Actor, uploads: readonly UploadedLibrary[], origin: string, job: LibraryJob) {
  const { files, faults } = await unpacked(uploads)
  const report = await importLibrary(world, { actor, files, origin }, (done, total, soFar) =>
    Object.assign(job, { done, total, report: soFar }),
  )
  report.faults.unshift(...faults)
  Object.assign(job, { state: 'done', report })
}
