import { lastOf, substantiveSince } from '#app/domain/matter/matter.ts'
import { moved } from '../days.server.ts'
import { holidayCalendar, libraryEntries } from '../data.server.ts'
import type { DemoReview } from '#prisma/demo/reviews.ts'
import { holderOf, postOf } from '../people.server.ts'
import { scan } from '../scan.server.ts'
import type { Gapped, Move, Played } from '../steps.server.ts'
import { saveVersion } from './circulation.server.ts'
import { changedAt, currentText, currentVersion, deskOf, provisionIdAt, type Road, reaches } from './road.server.ts'

const laws = libraryEntries()
const lawId = (title: string) => {
  const law = laws.find((one) => one.title === title || one.aliases.includes(title))
  if (!law) throw new Error(`the law library lacks ${title}`)
  return law.id
}

/** What the office found missing, for the matters that did not get through. */
const incomplete: Record<string, { result: 'supplement' | 'return'; missing: string[]; words: string }> = {
  'training-subsidy': {
    result: 'supplement',
    missing: ['basis'],
    words: '制定依据只列了名称，请在三个工作日内补充依据文本。',
  },
  'temporary-relief': {
    result: 'return',
    missing: ['explanation'],
    words: '起草说明未写明评估论证的结论，退回补充后重新报送。',
  },
}

function completeness(road: Road): Gapped {
  return [
    1,
    ({ today }) => {
      const found = incomplete[road.demo.key]
      const dueOn = found?.result === 'supplement' ? moved(today, 3, holidayCalendar) : undefined
      return {
        by: holderOf(deskOf(road).office, ['office-clerk'], today).person.key,
        act: 'check-completeness',
        input: found ? { ...found, dueOn } : { result: 'complete' },
      }
    },
  ]
}

/** From the completeness check to the opinion with its number. */
export function reviewSteps(road: Road): Gapped[] {
  const { demo, review } = road
  if (demo.stage === 'submitted') return []
  if (!review || ['supplementing', 'returned'].includes(demo.stage)) return [completeness(road)]
  return [completeness(road), ...judgementSteps(road, review)]
}

/** From the reviewer to whom it is given to the opinion with its number. */
export function judgementSteps(road: Road, review: DemoReview): Gapped[] {
  const steps: Gapped[] = []
  const { chain } = review
  const unhurried = road.urgent ? 0 : 1
  const officerPost = ({ today }: Played) => postOf(chain.officer, today).postId
  steps.push([
    unhurried,
    (played) => ({
      by: chain.sectionHead ?? chain.officer,
      act: 'accept-for-review',
      input: { officerPostId: officerPost(played) },
    }),
  ])
  for (const comment of review.comments) {
    const { locus, quote, point, weight, words, suggestion, law } = comment
    steps.push([
      unhurried,
      (played) => ({
        by: chain.officer,
        act: 'make-comment',
        input: {
          versionId: currentVersion(played),
          provisionId: provisionIdAt(currentText(played), locus),
          quote,
          point,
          weight,
          words,
          suggestion,
          ...(law && { lawId: lawId(law.title), articleLabel: law.label }),
        },
      }),
    ])
  }
  steps.push([
    3,
    (played) => ({
      by: chain.officer,
      act: 'draft-review-opinion',
      input: {
        versionId: currentVersion(played),
        conclusion: review.conclusion,
        findings: review.findings,
        words: review.words,
      },
    }),
  ])
  if (chain.sectionHead)
    steps.push([
      1,
      () => ({ by: chain.sectionHead!, act: 'pass-section-head', input: { agreed: true, words: '同意。' } }),
    ])
  if (chain.deputyHead)
    steps.push([1, () => ({ by: chain.deputyHead!, act: 'pass-deputy-head', input: { agreed: true } })])
  steps.push([
    1,
    (played) => ({
      by: chain.head,
      act: 'issue-review-opinion',
      files: [scan('onBehalf.file', '审核意见书签批页')],
      input: { versionId: currentVersion(played), separationReason: review.separationReason },
    }),
  ])
  return steps
}

/** The drafter answers each item; a new version that goes too far brings the reviewer back. */
export function answerSteps(road: Road): Gapped[] {
  const { demo, review } = road
  if (!review?.answers || (demo.stage !== 'under-review' && !reaches(road, 'scheduled'))) return []
  const later = demo.versions
    .slice(versionsBeforeReview(road))
    .map((_, index): Gapped => [2, saveVersion(road, versionsBeforeReview(road) + index)])
  const again: Gapped[] =
    demo.stage === 'under-review'
      ? [
          [
            1,
            (played) => ({
              by: review.chain.sectionHead!,
              act: 'reopen-review',
              input: { officerPostId: postOf(review.chain.officer, played.today).postId },
            }),
          ],
        ]
      : []
  return [...later, [1, (played) => answers(road, played)], ...again]
}

/** How many versions there are before the reviewer speaks. */
export const versionsBeforeReview = ({ demo, review }: Road): number =>
  review ? demo.versions.map((version) => version.text).lastIndexOf(review.version) + 1 : demo.versions.length

function answers({ demo, review }: Road, played: Played): Move {
  const issued = lastOf(played.matter, 'review-issued')!.payload
  const changed = substantiveSince(played.matter, issued.versionId)
  const texts = [played.texts.get(issued.versionId), currentText(played)]
  const items = review!.answers!.flatMap(({ comment, disposition, reason }) => {
    const { words, locus } = review!.comments.find((one) => one.key === comment)!
    const item = issued.items.find((one) => one.issue === words)
    return item
      ? [
          {
            itemId: item.itemId,
            disposition,
            reason,
            provisionIds: disposition === 'declined' ? [] : changedAt(locus, texts, changed),
          },
        ]
      : []
  })
  return { by: demo.drafter, act: 'answer-review', input: { versionId: currentVersion(played), items } }
}
