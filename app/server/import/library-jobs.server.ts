import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/acts/act.ts'
import { actorIn, type World } from '../acts/perform.server.ts'
import { log } from '../log.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { JobFolders, type LibraryJob, type UploadedLibrary } from './job-folder.server.ts'
import { filesOfZip, type LibraryFile } from './library-files.server.ts'
import { importLibrary, type ImportReport } from './library-import.server.ts'
import { Refused } from './reading.server.ts'

export type { LibraryJob, UploadedLibrary } from './job-folder.server.ts'

const keptMilliseconds = 30 * 86_400_000
const mostRuns = 3
/** How many files are read before the state is written again. */
const progressEvery = 10

const foldersOf = ({ settings }: Pick<World, 'settings'>) => new JobFolders(settings.dataDir)

/** The import of a person, or null: one does not see another's. */
export function libraryJob(world: Pick<World, 'settings'>, id: string, personId: string): LibraryJob | null {
  const job = foldersOf(world).read(id)
  return job?.personId === personId ? job : null
}

/** The imports of a person, the newest first. */
export const libraryJobs = (world: Pick<World, 'settings'>, personId: string): LibraryJob[] =>
  foldersOf(world)
    .all()
    .filter((job) => job.personId === personId)

type Unpacked = { files: LibraryFile[]; faults: ImportReport['faults'] }

/** The files that were sent, those of archives among them. */
async function unpacked(uploads: ReturnType<JobFolders['uploads']>): Promise<Unpacked> {
  const files: LibraryFile[] = []
  const faults: ImportReport['faults'] = []
  for (const { name, bytes } of uploads) {
    if (!/\.zip$/i.test(name)) {
      files.push({ path: name, bytes })
      continue
    }
    try {
      files.push(...(await filesOfZip(await bytes())))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      faults.push({ path: name, code: error.refusal.code })
    }
  }
  return { files, faults }
}

/** Keeps the files, begins an import beside the requests and answers at once with its id. */
export function startLibraryJob(
  world: World,
  actor: Actor,
  uploads: readonly UploadedLibrary[],
  origin: string,
): string {
  const folders = foldersOf(world)
  const job: LibraryJob = {
    id: randomUUID(),
    personId: actor.personId,
    postId: actor.postId,
    origin,
    startedAt: new Date().toISOString(),
    state: 'running',
    runs: 0,
    done: 0,
    total: 0,
    report: null,
    uploads: uploads.map(({ name }) => name),
  }
  folders.create(job, uploads)
  void runJob(world, actor, job)
  return job.id
}

/** Runs an import to its end, which is written and never thrown. */
async function runJob(world: World, actor: Actor, job: LibraryJob): Promise<void> {
  const folders = foldersOf(world)
  const write = (more: Partial<LibraryJob>) => folders.write(Object.assign(job, more))
  try {
    write({ state: 'running', runs: job.runs + 1 })
    const { files, faults } = await unpacked(folders.uploads(job))
    const journal = folders.journal(job.id)
    const report = await importLibrary(
      world,
      { actor, files, origin: job.origin, journal },
      (done, total, soFar) => (done % progressEvery === 0 || done === total) && write({ done, total, report: soFar }),
    )
    report.faults.unshift(...faults)
    write({ state: 'done', report })
    folders.removeUploads(job.id)
  } catch (error) {
    log.error({ err: error, import: job.id }, 'import of the law library')
    write({ state: 'failed' })
  }
}

/**
 * Goes on with the imports that broke off when the server stopped, one after the other, and forgets old ones. Those of
 * which something was written within `silence` milliseconds may run in another server.
 */
export async function resumeLibraryJobs(world: World, silence = 0): Promise<void> {
  const folders = foldersOf(world)
  const oldest = new Date(Date.now() - keptMilliseconds).toISOString()
  for (const job of folders.all().reverse()) {
    if (job.startedAt < oldest) folders.remove(job.id)
    else if (isOpen(job) && folders.silentFor(job.id) >= silence) await resume(world, folders, job)
  }
}

const isOpen = ({ state }: LibraryJob) => state === 'running' || state === 'failed'

async function resume(world: World, folders: JobFolders, job: LibraryJob): Promise<void> {
  const { client } = world.database
  const actor = actorIn(await findDirectory(client, client), job.postId)
  if (actor && actor.personId === job.personId && job.runs < mostRuns) return runJob(world, actor, job)
  folders.write({ ...job, state: 'stopped' })
  folders.removeUploads(job.id)
}
