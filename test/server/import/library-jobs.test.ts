import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actorIn } from '#app/server/acts/perform.server.ts'
import { JobFolders, type LibraryJob } from '#app/server/import/job-folder.server.ts'
import { importLibrary } from '#app/server/import/library-import.server.ts'
import { libraryJob, libraryJobs, resumeLibraryJobs, startLibraryJob } from '#app/server/import/library-jobs.server.ts'
import { findDirectory } from '#app/server/repositories/directory.server.ts'
import { gardenLaws } from '#test/domain/citation/laws.ts'
import { type City, freshCity } from '#test/support/city.ts'

const uploads = Object.entries(gardenLaws).map(([name, words]) => ({ name, bytes: Buffer.from(words) }))
const id = '00000000-0000-4000-8000-000000000001'

describe('an import that runs beside the pages', () => {
  let city: City
  let folders: JobFolders
  beforeEach(async () => {
    city = await freshCity('pglite')
    folders = new JobFolders(city.world.settings.dataDir)
  })
  afterEach(() => city.close())

  const administrator = async () => {
    const { client } = city.world.database
    return actorIn(await findDirectory(client, client), 'administrator')!
  }
  const ended = (job: string) => expect.poll(() => folders.read(job)?.state, { timeout: 30_000 }).not.toBe('running')
  const brokenOff = (more: Partial<LibraryJob> = {}): LibraryJob => ({
    id,
    personId: 'administrator',
    postId: 'administrator',
    origin: 'test',
    startedAt: new Date().toISOString(),
    state: 'running',
    runs: 1,
    done: 0,
    total: 0,
    report: null,
    uploads: uploads.map(({ name }) => name),
    ...more,
  })

  test('is known to its person alone, and keeps nothing of what was sent when it is done', async () => {
    const job = startLibraryJob(city.world, await administrator(), uploads, 'test')
    await ended(job)
    expect(libraryJob(city.world, job, 'administrator')).toMatchObject({ state: 'done', report: { acts: 3, texts: 4 } })
    expect(libraryJob(city.world, job, 'mayor')).toBeNull()
    expect(libraryJobs(city.world, 'mayor')).toEqual([])
    expect(libraryJob(city.world, '../../x', 'administrator')).toBeNull()
    await expect(folders.uploads(folders.read(job)!)[0]!.bytes()).rejects.toThrow()
  })

  test('goes on after a restart and reports what all its runs brought', async () => {
    folders.create(brokenOff(), uploads)
    const files = uploads.slice(0, 2).map(({ name, bytes }) => ({ path: name, bytes: async () => bytes }))
    const journal = folders.journal(id)
    await importLibrary(city.world, { actor: await administrator(), files, origin: 'test', journal })

    await resumeLibraryJobs(city.world)
    expect(folders.read(id)).toMatchObject({
      state: 'done',
      runs: 2,
      report: { read: 4, acts: 3, texts: 4, titles: 0, known: 0, faults: [] },
    })
    expect(await city.world.database.client.lawVersion.count()).toBe(4)
  })

  test('what was begun and never done is done, and what another brought is known', async () => {
    folders.create(brokenOff(), uploads)
    const [first] = uploads
    const files = [{ path: first!.name, bytes: async () => first!.bytes }]
    await importLibrary(city.world, { actor: await administrator(), files, origin: 'test' })
    folders.journal(id).begin([{ id: 'law-never@done', acts: 1, texts: 1, titles: 0 }])

    await resumeLibraryJobs(city.world)
    expect(folders.read(id)!.report).toMatchObject({ acts: 2, texts: 3, known: 1 })
  })

  test('one that breaks off again and again is stopped, an old one forgotten', async () => {
    folders.create(brokenOff({ runs: 3, state: 'failed' }), uploads)
    const old = id.replace(/1$/, '2')
    folders.create(brokenOff({ id: old, state: 'done', startedAt: '2020-01-01T00:00:00.000Z' }), [])
    await resumeLibraryJobs(city.world)
    expect(folders.read(id)).toMatchObject({ state: 'stopped' })
    expect(folders.read(old)).toBeNull()
    expect(await city.world.database.client.lawVersion.count()).toBe(0)
  })
})
