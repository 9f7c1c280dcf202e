import { afterAll, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { isAvailable } from '../support/database.ts'
import { startCity } from '../support/journeys-city.ts'
import {
  bringToMeeting,
  carriesOut,
  comesOut,
  consultAndDecline,
  decisionText,
  everyStepIsDone,
  fulfilAndSubmit,
  openDecision,
  recordDecision,
  reviewDecision,
} from '../support/journeys-major.ts'
import type { Road } from '../support/journeys-road.ts'

afterAll(closeBrowser)

test('a major decision is refused at each gate with its reason, and goes on when the evidence is there', async () => {
  const server = await startCity(isAvailable('postgres') ? 'postgres' : 'pglite')
  onTestFinished(() => server.remove())
  const [title, ...lines] = decisionText.split('\n')
  const road: Road = {
    server,
    script: false,
    people: new Map(),
    document: {
      title: title!,
      source: decisionText,
      real: false,
      lines,
      validity: { effective: '2026年7月1日', effectiveOn: '2026-07-01', end: '' },
      state: '',
    },
    matter: '',
    meetings: 0,
  }
  const steps = [
    openDecision,
    consultAndDecline,
    fulfilAndSubmit,
    reviewDecision,
    bringToMeeting,
    recordDecision,
    comesOut,
    carriesOut,
    everyStepIsDone,
  ]
  for (const step of steps) await step(road)
}, 900_000)
