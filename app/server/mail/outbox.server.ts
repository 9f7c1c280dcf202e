import type { Tx } from '../db.server.ts'
import type { Worker } from '../jobs/queue.server.ts'

export type Letter = { id: string; address: string; subject: string; body: string; attempts: number }
export type Post = { send(letter: Letter): Promise<void> }

const leaseMilliseconds = 120_000
const mostAttempts = 5

async function claimLetter(client: Tx, { instance, at }: Worker): Promise<Letter | null> {
  const moment = at()
  const until = new Date(moment.getTime() + leaseMilliseconds)
  const rows = await client.$queryRaw<Letter[]>`
    UPDATE mail SET state = 'sending', leased_by = ${instance}, lease_until = ${until}::timestamptz, attempts = attempts + 1
    WHERE id = (
      SELECT id FROM mail
      WHERE state IN ('waiting', 'sending') AND (lease_until IS NULL OR lease_until <= ${moment}::timestamptz)
      ORDER BY at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, address, subject, body, attempts`
  return rows[0] ?? null
}

/**
 * Sends what waits, each letter by one instance. A letter that the server did not take is kept with its reason, tried again later,
 * and given up visibly after the fifth time. One that was taken by the mail server in the moment in which this one died goes out
 * again under the same Message-ID.
 */
export async function sendWaiting(client: Tx, post: Post, worker: Worker): Promise<number> {
  let sent = 0
  for (let letter = await claimLetter(client, worker); letter; letter = await claimLetter(client, worker)) {
    const { id, attempts } = letter
    const mine = { id, leasedBy: worker.instance, state: 'sending' }
    try {
      await post.send(letter)
    } catch (error) {
      await client.mail.updateMany({
        where: mine,
        data: {
          state: attempts < mostAttempts ? 'waiting' : 'failed',
          error: error instanceof Error ? error.message.slice(0, 2_000) : String(error),
          leaseUntil: new Date(worker.at().getTime() + leaseMilliseconds * attempts),
        },
      })
      continue
    }
    await client.mail.updateMany({
      where: mine,
      data: { state: 'sent', sentAt: worker.at(), error: null, leaseUntil: null },
    })
    sent += 1
  }
  return sent
}
