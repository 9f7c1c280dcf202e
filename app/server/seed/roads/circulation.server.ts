import { roundsOf, standingAnswer, substantiveSince } from '#app/domain/matter/matter.ts'
import type { DemoAnswer, DemoOpinion, DemoRound } from '#prisma/demo/rounds.ts'
import { holderOf, headOf, unitShortName } from '../people.server.ts'
import { scan } from '../scan.server.ts'
import { at, type Move, type Played, type Step } from '../steps.server.ts'
import {
  changedAt,
  currentText,
  currentVersion,
  inYear,
  provisionIdAt,
  type Road,
  reaches,
  sourceOf,
} from './road.server.ts'

/** Saves the version at this place of the matter's list. */
export const saveVersion =
  (road: Road, index: number) =>
  ({ matter, texts }: Played): Move => {
    const { name, note } = road.demo.versions[index]!
    const base = texts.size > 0 ? currentVersion({ matter, texts, today: '' }) : null
    return {
      by: road.demo.drafter,
      act: 'save-version',
      input: { baseVersionId: base, name, note, source: sourceOf(road, index) },
    }
  }

const openRound =
  (road: Road, round: DemoRound) =>
  (played: Played): Move => ({
    by: road.demo.drafter,
    act: 'open-round',
    input: {
      versionId: currentVersion(played),
      unitIds: round.consulted,
      workingDays: round.deadlineDays,
      questions: '请结合本单位职责研究提出意见，由主要负责人审签后在期限内回复。',
      fastGround: road.urgent
        ? road.demo.facts.emergencyGround
        : round.deadlineDays < 7
          ? '工作急需，已与被征求意见单位沟通。'
          : undefined,
    },
  })

/** The round opened last; rounds of one matter follow each other. */
const theRound = ({ matter }: Played) => roundsOf(matter).at(-1)!
const roundIdOf = (played: Played) => theRound(played).opening.payload.roundId

function answerInput(answer: DemoAnswer, played: Played) {
  const { roundId, versionId } = theRound(played).opening.payload
  const text = played.texts.get(versionId)
  const proposals = answer.opinions.map(({ locus, opinion, wording }) => ({
    provisionId: provisionIdAt(text, locus),
    words: opinion,
    proposed: wording === '' ? '删去该内容。' : wording,
  }))
  return { roundId, answer: answer.kind, proposals }
}

/** A head with an account sends; letters and telephone answers are recorded by the drafter. */
function sendAnswer(road: Road, answer: DemoAnswer) {
  return (played: Played): Move => {
    const input = answerInput(answer, played)
    const head = headOf(answer.unit, played.today)
    const by = head.person.key
    if (answer.form === 'sent') return { by, act: 'send-answer', input }
    const reference = answer.reference
      ? inYear(answer.reference, played.today)
      : answer.form === 'telephone'
        ? '电话记录'
        : `${unitShortName(answer.unit)}来函`
    const files = answer.form === 'letter' ? [scan('onBehalf.file', reference)] : []
    return { by, act: 'send-answer', input, files, recorded: { by: road.demo.drafter, reference } }
  }
}

/** Opinions that liaisons have merged and their heads have not yet sent. */
const prepared: Record<string, { unit: string; kind: DemoAnswer['kind']; words: string }> = {
  'bottled-gas-first': { unit: 'emergency', kind: 'no-objection', words: '' },
  'shared-bicycles-first': { unit: 'urban', kind: 'agree', words: '同意，清理责任的划分与现行分工一致。' },
}

/** From sending the version out to closing the round; how far, the stage says. */
export function roundSteps(road: Road, round: DemoRound, opensOn: number): { steps: Step[]; closedOn: number } {
  const { demo } = road
  const steps: Step[] = [at(opensOn, openRound(road, round))]
  for (const answer of round.answers) steps.push(at(opensOn + answer.day, sendAnswer(road, answer)))
  for (const { unit, day, note } of round.reminders ?? [])
    steps.push(
      at(opensOn + day, (played) => ({
        by: demo.drafter,
        act: 'remind-unit',
        input: { roundId: roundIdOf(played), unitId: unit, means: 'telephone', words: note },
      })),
    )
  const waiting = prepared[round.key]
  if (waiting)
    steps.push(
      at(opensOn + 2, (played) => ({
        by: holderOf(waiting.unit, ['liaison'], played.today).person.key,
        act: 'prepare-answer',
        input: { roundId: roundIdOf(played), answer: waiting.kind, general: waiting.words || undefined },
      })),
    )
  if (!reaches(road, 'settling')) return { steps, closedOn: road.newest }
  const last = Math.max(...round.answers.map((answer) => answer.day))
  const everyone = round.answers.length === round.consulted.length
  const closedOn = opensOn + (everyone ? last : Math.max(last, round.deadlineDays + 1))
  steps.push(
    at(closedOn, (played) => ({ by: demo.drafter, act: 'close-round', input: { roundId: roundIdOf(played) } })),
  )
  return { steps, closedOn }
}

const isSettled = (opinion: DemoOpinion) => opinion.disposition !== undefined

/** The dispositions of a round, a unit at a time. They point to what changed at the place that the data names. */
export const settlementSteps = (road: Road, round: DemoRound, day: number): Step[] =>
  round.answers
    .filter((answer) => answer.opinions.some(isSettled))
    .map((answer) =>
      at(day, (played) => ({
        by: road.demo.drafter,
        act: 'settle-opinions',
        input: { items: dispositionsOf(round, answer, played) },
      })),
    )

function dispositionsOf(round: DemoRound, answer: DemoAnswer, played: Played) {
  const index = roundsOf(played.matter).findIndex(
    (one) => one.opening.payload.unitIds.join() === round.consulted.join(),
  )
  const opened = roundsOf(played.matter)[index]!
  const { versionId } = opened.opening.payload
  const proposals = standingAnswer(opened, answer.unit)!.payload.proposals
  const changed = substantiveSince(played.matter, versionId)
  const texts = [played.texts.get(versionId), currentText(played)]
  return answer.opinions.flatMap(({ disposition }, place) => {
    if (!disposition) return []
    const provisionIds = disposition.kind === 'declined' ? [] : changedAt(disposition.landsIn, texts, changed)
    return [
      {
        opinionId: proposals[place]!.opinionId,
        disposition: disposition.kind,
        reason: disposition.reason ?? placed(disposition.landsIn),
        provisionIds,
      },
    ]
  })
}

/** What is adopted outside the text is said in words. */
const placed = (landsIn: string | undefined) =>
  landsIn === '起草说明' || landsIn === '政策解读' ? `已写入${landsIn}。` : undefined
