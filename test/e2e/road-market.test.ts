import { afterAll, describe, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { corpusDir } from '../support/corpus.ts'
import { rulesForOperators } from '../support/corpus-documents.ts'
import { isAvailable } from '../support/database.ts'
import { startCity } from '../support/journeys-city.ts'
import { approvalSheet, numberAndPrint, publishAndEnter, sign } from '../support/journeys-issue.ts'
import {
  acceptWhenComplete,
  consultTooLittle,
  determined,
  everyStepStandsDone,
  examineAfterMeeting,
  examineAgain,
  explainToThePublic,
  gatherForOperators,
  leaveTimeToAdapt,
  openForOperators,
  pickBeijing,
  recogniseForOperators,
  refuseEmptyHanded,
  settleOne,
  submitForOperators,
} from '../support/journeys-market.ts'
import { proposeAndSchedule, recordAndMinute, withinTheMinutes } from '../support/journeys-meeting.ts'
import { answerReview, askForRevision, comment } from '../support/journeys-review.ts'
import type { Road } from '../support/journeys-road.ts'
import { added, firstVersion } from '../support/journeys-text.ts'

afterAll(closeBrowser)

describe.skipIf(!corpusDir)('a real text on operators, under the pack of Beijing, with script', () => {
  test('is refused at each gate with its reason, and goes on when the evidence is there', async () => {
    const server = await startCity(isAvailable('postgres') ? 'postgres' : 'pglite')
    onTestFinished(() => server.remove())
    const road: Road = {
      server,
      script: true,
      people: new Map(),
      document: rulesForOperators(),
      matter: '',
      meetings: 0,
      written: [added[2]!, added[3]!],
    }
    const steps = [
      pickBeijing,
      openForOperators,
      firstVersion,
      refuseEmptyHanded,
      recogniseForOperators,
      determined,
      consultTooLittle,
      settleOne,
      gatherForOperators,
      submitForOperators,
      acceptWhenComplete,
      comment,
      askForRevision,
      answerReview,
      explainToThePublic,
      examineAgain,
      proposeAndSchedule,
      recordAndMinute,
      withinTheMinutes,
      examineAfterMeeting,
      approvalSheet,
      sign,
      numberAndPrint,
      leaveTimeToAdapt,
      publishAndEnter,
      everyStepStandsDone,
    ]
    for (const step of steps) await step(road)
  }, 900_000)
})
