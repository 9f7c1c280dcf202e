import type { PlainDate } from '#app/domain/base/date.ts'

export type Topic = {
  matterId: string
  title: string
  position: number
  reporter: string
  reviewer: string
  invited: readonly string[]
  result: string | null
  papers: ReadonlyArray<{ fileId: string; name: string }>
}
export type Meeting = { meetingId: string; meeting: string; kind: string; on: PlainDate; topics: readonly Topic[] }

export const meetingPath = (meetingId: string): string => `/meetings/${encodeURIComponent(meetingId)}`
