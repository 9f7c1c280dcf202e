import { expect } from 'vitest'
import {
  adoptionTable,
  answerInPerson,
  askUnits,
  changeForOpinions,
  closeRound,
  enterLetter,
  settle,
  supersede,
} from './journeys-circulation.ts'
import { certificateTellsTampering, takesTheCertificate } from './journeys-certificate.ts'
import { approvalSheet, numberAndPrint, publishAndEnter, sign } from './journeys-issue.ts'
import {
  beyondTheMinutes,
  proposeAndSchedule,
  readTheRecord,
  recordAndMinute,
  withinTheMinutes,
} from './journeys-meeting.ts'
import {
  findByEverything,
  findWhoHoldsIt,
  nobodyComplains,
  readInPublic,
  standsInRegister,
  standsInSecurityLog,
  tamper,
  tellsTheWhole,
} from './journeys-record.ts'
import { answerReview, askForRevision, comment, findUnlawful } from './journeys-review.ts'
import type { Road } from './journeys-road.ts'
import { openElsewhere, recognise } from './journeys-start.ts'
import { closeAndSubmit, examineCompetitionAgain, gather } from './journeys-submission.ts'
import { compareInWord, firstVersion, twoSavers } from './journeys-text.ts'

const firstHalf = [
  openElsewhere,
  recognise,
  firstVersion,
  twoSavers,
  askUnits,
  answerInPerson,
  supersede,
  enterLetter,
  closeRound,
  changeForOpinions,
  compareInWord,
  settle,
  adoptionTable,
  gather,
  closeAndSubmit,
  comment,
  findWhoHoldsIt,
]
const secondHalf = [
  askForRevision,
  answerReview,
  examineCompetitionAgain,
  proposeAndSchedule,
  recordAndMinute,
  readTheRecord,
  beyondTheMinutes,
  examineCompetitionAgain,
  proposeAndSchedule,
  recordAndMinute,
  withinTheMinutes,
  examineCompetitionAgain,
  approvalSheet,
  sign,
  numberAndPrint,
  publishAndEnter,
  readInPublic,
  standsInRegister,
  findByEverything,
  tellsTheWhole,
  takesTheCertificate,
  standsInSecurityLog,
  tamper,
  certificateTellsTampering,
  nobodyComplains,
]

/** From the first text to the public page and the register, the record and its chain; how the matter is opened differs. */
export async function walk(road: Road, { unlawfulFirst = false } = {}): Promise<void> {
  for (const step of [...firstHalf, ...(unlawfulFirst ? [findUnlawful] : []), ...secondHalf]) await step(road)
  expect(road.people.size).toBeGreaterThanOrEqual(10)
}
