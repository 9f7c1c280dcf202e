import { kinds } from '#app/domain/matter/kinds.ts'
import { saveVersion, roundSteps, settlementSteps } from './circulation.server.ts'
import {
  adoptionTableStep,
  companionSteps,
  discussionStep,
  evidenceSteps,
  ownOpinionStep,
  submissionSignatures,
  submitStep,
} from './closing.server.ts'
import { issuingSteps } from './issuing.server.ts'
import { legalityDeskSteps } from './legality-desk.server.ts'
import { meetingSteps, postMeetingSteps, topicSteps } from './meeting.server.ts'
import { openingSteps, recognitionSteps } from './opening.server.ts'
import { answerSteps, reviewSteps, versionsBeforeReview } from './review.server.ts'
import { kindOf, type Road, reaches } from './road.server.ts'
import { particularSteps, signedEarlier } from './particular.server.ts'
import { at, type Gapped, laidBack, type Step } from '../steps.server.ts'

/** Everything that was done in one matter, in order. */
export function stepsOf(road: Road): Step[] {
  const steps = [...openingSteps(road), ...recognitionSteps(road), ...endingEarly(road)]
  if (kinds[kindOf(road.demo)].road === 'desk') return [...steps, ...legalityDeskSteps(road)]
  if (reaches(road, 'drafting')) steps.push(...draftingSteps(road))
  steps.push(...particularSteps(road))
  // The sort is stable: steps of one day stay in the order in which they were written down.
  return steps.sort((a, b) => a.day - b.day)
}

/** Not normative, withdrawn, or left for the channel of the Party. */
function endingEarly(road: Road): Step[] {
  const { demo, end } = road
  const by = demo.drafter
  if (demo.stage === 'not-normative') return [at(0, saveVersion(road, 0))]
  if (demo.stage === 'withdrawn')
    return [
      at(4, saveVersion(road, 0)),
      at(end, () => ({
        by,
        act: 'withdraw-matter',
        input: { reason: '评定结果限制参加促消费活动，缺乏依据，研究后撤回。' },
      })),
    ]
  if (demo.stage === 'left-for-party')
    return [
      at(end, () => ({
        by,
        act: 'leave-for-party',
        input: { reference: '市委办公室会签单', reason: '与市委宣传部联合制发，按照党内规范性文件程序办理。' },
      })),
    ]
  return []
}

function draftingSteps(road: Road): Step[] {
  const { demo, urgent, rounds, end } = road
  if (demo.stage === 'drafting') return [at(end, saveVersion(road, 0))]
  const steps: Step[] = []
  const beforeReview = versionsBeforeReview(road)
  const circulating = demo.stage === 'circulating' || demo.stage === 'circulating-overdue'
  let day = urgent ? 0 : 3
  let saved = 0
  const saveNext = () => steps.push(at(day, saveVersion(road, saved++)))
  saveNext()
  for (const round of rounds) {
    const opensOn = circulating ? end : day + (urgent ? 0 : 1)
    const { steps: circulation, closedOn } = roundSteps(road, round, opensOn)
    steps.push(...circulation)
    day = closedOn
    if (!reaches(road, 'settling')) return steps
    const settled = round.answers.some((answer) => answer.opinions.some((opinion) => opinion.disposition))
    if (saved < beforeReview) {
      day = demo.stage === 'settling' ? end : day + 3
      saveNext()
    }
    if (settled) {
      day = demo.stage === 'settling' ? end : day + 1
      steps.push(...settlementSteps(road, round, day))
    }
  }
  if (!reaches(road, 'closing')) return steps
  return [...steps, ...submissionSteps(road, day)]
}

/** From the closing acts to the stage of the matter. */
function submissionSteps(road: Road, settledOn: number): Step[] {
  const { demo, urgent, end } = road
  const evidence = evidenceSteps(road)
  const due = evidence.filter((step) => step.day <= Math.min(end, 45)).map((step) => step.day)
  const ready = Math.max(settledOn, ...due)
  const companions = companionSteps(road, Math.min(settledOn + (urgent ? 0 : 1), ready))
  const heads = [demo.lead, ...demo.joint].filter((unit) => !signedEarlier(road, unit))
  const closing: Gapped[] = [
    ...adoptionTableStep(road),
    ...ownOpinionStep(road),
    ...discussionStep(road),
    ...submissionSignatures(road, heads),
  ]
  if (demo.stage === 'closing') return [...evidence, ...companions, ...laidBack(end, ready, closing)]
  const submission: Gapped[] = [
    ...closing,
    submitStep(road),
    ...reviewSteps(road),
    ...answerSteps(road),
    ...topicSteps(road),
  ]
  if (!reaches(road, 'passed-in-principle') || road.session === null)
    return [...evidence, ...companions, ...laidBack(end, ready, submission)]
  const after = [...postMeetingSteps(road), ...issuingSteps(road)]
  return [
    ...evidence,
    ...companions,
    ...laidBack(road.session - 2, ready, submission),
    ...meetingSteps(road),
    ...laidBack(Math.max(end, road.session + 1), road.session + 1, after),
  ]
}
