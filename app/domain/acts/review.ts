import { z } from 'zod'
import { isValidOn } from '../access/directory.ts'
import { ok, type Result } from '../base/result.ts'
import { id, optionalWords, words, yesNo } from '../base/schemas.ts'
import { workingDayDeadline } from '../calendar/working-days.ts'
import { nextNumber } from '../document/numbers.ts'
import { openBasisChanges } from '../matter/basis.ts'
import { kinds } from '../matter/kinds.ts'
import { kindOf, lastOf, latestVersion, type Matter, opened, recordsOf, substantiveSince } from '../matter/matter.ts'
import { beyondMinutes, factsFor } from '../matter/facts.ts'
import { conclusions, dispositions, type Payload, type RecordOf, reviewPoints } from '../matter/records.ts'
import { daysOf, reviewTime } from '../procedure/review-time.ts'
import { act, boundLatest, type Context, draftersOf, notDrafter, type Refusal, refuse, seenVersion } from './act.ts'
import { anchorAt } from './anchors.ts'

const reviewing = ['under-review'] as const
const commenting = ['under-review', 'reviewed', 'deliberating', 'post-meeting', 'signing'] as const

/** Takes the matter on and names the officer. The clock runs from the next working day; the longest time drives overdue, not refusal. */
export const acceptForReview = act({
  name: 'accept-for-review',
  subject: 'matter',
  input: z.object({ officerPostId: id }),
  grants: [
    {
      roles: ['review-section-head', 'review-deputy-head', 'review-head', 'review-officer'],
      relations: ['reviewing'],
      stages: ['submitted'],
    },
    { roles: ['department-legal-reviewer'], relations: ['reviewing'], stages: ['submitted'] },
  ],
  event: 'review-accepted',
  decide: (matter, input, context) => {
    const officer = context.directory.posts.get(input.officerPostId)
    if (!officer || officer.unitId !== context.actor.unitId || !isValidOn(officer, context.today))
      return refuse('officer-unknown', {}, 'officerPostId')
    if (draftersOf(matter).has(officer.personId))
      return refuse('reviewer-is-drafter', { who: officer.personName }, 'officerPostId')
    const allowed = lastOf(matter, 'submitted')!.payload.allowedWorkingDays
    const { min, max } = reviewTime(context.pack, factsFor(matter, context.today, context.calendar))
    const longest = max ? Math.min(allowed, daysOf(max)) : allowed
    const due = workingDayDeadline(context.today, longest, context.calendar)
    const earliest = workingDayDeadline(context.today, daysOf(min), context.calendar)
    return ok([
      {
        do: 'record',
        kind: 'review-accepted',
        payload: {
          ...boundLatest(matter)!,
          ...input,
          earliestOn: earliest.date,
          workingDays: longest,
          dueOn: due.date,
          provisional: due.provisional,
        },
      },
    ])
  },
})

/** What is looked at in a matter of this kind. */
const pointsOf = (matter: Matter) => kinds[kindOf(matter) ?? 'normative-document'].points

const officers = [
  'review-officer',
  'review-section-head',
  'review-deputy-head',
  'review-head',
  'department-legal-reviewer',
] as const

export const makeComment = act({
  name: 'make-comment',
  subject: 'matter',
  input: z.object({
    versionId: id,
    provisionId: id.optional(),
    quote: z.string().max(5_000).optional(),
    point: z.enum(reviewPoints),
    weight: z.enum(['must', 'should', 'note']),
    words,
    suggestion: optionalWords,
    lawId: id.optional(),
    articleLabel: z.string().max(40).optional(),
  }),
  grants: [{ roles: officers, relations: ['reviewing'], stages: commenting }],
  event: 'comment-made',
  texts: (_, input) => [input.versionId],
  decide: (matter, input, context) => {
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    if (!pointsOf(matter).includes(input.point)) return refuse('point-of-other-kind', {}, 'point')
    const text = context.texts.get(input.versionId)
    if (!text) return refuse('version-unknown')
    const anchor = anchorAt(text, input.provisionId, input.quote)
    if (input.provisionId && !anchor) return refuse('provision-unknown', {}, 'provisionId')
    if (input.lawId && !context.lawArticle) return refuse('law-unknown', {}, 'lawId')
    const { versionId, point, weight, words, suggestion } = input
    return ok([
      {
        do: 'record',
        kind: 'comment-made',
        payload: {
          commentId: context.newId(),
          versionId,
          anchor: anchor ?? {},
          point,
          weight,
          words,
          suggestion,
          law: context.lawArticle ?? undefined,
        },
      },
    ])
  },
})

export const closeComment = act({
  name: 'close-comment',
  subject: 'matter',
  input: z.object({ commentId: id, how: z.enum(['resolved', 'withdrawn']), words: optionalWords }),
  grants: [{ roles: officers, relations: ['reviewing'], stages: commenting }],
  event: 'comment-closed',
  decide: (matter, input) => {
    const comment = recordsOf(matter, 'comment-made').find((record) => record.payload.commentId === input.commentId)
    if (!comment) return refuse('comment-unknown')
    if (recordsOf(matter, 'comment-closed').some((record) => record.payload.commentId === input.commentId))
      return refuse('comment-closed-already')
    return ok([{ do: 'record', kind: 'comment-closed', payload: input }])
  },
})

/** Comments that no explicit act has closed. */
export function openComments(matter: Matter) {
  const closed = new Set(recordsOf(matter, 'comment-closed').map((record) => record.payload.commentId))
  return recordsOf(matter, 'comment-made').filter((record) => !closed.has(record.payload.commentId))
}

/**
 * The officer's draft opinion: an answer to each point of the kind of matter (of documents the seven of 国办发〔2018〕115号（六）, verified),
 * preset to "none found", and one
 * item for every open comment that wants a change.
 */
export const draftReviewOpinion = act({
  name: 'draft-review-opinion',
  subject: 'matter',
  input: z.object({
    versionId: id,
    conclusion: z.enum(conclusions),
    findings: z.array(z.object({ point: z.enum(reviewPoints), finding: optionalWords })).default([]),
    words: optionalWords,
  }),
  grants: [{ roles: ['review-officer', 'department-legal-reviewer'], relations: ['reviewing'], stages: reviewing }],
  event: 'review-drafted',
  decide: (matter, input, context) => {
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const comments = openComments(matter)
    const items = comments
      .filter((comment) => comment.payload.weight !== 'note')
      .map(({ payload }) => ({
        itemId: context.newId(),
        anchor: payload.anchor,
        point: payload.point,
        issue: payload.words,
        law: payload.law && `《${payload.law.title}》${payload.law.label}：${payload.law.text}`,
        suggestion: payload.suggestion,
      }))
    const points = Object.fromEntries(
      pointsOf(matter).map((point) => {
        const mine = comments.filter((comment) => comment.payload.point === point && comment.payload.weight !== 'note')
        const typed = input.findings.find((finding) => finding.point === point)?.finding
        return [
          point,
          {
            finding: typed || (mine.length > 0 ? mine.map((comment) => comment.payload.words).join('；') : null),
            commentIds: mine.map((comment) => comment.payload.commentId),
          },
        ]
      }),
    ) as Payload<'review-drafted'>['points']
    const found = Object.values(points).some((point) => point?.finding)
    if (input.conclusion === 'lawful' && found) return refuse('lawful-with-findings', {}, 'conclusion')
    if (input.conclusion !== 'lawful' && !found) return refuse('finding-missing', {}, 'conclusion')
    return ok([
      {
        do: 'record',
        kind: 'review-drafted',
        payload: { ...seen.value, conclusion: input.conclusion, points, items, words: input.words },
      },
    ])
  },
})

const draftOf = (matter: Matter) => {
  const draft = lastOf(matter, 'review-drafted')
  const accepted = lastOf(matter, 'review-accepted')
  return draft && accepted && draft.seq > accepted.seq ? draft : null
}

/** Two ranks of the reviewer's chain are two people; in county mode one person may hold both, with a recorded reason. */
function separated(personIds: Array<string | undefined>, context: Context, reason: string | undefined): Refusal | null {
  if (!personIds.includes(context.actor.personId)) return null
  if (!context.countyMode) return { code: 'separation', fields: { who: context.actor.names.person } }
  return reason ? null : { code: 'separation-reason-missing', field: 'separationReason' }
}

const passing =
  (rank: 'section-head' | 'deputy-head') =>
  (
    matter: Matter,
    input: { agreed: boolean; words?: string; separationReason?: string },
    context: Context,
  ): Result<Array<{ do: 'record'; kind: 'review-passed'; payload: Payload<'review-passed'> }>, Refusal> => {
    const draft = draftOf(matter)
    if (!draft) return refuse('review-not-drafted')
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    if (rank === 'deputy-head' && !passedAs(matter, 'section-head'))
      return refuse('chain-out-of-order', { wanted: 'section-head' })
    const same = separated(
      [draft.personId, ...(rank === 'deputy-head' ? [passedAs(matter, 'section-head')?.personId] : [])],
      context,
      input.separationReason,
    )
    if (same) return { ok: false, error: same }
    if (!input.agreed && !input.words) return refuse('words-missing', {}, 'words')
    return ok([{ do: 'record', kind: 'review-passed', payload: { rank, ...input } }])
  }

/**
 * The standing consent of a rank to the draft opinion: later than the draft and in agreement, the deputy head's also later than the
 * section head's, so that a consent given anew at the lower rank goes up again.
 */
const passedAs = (matter: Matter, rank: 'section-head' | 'deputy-head'): RecordOf<'review-passed'> | undefined => {
  const below = rank === 'deputy-head' ? passedAs(matter, 'section-head') : draftOf(matter)
  const record = recordsOf(matter, 'review-passed')
    .filter((one) => one.payload.rank === rank && below && one.seq > below.seq)
    .at(-1)
  return record?.payload.agreed ? record : undefined
}

const passInput = z.object({ agreed: yesNo, words: optionalWords, separationReason: optionalWords })

export const passSectionHead = act({
  name: 'pass-section-head',
  subject: 'matter',
  input: passInput,
  grants: [{ roles: ['review-section-head'], relations: ['reviewing'], stages: reviewing }],
  event: 'review-passed',
  decide: passing('section-head'),
})
export const passDeputyHead = act({
  name: 'pass-deputy-head',
  subject: 'matter',
  input: passInput,
  grants: [{ roles: ['review-deputy-head'], relations: ['reviewing'], stages: reviewing }],
  event: 'review-passed',
  decide: passing('deputy-head'),
})

/** The head issues the opinion with its own number and as a Word document. It binds to the text that was drafted on. */
export const issueReviewOpinion = act({
  name: 'issue-review-opinion',
  subject: 'matter',
  input: z.object({ versionId: id, separationReason: optionalWords }),
  grants: [
    { roles: ['review-head'], relations: ['reviewing'], stages: reviewing },
    { roles: ['unit-head'], relations: ['reviewing'], stages: reviewing },
  ],
  event: 'review-issued',
  password: true,
  decide: (matter, input, context) => {
    const draft = draftOf(matter)
    if (!draft) return refuse('review-not-drafted')
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    if (seen.value.fingerprint !== draft.payload.fingerprint) return refuse('review-drafted-on-other-text')
    const inDepartment = opened(matter)?.payload.authority === 'department'
    if (!inDepartment && !context.countyMode && !passedAs(matter, 'deputy-head'))
      return refuse('chain-out-of-order', { wanted: 'deputy-head' })
    const chain = [draft, passedAs(matter, 'section-head'), passedAs(matter, 'deputy-head')]
    const same = separated(
      chain.map((record) => record?.personId),
      context,
      input.separationReason,
    )
    if (same) return { ok: false, error: same }
    const series = context.series.find((one) => one.kind === 'opinion' && one.unitId === context.actor.unitId)
    if (!series) return refuse('series-missing', { kind: 'opinion', unit: context.actor.names.unit })
    const allocated = nextNumber(series, context.today)
    const { conclusion, points, items, words } = draft.payload
    return ok([
      { do: 'number', issuedNumberId: context.newId(), allocated },
      {
        do: 'record',
        kind: 'review-issued',
        payload: {
          ...seen.value,
          number: allocated.text,
          conclusion,
          points,
          items,
          words,
          separationReason: input.separationReason,
        },
        document: {
          template: 'review-opinion',
          name: `${kinds[kindOf(matter)!].opinionTitle}（${allocated.text}）.docx`,
        },
      },
    ])
  },
})

/** The drafter answers each item; what is not fully adopted needs the reason that goes to the meeting (115号（六）, verified). */
export const answerReview = act({
  name: 'answer-review',
  subject: 'matter',
  input: z.object({
    versionId: id,
    items: z
      .array(
        z.object({
          itemId: id,
          disposition: z.enum(dispositions).optional(),
          reason: optionalWords,
          provisionIds: z.array(id).default([]),
        }),
      )
      .min(1),
  }),
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: ['reviewed'] }],
  event: 'review-answered',
  decide: (matter, input) => {
    const issued = lastOf(matter, 'review-issued')!
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const known = new Map(issued.payload.items.map((item) => [item.itemId, item]))
    const changed = new Set(substantiveSince(matter, issued.payload.versionId))
    const items: Payload<'review-answered'>['items'] = []
    for (const item of input.items.filter((one) => one.disposition)) {
      const asked = known.get(item.itemId)
      if (!asked) return refuse('item-unknown')
      if (item.disposition !== 'adopted' && !item.reason)
        return refuse(
          'reason-missing',
          { unit: asked.anchor?.address ?? '', words: asked.issue.slice(0, 40) },
          `reason-${item.itemId}`,
        )
      if (item.disposition !== 'declined' && item.provisionIds.length === 0)
        return refuse('change-missing', { words: asked.issue.slice(0, 40) }, `provisions-${item.itemId}`)
      if (item.provisionIds.some((provisionId) => !changed.has(provisionId)))
        return refuse('change-unknown', { unit: asked.anchor?.address ?? '' }, `provisions-${item.itemId}`)
      items.push({ ...item, disposition: item.disposition! })
    }
    return items.length > 0
      ? ok([{ do: 'record', kind: 'review-answered', payload: { versionId: input.versionId, items } }])
      : refuse('nothing-settled')
  },
})

/** The reviewer has seen what changed since and stands by the opinion for this text. */
export const confirmRevision = act({
  name: 'confirm-revision',
  subject: 'matter',
  input: z.object({ versionId: id, words: optionalWords }),
  grants: [
    {
      roles: ['review-officer', 'review-section-head', 'department-legal-reviewer'],
      relations: ['reviewing'],
      stages: ['reviewed'],
    },
  ],
  event: 'review-confirmed',
  decide: (matter, input, context) => {
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    const issued = lastOf(matter, 'review-issued')!
    if (issued.payload.conclusion === 'unlawful') return refuse('unlawful-stands')
    const seen = seenVersion(matter, input.versionId)
    return seen.ok
      ? ok([{ do: 'record', kind: 'review-confirmed', payload: { ...seen.value, words: input.words } }])
      : seen
  },
})

/** After an opinion of "unlawful", or when the text or the law it cites has changed beyond it, the reviewer takes the matter up again. */
export const reopenReview = act({
  name: 'reopen-review',
  subject: 'matter',
  input: z.object({ officerPostId: id }),
  grants: [
    {
      roles: ['review-section-head', 'review-deputy-head', 'review-head'],
      relations: ['reviewing'],
      stages: ['reviewed'],
    },
  ],
  event: 'review-accepted',
  decide: (matter, input, context) => {
    const issued = lastOf(matter, 'review-issued')!
    const isSameText = latestVersion(matter)!.payload.fingerprint === issued.payload.fingerprint
    if (isSameText && openBasisChanges(matter).length === 0) return refuse('nothing-changed')
    return acceptForReview.decide(matter, input, context)
  },
})

/**
 * The text changed after the meeting is checked on its difference alone. A substantive change that no decision of the minutes asked
 * for cannot be found within them: it returns to the meeting.
 */
export const checkPostMeeting = act({
  name: 'check-post-meeting',
  subject: 'matter',
  input: z.object({ versionId: id, result: z.enum(['within-minutes', 'beyond-minutes']), words: optionalWords }),
  grants: [
    {
      roles: ['review-officer', 'review-section-head', 'department-legal-reviewer'],
      relations: ['reviewing'],
      stages: ['post-meeting', 'signing'],
    },
  ],
  event: 'post-meeting-checked',
  decide: (matter, input, context) => {
    const drafter = notDrafter(matter, context)
    if (drafter) return { ok: false, error: drafter }
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const unaccounted = beyondMinutes(matter)
    if (input.result === 'within-minutes' && unaccounted.length > 0)
      return refuse('beyond-minutes', { count: unaccounted.length }, 'result')
    if (input.result === 'beyond-minutes' && !input.words) return refuse('words-missing', {}, 'words')
    return ok([
      {
        do: 'record',
        kind: 'post-meeting-checked',
        payload: {
          ...seen.value,
          meetingVersionId: lastOf(matter, 'minutes-issued')!.payload.versionId,
          result: input.result,
          unaccounted,
          words: input.words,
        },
      },
    ])
  },
})
