import { z } from 'zod'
import { plainDate } from '../base/schemas.ts'
import { dailyItem } from './watch.ts'

/** What people are told, by kind, and what each says. */
export const noticePayloads = {
  'daily-list': z.object({ items: z.array(dailyItem) }),
  urged: z.object({
    title: z.string(),
    act: z.string(),
    reason: z.string(),
    words: z.string(),
    by: z.string(),
    dueOn: plainDate.nullable(),
  }),
  delegated: z.object({ post: z.string(), by: z.string(), from: plainDate, to: plainDate, reason: z.string() }),
} as const
export type NoticeKind = keyof typeof noticePayloads
export type NoticePayload<Kind extends NoticeKind> = z.infer<(typeof noticePayloads)[Kind]>
export const noticeKinds = Object.keys(noticePayloads) as NoticeKind[]

/** A notice to be given. One person is told one thing of a kind, day and subject once. */
export type NoticeOrder = {
  [Kind in NoticeKind]: {
    personId: string
    kind: Kind
    day: string
    subject?: string
    matterId?: string
    payload: NoticePayload<Kind>
    at: string
  }
}[NoticeKind]
