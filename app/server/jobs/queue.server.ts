import { randomUUID } from 'node:crypto'
import type { Instant, PlainDate } from '#app/domain/base/date.ts'
import { type Database, inTransaction, type Tx } from '../db.server.ts'

/** Which server works, and what time it really is: leases run by the real clock also where the clock of the law was moved. */
export type Worker = { instance: string; at(): Date }

export type ClaimedJob = { id: string; kind: string; day: PlainDate; attempts: number }

/** Longer than any job takes; a server that died is followed by another after it. */
const leaseMilliseconds = 120_000
const mostAttempts = 5

/** Puts the jobs of a day into the table. Every instance does, and each is there once. */
export async function planJobs(
  client: Tx,
  day: PlainDate,
  kinds: ReadonlyArray<{ kind: string; dueAt: Instant }>,
): Promise<void> {
  await client.job.createMany({
    data: kinds.map(({ kind, dueAt }) => ({ id: randomUUID(), kind, day, dueAt: new Date(dueAt) })),
    skipDuplicates: true,
  })
}

/**
 * Takes the next job that is due, or null. Two instances never take the same: the row is locked while it is looked for, and then
 * leased. A lease that ran out is a server that died.
 */
export async function claimJob(client: Tx, now: Instant, { instance, at }: Worker): Promise<ClaimedJob | null> {
  const moment = at()
  const until = new Date(moment.getTime() + leaseMilliseconds)
  const rows = await client.$queryRaw<ClaimedJob[]>`
    UPDATE job SET state = 'running', leased_by = ${instance}, lease_until = ${until}::timestamptz, attempts = attempts + 1
    WHERE id = (
      SELECT id FROM job
      WHERE due_at <= ${new Date(now)}::timestamptz AND state IN ('waiting', 'running')
        AND (lease_until IS NULL OR lease_until <= ${moment}::timestamptz)
      ORDER BY due_at, kind LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, day, attempts`
  return rows[0] ?? null
}

/** Does the work and marks it as done in one transaction: what was not marked did not happen. False where the lease was lost. */
export async function finishJob(
  database: Database,
  job: ClaimedJob,
  { instance, at }: Worker,
  work: (tx: Tx) => Promise<'done' | 'skipped'>,
): Promise<boolean> {
  return inTransaction(database, async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM job WHERE id = ${job.id} AND leased_by = ${instance} AND state = 'running' AND attempts = ${job.attempts}
      FOR UPDATE`
    if (held.length === 0) return false
    const state = await work(tx)
    await tx.job.update({ where: { id: job.id }, data: { state, doneAt: at(), leaseUntil: null, error: null } })
    return true
  })
}

/** Keeps why a job failed. It is tried again later, and given up visibly after the fifth time. */
export async function keepFailure(client: Tx, job: ClaimedJob, worker: Worker, error: unknown): Promise<void> {
  const until = new Date(worker.at().getTime() + leaseMilliseconds * job.attempts)
  await client.job.updateMany({
    where: { id: job.id, leasedBy: worker.instance, state: 'running' },
    data: {
      state: job.attempts < mostAttempts ? 'waiting' : 'failed',
      error: error instanceof Error ? error.message.slice(0, 2_000) : String(error),
      leaseUntil: until,
    },
  })
}
