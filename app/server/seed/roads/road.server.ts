import type { PlainDate } from '#app/domain/base/date.ts'
import type { MatterKind } from '#app/domain/matter/kinds.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { parseAddress, provisionAt } from '#app/domain/text/address.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import type { DemoMatter, DemoStage } from '#prisma/demo/matters.ts'
import { type DemoMeeting, meetings } from '#prisma/demo/meetings.ts'
import { type DemoReview, reviews } from '#prisma/demo/reviews.ts'
import { type DemoRound, rounds } from '#prisma/demo/rounds.ts'
import { demoText } from '../data.server.ts'
import { organsOf } from '../people.server.ts'
import type { Played } from '../steps.server.ts'

/** One matter of the demonstration with its place in time; days are working days after the opening. */
export type Road = {
  demo: DemoMatter
  rounds: DemoRound[]
  review: DemoReview | null
  meeting: DemoMeeting | null
  firstStart: PlainDate
  /** The day of the last step that its stage asks for, and the newest day there may be. */
  end: number
  newest: number
  /** The day of its meeting, where several topics share one. */
  session: number | null
  dateOf: (day: number) => PlainDate
  inDepartment: boolean
  urgent: boolean
}

type Given = Pick<Road, 'demo' | 'firstStart' | 'end' | 'newest' | 'session' | 'dateOf'>

export const roadFor = (given: Given): Road => ({
  ...given,
  rounds: rounds.filter((round) => round.matter === given.demo.key),
  review: reviews.find((review) => review.matter === given.demo.key) ?? null,
  meeting: meetings.find((meeting) => meeting.matter === given.demo.key) ?? null,
  inDepartment: given.demo.authority === 'department',
  urgent: given.demo.facts.emergency,
})

const order: readonly DemoStage[] = [
  'received',
  'instructed',
  'filed',
  'opened',
  'recognised',
  'not-normative',
  'drafting',
  'circulating',
  'circulating-overdue',
  'settling',
  'closing',
  'submitted',
  'supplementing',
  'returned',
  'under-review',
  'reviewed-lawful',
  'reviewed-unlawful',
  'reviewed-revise',
  'scheduled',
  'passed-in-principle',
  'post-meeting',
  'returned-to-meeting',
  'rejected',
  'signing',
  'signed',
  'numbered',
  'issued',
  'published',
  'registered',
  'archived',
]

/** Does the matter come as far as this, or further? Matters that end early come nowhere. */
export const reaches = ({ demo }: Road, stage: DemoStage): boolean => order.indexOf(demo.stage) >= order.indexOf(stage)

export const kindOf = ({ kind }: DemoMatter): MatterKind => kind ?? 'normative-document'

/** Words of the data with the year of the day on which they are used. */
export const inYear = (words: string, day: PlainDate) => words.replaceAll('{year}', day.slice(0, 4))

/** A version as it was saved: what the meeting changed is not yet in it. */
export function sourceOf(road: Road, index: number): string {
  const version = road.demo.versions[index]!
  let source = demoText(version.text, road.firstStart)
  for (const { from, to } of version.edits ?? []) source = replaced(source, from, to)
  for (const change of road.meeting?.changes ?? [])
    if (change.stored === 'after') source = replaced(source, change.after, change.before)
  return source
}

export function replaced(source: string, from: string, to: string): string {
  if (!source.includes(from)) throw new Error(`not in the text: ${from}`)
  return source.replace(from, to)
}

export const currentVersion = ({ matter }: Played): string => latestVersion(matter)!.payload.versionId
export const currentText = (played: Played): LegalText => played.texts.get(currentVersion(played))!

export function provisionIdAt(text: LegalText | undefined, locus: string | null | undefined): string | undefined {
  const address = locus ? parseAddress(locus) : null
  return address && text ? provisionAt(text, address)?.id : undefined
}

const idsBelow = (provision: Provision): string[] => [provision.id, ...provision.children.flatMap(idsBelow)]

/** What changed in or under a place of either text, out of these ids. */
export function changedAt(
  locus: string | undefined,
  texts: ReadonlyArray<LegalText | undefined>,
  changed: readonly string[],
): string[] {
  const address = locus ? parseAddress(locus) : null
  if (!address) return []
  const there = new Set(
    texts.flatMap((text) => {
      const provision = text && provisionAt(text, address)
      return provision ? idsBelow(provision) : []
    }),
  )
  return changed.filter((id) => there.has(id))
}

export type Desk = { office: string; review: string; government: string }

/** The units that work for the issuer: in a department's own document it does everything itself. */
export function deskOf({ demo, inDepartment }: Road): Desk {
  const { government, office, justice } = organsOf(demo.issuer)
  return inDepartment
    ? { office: demo.issuer, review: demo.issuer, government: demo.issuer }
    : { office, review: justice, government }
}
