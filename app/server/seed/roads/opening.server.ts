import type { DemoMatter } from '#prisma/demo/matters.ts'
import { holderOf } from '../people.server.ts'
import { scan, textFile } from '../scan.server.ts'
import { at, type Step } from '../steps.server.ts'
import { deskOf, inYear, type Road, reaches, sourceOf } from './road.server.ts'

const openingInput = ({ kind, title, carrier, enclosed, authority, issuer, joint, facts, companions }: DemoMatter) => ({
  kind,
  title,
  carrier,
  enclosed,
  authority,
  issuerId: issuer,
  jointUnitIds: joint,
  basis: companions?.basis,
  facts,
  notSecret: true,
})

/** Received and instructed, or opened by the drafter directly. */
export function openingSteps(road: Road): Step[] {
  const { demo } = road
  if (!demo.incoming) return [at(0, () => ({ by: demo.drafter, act: 'open-matter', input: openingInput(demo) }))]
  const steps = [at(0, ({ today }) => receipt(road, today))]
  const { instruction } = demo.incoming
  if (!instruction) return steps
  const day = reaches(road, 'opened') ? 1 : road.end
  steps.push(
    at(day, () => ({
      by: instruction.by,
      act: 'instruct-incoming',
      files: [scan('onBehalf.file', '批示件')],
      input: {
        words: instruction.words,
        outcome: instruction.outcome,
        leadUnitId: instruction.lead,
        supportUnitIds: instruction.support,
      },
    })),
  )
  if (reaches(road, 'opened'))
    steps.push(at(3, () => ({ by: demo.drafter, act: 'open-from-incoming', input: openingInput(demo) })))
  return steps
}

function receipt(road: Road, today: string) {
  const { demo } = road
  const { sender, title, paperNumber } = demo.incoming!
  const texts = demo.versions.map((version, index) =>
    textFile('files', `${demo.title}（${version.name}）`, sourceOf(road, index)),
  )
  // A report for filing comes to the reviewer of filings; everything else to the office.
  const by = title.includes('备案')
    ? holderOf('justice', ['filing-reviewer'], today)
    : holderOf('office', ['liaison'], today)
  return {
    by: by.person.key,
    act: 'register-incoming',
    files: [scan('files', '来文'), ...texts],
    input: { sender, title, paperNumber: paperNumber && inYear(paperNumber, today), paperDate: today, notSecret: true },
  }
}

/** Proposed by the drafter, an opinion of the reviewer, decided by the head. */
export function recognitionSteps(road: Road): Step[] {
  const { demo, inDepartment } = road
  const { recognition } = demo
  if (!recognition) return []
  const { review } = deskOf(road)
  const first = road.urgent ? 0 : demo.incoming ? 4 : 1
  const decided = ['recognised', 'not-normative'].includes(demo.stage) ? road.end : road.urgent ? 0 : first + 2
  const { proposal, elements, exclusion, reasons, opinion, opinionReasons, normative } = recognition
  return [
    at(first, () => ({
      by: demo.drafter,
      act: 'propose-recognition',
      input: { proposal, elements, exclusion, reasons },
    })),
    at(Math.min(first + 1, decided), ({ today }) => {
      const by =
        road.review?.chain.officer ??
        holderOf(review, [inDepartment ? 'department-legal-reviewer' : 'review-officer'], today).person.key
      return { by, act: 'give-recognition-opinion', input: { opinion, reasons: opinionReasons } }
    }),
    at(decided, ({ today }) => ({
      by: holderOf(review, [inDepartment ? 'unit-head' : 'review-head'], today).person.key,
      act: 'decide-recognition',
      input: { normative, reasons: opinionReasons },
    })),
  ]
}
