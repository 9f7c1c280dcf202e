import { openBasisChanges } from '#app/domain/matter/basis.ts'
import { isValidOn } from '#app/domain/access/directory.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { openComments } from '#app/domain/acts/review.ts'
import { type Comparison, compare } from '#app/domain/comparison/changes.ts'
import { addedEffects, substantiveChanges, unaskedChanges, weightOf } from '#app/domain/comparison/classify.ts'
import { rowNames } from '#app/domain/comparison/names.ts'
import { beyondMinutes } from '#app/domain/matter/facts.ts'
import { accountedProvisions } from '#app/domain/matter/ledger.ts'
import { kinds } from '#app/domain/matter/kinds.ts'
import {
  kindOf,
  lastOf,
  latestVersion,
  type Matter,
  opened,
  recordsOf,
  roundsOf,
  substantiveSince,
  titleOf,
  type Version,
  versionById,
  versionsOf,
} from '#app/domain/matter/matter.ts'
import type { RecordOf } from '#app/domain/matter/records.ts'
import { daysOf, reviewTime } from '#app/domain/procedure/review-time.ts'
import { addressesOf, printAddress } from '#app/domain/text/address.ts'
import { checkText } from '#app/domain/text/checks/check-text.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import { standingPhrases } from '#prisma/library/standing-phrases.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { isCountyMode } from '../repositories/packs.server.ts'
import { findArticleOn } from '../repositories/law-wordings.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { namedProvisions } from './closing-view.server.ts'
import { type ShownCitation, shownCitations, writingOf } from './citations-view.server.ts'
import { shownDeadline } from './deadline-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { versionLine } from './versions-view.server.ts'
import { shownRecord } from './signed.server.ts'

export type ReviewQuery = {
  since?: string | null
  view?: string | null
  on?: string | null
  law?: string | null
  article?: string | null
}

const after = <Record extends { seq: number }>(record: Record | null, other: { seq: number } | null): Record | null =>
  record && (!other || record.seq > other.seq) ? record : null

/** The review that runs or stands: what followed the last acceptance. */
function currentReview(matter: Matter) {
  const accepted = lastOf(matter, 'review-accepted')
  const issued = after(lastOf(matter, 'review-issued'), accepted)
  const draft = after(lastOf(matter, 'review-drafted'), accepted)
  const passed = recordsOf(matter, 'review-passed').filter((record) => draft && record.seq > draft.seq)
  return { accepted, issued, draft, passed }
}

/**
 * The version to compare with where nobody chose one: after the meeting the meeting's text alone; else the one that was the latest
 * when the viewer last did something here; else the version that was circulated, which the units know.
 */
function usualBase({ matter, viewer, stage }: MatterPage): {
  version: Version | null
  because: 'meeting' | 'looked' | 'round' | 'first' | 'none'
} {
  const latest = latestVersion(matter)
  const other = (version: Version | null | undefined) =>
    version && version.payload.versionId !== latest?.payload.versionId ? version : null
  const minutes = lastOf(matter, 'minutes-issued')
  const meeting =
    minutes && (stage === 'post-meeting' || stage === 'signing')
      ? other(versionById(matter, minutes.payload.versionId))
      : null
  if (meeting) return { version: meeting, because: 'meeting' }
  const own = matter.records.filter((record) => record.personId === viewer.personId).at(-1)
  const seen = own
    ? other(
        versionsOf(matter)
          .filter((version) => version.seq <= own.seq)
          .at(-1),
      )
    : null
  if (seen) return { version: seen, because: 'looked' }
  const round = roundsOf(matter).at(-1)
  const sent = round ? other(versionById(matter, round.opening.payload.versionId)) : null
  if (sent) return { version: sent, because: 'round' }
  const first = other(versionsOf(matter)[0])
  return first ? { version: first, because: 'first' } : { version: null, because: 'none' }
}

const wordsOf = (provision: Provision): string => provision.text || provision.children[0]?.text || ''

export type Position = 'exact' | 'changed' | 'gone' | 'whole'

/** Where the words of a comment are in the present text. They are never hidden, whatever became of them. */
function positionOf(
  { anchor }: RecordOf<'comment-made'>['payload'],
  provisions: ReadonlyMap<string, Provision>,
): Position {
  if (!anchor.provisionId) return 'whole'
  const provision = provisions.get(anchor.provisionId)
  if (!provision) return 'gone'
  return !anchor.quote || wordsOf(provision).includes(anchor.quote) ? 'exact' : 'changed'
}

function commentsOf(page: MatterPage, text: LegalText | undefined) {
  const { matter } = page
  const provisions = new Map((text ? place(text) : []).map(({ provision }) => [provision.id, provision]))
  const closings = new Map(recordsOf(matter, 'comment-closed').map((record) => [record.payload.commentId, record]))
  return recordsOf(matter, 'comment-made').map((record) => {
    const closing = closings.get(record.payload.commentId)
    return {
      ...shownRecord(page, record),
      version: versionById(matter, record.payload.versionId)?.payload.number ?? null,
      position: positionOf(record.payload, provisions),
      closed: closing
        ? {
            how: closing.payload.how,
            words: closing.payload.words ?? null,
            person: closing.names.person,
            on: closing.on,
          }
        : null,
    }
  })
}
export type ShownComment = ReturnType<typeof commentsOf>[number]

/** What changed, with the changes that no opinion, item, decision of the minutes or stated reason asked for (夹带) told apart. */
function changesOf(comparison: Comparison, matter: Matter) {
  const names = rowNames(comparison.rows)
  const decided = recordsOf(matter, 'minutes-issued').flatMap(({ payload }) =>
    payload.decisions.flatMap(({ provisionIds }) => provisionIds),
  )
  const unasked = new Set(unaskedChanges(comparison, [...accountedProvisions(matter), ...decided]))
  const shown = (row: Comparison['rows'][number]) => ({
    id: (row.newId ?? row.oldId)!,
    name: names.get(row) ?? '',
    state: row.state,
    weight: weightOf(row),
    present: row.newId !== null,
    unasked: unasked.has(row),
    effects: addedEffects(row),
  })
  return {
    substantive: substantiveChanges(comparison).map(shown),
    others: comparison.rows.filter((row) => !row.substantive && row.state !== 'unchanged').map(shown),
  }
}
export type ShownChange = ReturnType<typeof changesOf>['substantive'][number]

/** Provisions that a comment can stand on: all with words of their own. */
function commentable(text: LegalText) {
  const addresses = addressesOf(text)
  return place(text)
    .filter(({ provision }) => provision.text !== '')
    .map((placed) => {
      const address = addresses.get(placed.provision.id)
      return {
        id: placed.provision.id,
        address: address ? printAddress(address) : printedLabel(placed),
        words: placed.provision.text,
      }
    })
}

/** The provision that a comment is to be made on, with what it cites and the article chosen. */
async function target(
  text: LegalText,
  { on, law, article }: ReviewQuery,
  citations: readonly ShownCitation[],
  today: PlainDate,
) {
  const provision = on ? (commentable(text).find(({ id }) => id === on) ?? null) : null
  return {
    provision,
    cited: provision ? citations.filter(({ provisionId }) => provisionId === provision.id) : [],
    article: law && article ? await findArticleOn(world().database.client, law, article, today) : null,
  }
}

/** Answers preset to "none found"; a point opens where an open comment is a finding on it. */
function pointsOf(matter: Matter) {
  const comments = openComments(matter).filter(({ payload }) => payload.weight !== 'note')
  return kinds[kindOf(matter) ?? 'normative-document'].points.map((point) => {
    const mine = comments.filter(({ payload }) => payload.point === point)
    return {
      point,
      comments: mine.map(({ payload }) => ({
        id: payload.commentId,
        address: payload.anchor.address ?? '',
        words: payload.words,
      })),
      finding: mine.map(({ payload }) => payload.words).join('；'),
    }
  })
}

/** Standing phrases on the points of this kind of matter. */
function phrasesOf(matter: Matter) {
  const { points, document } = kinds[kindOf(matter) ?? 'normative-document']
  return standingPhrases.filter(({ about }) => (about === 'form' ? document : points.includes(about)))
}

function deadlineOf({ matter, pack, facts, today, calendar, locale }: MatterPage) {
  const { accepted, issued } = currentReview(matter)
  if (!accepted) return null
  const rule = pack && reviewTime(pack, facts).max
  const allowed = lastOf(matter, 'submitted')?.payload.allowedWorkingDays ?? 0
  const days = rule ? Math.min(allowed, daysOf(rule)) : allowed
  const shown = shownDeadline(accepted.payload.dueOn, issued?.on ?? today, calendar)
  return {
    ...shown,
    done: issued !== null && issued.on <= accepted.payload.dueOn,
    provisional: accepted.payload.provisional,
    first: accepted.payload.firstDueOn,
    count: { from: accepted.on, days, unit: 'working' as const },
    earliestOn: accepted.payload.earliestOn,
    source: rule?.sources[0],
    ruleName: rule ? wordsIn(locale, rule.name) : undefined,
  }
}

type Rank = {
  rank: 'officer' | 'section-head' | 'deputy-head' | 'head'
  state: 'done' | 'current' | 'waiting' | 'sent-back'
  person: string | null
  on: string | null
  words: string | null
  separationReason: string | null
}

/** The chain from the officer to the seal, rank by rank. A department's own reviewer has no middle ranks. */
function chainOf({ matter, directory }: MatterPage): Rank[] {
  const { accepted, issued, draft, passed } = currentReview(matter)
  if (!accepted) return []
  const officer = directory.posts.get(accepted.payload.officerPostId)?.personName ?? null
  const inDepartment = opened(matter)?.payload.authority === 'department'
  const sentBack = passed.some(({ payload }) => !payload.agreed)
  const middle = inDepartment ? [] : (['section-head', 'deputy-head'] as const)
  const ranks: Rank[] = [
    {
      rank: 'officer',
      state: draft && !sentBack ? 'done' : 'waiting',
      person: draft?.names.person ?? officer,
      on: draft?.on ?? null,
      words: null,
      separationReason: null,
    },
  ]
  let below = 0
  for (const rank of middle) {
    const after = below
    const record = passed.filter(({ payload, seq }) => payload.rank === rank && seq > after).at(-1)
    below = record?.seq ?? below
    ranks.push({
      rank,
      state: !record ? 'waiting' : record.payload.agreed ? 'done' : 'sent-back',
      person: record?.names.person ?? null,
      on: record?.on ?? null,
      words: record?.payload.words ?? null,
      separationReason: record?.payload.separationReason ?? null,
    })
  }
  ranks.push({
    rank: 'head',
    state: issued ? 'done' : 'waiting',
    person: issued?.names.person ?? null,
    on: issued?.on ?? null,
    words: null,
    separationReason: issued?.payload.separationReason ?? null,
  })
  const next = ranks.find(({ state }) => state === 'waiting')
  if (next) next.state = 'current'
  return ranks
}

/** Items of the opinion that stands, with the drafter's answers and the changes they may point to. */
function itemsOf(matter: Matter, texts: readonly LegalText[]) {
  const { issued } = currentReview(matter)
  if (!issued) return { items: [], changed: [] }
  const answers = new Map(
    recordsOf(matter, 'review-answered')
      .filter(({ seq }) => seq > issued.seq)
      .flatMap((record) =>
        record.payload.items.map(
          (item) => [item.itemId, { ...item, person: record.names.person, on: record.on }] as const,
        ),
      ),
  )
  return {
    items: issued.payload.items.map((item) => {
      const answer = answers.get(item.itemId)
      return { ...item, answer: answer ? { ...answer, changed: namedProvisions(answer.provisionIds, texts) } : null }
    }),
    changed: namedProvisions(substantiveSince(matter, issued.payload.versionId), texts),
  }
}

/** The text after the meeting on its difference alone: each substantive change with the decision that asked for it, or none. */
function postMeetingOf(page: MatterPage, texts: readonly LegalText[]) {
  const { matter } = page
  const minutes = lastOf(matter, 'minutes-issued')
  if (!minutes) return null
  const beyond = new Set(beyondMinutes(matter))
  const accounts = recordsOf(matter, 'changes-accounted').filter((record) => record.seq > minutes.seq)
  const decisionFor = (id: string) => {
    const account = accounts.find(({ payload }) => payload.decisionId && payload.provisionIds.includes(id))
    return (
      minutes.payload.decisions.find(
        ({ decisionId, provisionIds }) => provisionIds.includes(id) || decisionId === account?.payload.decisionId,
      )?.words ?? null
    )
  }
  const changes = namedProvisions(substantiveSince(matter, minutes.payload.versionId), texts)
  return {
    versionId: minutes.payload.versionId,
    result: minutes.payload.result,
    decisions: minutes.payload.decisions.map(({ words }) => words),
    changes: changes.map((change) => ({ ...change, beyond: beyond.has(change.id), decision: decisionFor(change.id) })),
    checks: recordsOf(matter, 'post-meeting-checked').map((record) => shownRecord(page, record)),
  }
}

/** The review desk: the text or its difference, comments, the seven points, the chain and the deadline. */
export async function reviewView(page: MatterPage, query: ReviewQuery) {
  const { matter, directory, today } = page
  const latest = latestVersion(matter)
  const usual = usualBase(page)
  const chosen = query.since ? versionById(matter, query.since) : null
  const base = chosen ?? usual.version
  const { issued, draft } = currentReview(matter)
  const minutes = lastOf(matter, 'minutes-issued')
  const ids = [latest, base].flatMap((version) => version?.payload.versionId ?? [])
  const texts = await findTexts(world().database.client, [
    ...ids,
    ...[issued?.payload.versionId, minutes?.payload.versionId].filter((id): id is string => Boolean(id)),
  ])
  const text = latest ? texts.get(latest.payload.versionId) : undefined
  const old = base ? texts.get(base.payload.versionId) : undefined
  const comparison = text && old && base !== latest ? compare(old, text) : null
  const newestFirst = [text, ...texts.values()].filter((one): one is LegalText => Boolean(one))
  const view =
    query.view === 'side' || query.view === 'one' || query.view === 'text'
      ? query.view
      : page.stage === 'reviewed' || page.stage === 'post-meeting'
        ? 'one'
        : 'text'
  const citations = text ? await shownCitations(text, titleOf(matter), today, writingOf(matter)) : []
  return {
    view: comparison ? view : ('text' as const),
    today,
    text: text ?? null,
    versionId: latest?.payload.versionId ?? '',
    versions: versionsOf(matter).map(versionLine),
    base: base && {
      versionId: base.payload.versionId,
      number: base.payload.number,
      because: chosen ? ('chosen' as const) : usual.because,
    },
    comparison: view === 'text' ? null : comparison,
    changes: comparison ? changesOf(comparison, matter) : { substantive: [], others: [] },
    provisions: text ? commentable(text) : [],
    comments: commentsOf(page, text),
    target: text ? await target(text, query, citations, today) : { provision: null, cited: [], article: null },
    citations,
    findings: text ? checkText(text) : [],
    phrases: phrasesOf(matter).map(({ key, about, title, text: words }) => ({ key, about, title, words })),
    points: pointsOf(matter),
    deadline: deadlineOf(page),
    chain: chainOf(page),
    draft: draft && { ...shownRecord(page, draft), stands: draft.payload.fingerprint === latest?.payload.fingerprint },
    opinions: recordsOf(matter, 'review-issued').map((record) => shownRecord(page, record)),
    confirmations: recordsOf(matter, 'review-confirmed').map((record) => ({
      ...shownRecord(page, record),
      version: versionById(matter, record.payload.versionId)?.payload.number ?? null,
    })),
    basis: {
      open: openBasisChanges(matter).flatMap(({ payload }) => payload.changes),
      confirmations: recordsOf(matter, 'basis-confirmed').map((record) => shownRecord(page, record)),
    },
    issuedOn: issued && { versionId: issued.payload.versionId, conclusion: issued.payload.conclusion },
    ...itemsOf(matter, newestFirst),
    postMeeting: postMeetingOf(page, newestFirst),
    officers: [...directory.posts.values()]
      .filter(
        (post) =>
          post.unitId === page.viewer.post.unit.id &&
          isValidOn(post, today) &&
          post.roles.some(
            (role) =>
              role === 'review-officer' || role === 'department-legal-reviewer' || role === 'review-section-head',
          ),
      )
      .map((post) => ({ value: post.id, label: `${post.title} ${post.personName}` })),
    submissions: recordsOf(matter, 'submitted').map((record) => shownRecord(page, record)),
    completeness: recordsOf(matter, 'completeness-checked').map((record) => shownRecord(page, record)),
    supplements: recordsOf(matter, 'supplemented').map((record) => shownRecord(page, record)),
    countyMode: await isCountyMode(world().database.client, page.pack),
  }
}
export type ReviewView = Awaited<ReturnType<typeof reviewView>>
