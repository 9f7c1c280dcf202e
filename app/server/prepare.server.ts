import { systemLines } from '#app/messages/system.ts'
import { refuseDemonstrationDatabase } from './auth.server.ts'
import { demonstrationGroups, demonstrationPassword } from './auth/demonstration.server.ts'
import { startClock } from './clock.server.ts'
import { inTransaction } from './db.server.ts'
import { fileStoreOf, sweepOrphans } from './files.server.ts'
import { resumeLibraryJobs } from './import/library-jobs.server.ts'
import { log } from './log.server.ts'
import { findUnmeasured, measureMatter } from './repositories/measures.server.ts'
import { seedNewDemonstration } from './seed/new-demonstration.server.ts'
import { setupLink } from './setup.server.ts'
import type { Started } from './start-up.server.ts'

const sweepMilliseconds = 86_400_000
const silentMilliseconds = 120_000

/** What the database needs before the first request, and the lines that the terminal shows for it. */
export async function prepare(started: Started): Promise<string[]> {
  const { settings, database } = started
  await refuseDemonstrationDatabase(database.client, settings)
  await startClock(database.client, settings)
  await seedNewDemonstration(started, (lines) => console.error(lines))
  const url = await setupLink(database.client, settings)
  await sweepDaily(started)
  goOnImporting(started)
  void measureAll(started)
  if (url) return [systemLines('setup-link', { url })]
  const logins = await loginsOf(started)
  return logins ? [systemLines('demo-logins', { password: demonstrationPassword, people: logins })] : []
}

/** One person of each role, for somebody who has just started a demonstration. */
async function loginsOf({ settings, database }: Started): Promise<string> {
  const groups = await demonstrationGroups(database.client, settings)
  return groups
    .flatMap(({ people }) => people.slice(0, 1).map((one) => `  ${one.username}  ${one.unit} ${one.title} ${one.name}`))
    .join('\n')
}

/** At the start and once a day: bytes that an act left behind which did not commit. The server does not wait for the timer to end. */
async function sweepDaily({ settings, database }: Started): Promise<void> {
  const store = fileStoreOf(settings)
  const sweep = () =>
    sweepOrphans(database.client, store).then(
      (count) => void (count > 0 && log.info({ count }, 'orphaned files swept')),
      (error: unknown) => log.error({ err: error }, 'sweeping orphaned files failed'),
    )
  await sweep()
  setInterval(sweep, sweepMilliseconds).unref()
}

/** Imports that broke off go on beside the requests; where servers may share the data directory, when none is at them. */
function goOnImporting({ settings, database }: Started): void {
  const world = { settings, database, files: fileStoreOf(settings) }
  const silence = settings.databaseUrl ? silentMilliseconds : 0
  const resume = () =>
    resumeLibraryJobs(world, silence).catch((error: unknown) =>
      log.error({ err: error }, 'going on with imports failed'),
    )
  if (silence === 0) void resume()
  else setTimeout(resume, silence).unref()
}

/** Matters of an earlier version of the product get what is counted over many, beside the requests, one transaction each. */
async function measureAll({ database }: Started): Promise<void> {
  try {
    const ids = await findUnmeasured(database.client)
    for (const id of ids) await inTransaction(database, (tx) => measureMatter(tx, id))
    if (ids.length > 0) log.info({ count: ids.length }, 'matters measured')
  } catch (error) {
    log.error({ err: error }, 'measuring matters failed')
  }
}
