import { randomUUID } from 'node:crypto'
import { type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import type { World } from '../acts/perform.server.ts'
import { clockOf } from '../clock.server.ts'
import { log } from '../log.server.ts'
import { sendWaiting } from '../mail/outbox.server.ts'
import { smtpPost } from '../mail/smtp.server.ts'
import { mattersWithBasis, noteBasisChanges } from './basis-changes.server.ts'
import { giveCards, giveDailyLists, type JobContext } from './daily-lists.server.ts'
import { type ClaimedJob, claimJob, finishJob, keepFailure, planJobs, type Worker } from './queue.server.ts'

/** What is done every day, and when: before the offices open. */
const daily: Record<string, { time: string; work: (context: JobContext) => Promise<void> }> = {
  'basis-changes': {
    time: '07:00:00.000',
    work: async ({ tx, world, day }) => {
      for (const id of await mattersWithBasis(tx)) await noteBasisChanges(tx, world, id, day)
    },
  },
  cards: { time: '07:30:00.000', work: giveCards },
  'daily-lists': { time: '08:00:00.000', work: giveDailyLists },
}
export const jobKinds = Object.keys(daily)

const dueAt = (day: PlainDate, time: string) => `${day}T${time}+08:00`

/** Plans the jobs of today by the one clock and does all that are due. Answers what it did. */
export async function runDueJobs(world: World, worker: Worker): Promise<Array<Pick<ClaimedJob, 'kind' | 'day'>>> {
  const { database, settings } = world
  const now = (await clockOf(database.client, settings)).now()
  const today = shanghaiDate(now)
  await planJobs(
    database.client,
    today,
    Object.entries(daily).map(([kind, { time }]) => ({ kind, dueAt: dueAt(today, time) })),
  )
  const ran: Array<Pick<ClaimedJob, 'kind' | 'day'>> = []
  for (;;) {
    const job = await claimJob(database.client, now, worker)
    if (!job) return ran
    try {
      const done = await finishJob(database, job, worker, async (tx) => {
        // A list of a day that has passed helps nobody; the one of today says all that it would have said.
        if (job.day !== today || !daily[job.kind]) return 'skipped'
        const { publicOrigin, smtp } = settings
        await daily[job.kind]!.work({
          world,
          tx,
          client: database.client,
          day: job.day,
          now,
          publicOrigin,
          mails: Boolean(smtp),
        })
        return 'done'
      })
      if (done && job.day === today) ran.push({ kind: job.kind, day: job.day })
    } catch (error) {
      log.error({ err: error, kind: job.kind, day: job.day }, 'job failed')
      await keepFailure(database.client, job, worker, error)
    }
  }
}

const roundMilliseconds = 15_000

/** Looks for work now and every few seconds. Answers how to stop, which waits for the round at hand. */
export function watchTime(world: World): () => Promise<void> {
  const worker: Worker = { instance: randomUUID(), at: () => new Date() }
  const { smtp } = world.settings
  const post = smtp && smtpPost(smtp)
  let round: Promise<void> | null = null
  const look = async () => {
    try {
      await runDueJobs(world, worker)
      if (post) await sendWaiting(world.database.client, post, worker)
    } catch (error) {
      log.error({ err: error }, 'looking for jobs failed')
    }
  }
  const begin = () => {
    round ??= look().finally(() => void (round = null))
  }
  begin()
  const timer = setInterval(begin, roundMilliseconds)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
    post?.close()
  }
}
