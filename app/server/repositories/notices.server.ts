import { randomUUID } from 'node:crypto'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import { type NoticeKind, type NoticeOrder, type NoticePayload, noticePayloads } from '#app/domain/matter/notices.ts'
import type { CardColour } from '#app/domain/matter/watch.ts'
import { translator } from '#app/messages/translator.ts'
import { isLocale } from '#app/messages/locale.ts'
import type { Tx } from '../db.server.ts'
import type { Prisma } from '../generated/client.ts'

/** Whether a letter goes with it, and the address of the workbench that it names. */
export type Mailing = { publicOrigin: string; mails: boolean }

/**
 * Tells a person something in the workbench, once for a kind, day and subject; where he has a mail address and mail is set up, a
 * letter is put on its way in the same transaction. It says how much waits and where, never what: mail leaves the system.
 */
export async function tell(tx: Tx, order: NoticeOrder, { publicOrigin, mails }: Mailing): Promise<void> {
  const { personId, kind, day, subject = '', matterId, payload, at } = order
  const id = randomUUID()
  const { count } = await tx.notice.createMany({
    data: [
      { id, personId, kind, day, subject, matterId, payload: payload as Prisma.InputJsonObject, at: new Date(at) },
    ],
    skipDuplicates: true,
  })
  if (count === 0 || !mails) return
  const to = await tx.mailAddress.findUnique({ where: { personId } })
  if (!to) return
  const account = await tx.authUser.findUnique({ where: { personId }, select: { locale: true } })
  const t = translator(isLocale(account?.locale) ? account.locale : 'zh-CN')
  const words = kind === 'daily-list' ? { count: payload.items.length, day } : { day }
  await tx.mail.create({
    data: {
      id: randomUUID(),
      noticeId: id,
      personId,
      address: to.address,
      subject: t(`notices.mail.subject.${kind}`, words),
      body: t('notices.mail.body', { url: `${publicOrigin}/notices` }),
      at: new Date(at),
    },
  })
}

export const countUnread = (client: Tx, personId: string): Promise<number> =>
  client.notice.count({ where: { personId, readAt: null } })

export type ReadNotice = {
  [Kind in NoticeKind]: {
    id: string
    kind: Kind
    day: string
    at: string
    read: boolean
    matterId: string | null
    payload: NoticePayload<Kind>
  }
}[NoticeKind]

/** A person's notices, the newest first. */
export async function findNotices(client: Tx, personId: string, take: number): Promise<ReadNotice[]> {
  const rows = await client.notice.findMany({ where: { personId }, orderBy: [{ at: 'desc' }, { id: 'asc' }], take })
  return rows.map((row) => {
    const kind = row.kind as NoticeKind
    return {
      id: row.id,
      kind,
      day: row.day,
      at: shanghaiInstant(row.at.toISOString()),
      read: row.readAt !== null,
      matterId: row.matterId,
      payload: noticePayloads[kind].parse(row.payload),
    } as ReadNotice
  })
}

export type GivenCard = { matterId: string; act: string; unitId: string; dueOn: string; colour: CardColour }

/** The cards that were given to steps of these matters. */
export const findCards = async (client: Tx, matterIds: readonly string[]): Promise<GivenCard[]> =>
  (await client.card.findMany({ where: { matterId: { in: [...matterIds] } } })) as GivenCard[]

export const findMailAddress = async (client: Tx, personId: string): Promise<string> =>
  (await client.mailAddress.findUnique({ where: { personId } }))?.address ?? ''

export type JobLine = {
  id: string
  kind: string
  day: string
  state: string
  attempts: number
  error: string | null
  doneAt: string | null
}
export type LetterLine = {
  id: string
  personId: string
  subject: string
  state: string
  attempts: number
  error: string | null
  at: string
}

const listed = 100

/** The jobs of the last days, the newest first. */
export const listJobs = async (client: Tx): Promise<JobLine[]> =>
  (await client.job.findMany({ orderBy: [{ dueAt: 'desc' }, { kind: 'asc' }], take: listed })).map(
    ({ id, kind, day, state, attempts, error, doneAt }) => ({
      id,
      kind,
      day,
      state,
      attempts,
      error,
      doneAt: doneAt && shanghaiInstant(doneAt.toISOString()),
    }),
  )

/** Letters that have not been sent, the oldest first, and how many were. */
export async function listLetters(client: Tx): Promise<{ unsent: LetterLine[]; sent: number }> {
  const rows = await client.mail.findMany({
    where: { state: { not: 'sent' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: listed,
  })
  return {
    sent: await client.mail.count({ where: { state: 'sent' } }),
    unsent: rows.map(({ id, personId, subject, state, attempts, error, at }) => ({
      id,
      personId,
      subject,
      state,
      attempts,
      error,
      at: shanghaiInstant(at.toISOString()),
    })),
  }
}
