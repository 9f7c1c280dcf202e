import { isValidOn } from '#app/domain/access/directory.ts'
import { type UnitKind, unitKinds } from '#app/domain/access/roles.ts'
import { daysBetween, shanghaiDate } from '#app/domain/base/date.ts'
import type { Source } from '#app/domain/base/source.ts'
import { isContested, opened, type Round, roundsOf, standingAnswer, versionById } from '#app/domain/matter/matter.ts'
import type { Payload, RecordOf } from '#app/domain/matter/records.ts'
import { askedAs, currentUnit, leadUnitOf } from '#app/domain/matter/units.ts'
import { textChoices } from './clause-choices.server.ts'
import { type ShownDeadline, shownDeadline } from './deadline-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { isInside, textOfVersion } from './versions-view.server.ts'

/** Where a unit's answer stands. `late`: sent after the last day. `no-answer`: the round was closed without it. */
export type AnswerState = 'asked' | 'prepared' | 'overdue' | 'sent' | 'late' | 'no-answer'

export type AnswerView = {
  id: string
  unitId: string
  unit: string
  person: string
  at: string
  answer: Payload<'answer-sent'>['answer']
  general: string | null
  proposals: Array<{
    id: string
    place: string | null
    provisionId: string | null
    quote: string | null
    words: string
    proposed: string | null
  }>
  files: Array<{ fileId: string; name: string }>
  superseded: boolean
  byHand: {
    recorder: string
    principal: string
    paperDate: string
    enteredOn: string
    reference?: string
    scan?: { to: string; name: string }
    contested: boolean
  } | null
  /** The reader is the person, or of the unit, that it speaks for, and may say that it is not so. */
  contestable: boolean
}

export type UnitLine = {
  unitId: string
  name: string
  /** The unit that answers for it now, where another took over its part. */
  successor: string | null
  state: AnswerState
  answer: AnswerView['answer'] | null
  at: string | null
  reminders: Array<{ id: string; at: string; means: string; words: string; person: string }>
}

export type RoundView = {
  roundId: string
  order: number
  version: { versionId: string; number: number; name: string } | null
  openedAt: string
  openedBy: string
  deadline: ShownDeadline & { done?: boolean; count: { from: string; days: number; unit: 'working'; skipped: number } }
  questions: string | null
  fastGround: string | null
  silence: Payload<'round-opened'>['silence']
  closedAt: string | null
  letter: { fileId: string; name: string } | null
  units: UnitLine[]
  answers: AnswerView[]
}

const overdueOr = (round: Round, page: MatterPage, state: AnswerState): AnswerState =>
  page.today > round.opening.payload.dueOn ? 'overdue' : state

function stateOf(round: Round, unitId: string, page: MatterPage): AnswerState {
  const answer = standingAnswer(round, unitId)
  if (answer) return shanghaiDate(answer.at) > round.opening.payload.dueOn ? 'late' : 'sent'
  if (round.closed) return 'no-answer'
  return overdueOr(round, page, round.prepared.some(({ payload }) => payload.unitId === unitId) ? 'prepared' : 'asked')
}

export function answerView(record: RecordOf<'answer-sent'>, superseded: boolean, page: MatterPage): AnswerView {
  const { payload, recordedBy, names, id, at, unitId, personId } = record
  const own = personId === page.viewer.personId || unitId === page.viewer.post.unit.id
  return {
    id,
    unitId: payload.unitId,
    unit: names.unit,
    person: names.person,
    at,
    answer: payload.answer,
    general: payload.general ?? null,
    files: payload.files,
    superseded,
    proposals: payload.proposals.map(({ opinionId, anchor, words, proposed }) => ({
      id: opinionId,
      place: anchor?.address ?? null,
      provisionId: anchor?.provisionId ?? null,
      quote: anchor?.quote ?? null,
      words,
      proposed: proposed && proposed !== words ? proposed : null,
    })),
    byHand: recordedBy && {
      recorder: `${recordedBy.names.unit} ${recordedBy.names.person}`,
      principal: `${names.unit} ${names.person}`,
      paperDate: recordedBy.paperDate,
      enteredOn: recordedBy.enteredAt,
      ...(recordedBy.reference && { reference: recordedBy.reference }),
      ...(recordedBy.fileId && {
        scan: { to: `/files/${recordedBy.fileId}`, name: recordedBy.reference ?? names.unit },
      }),
      contested: isContested(page.matter, id),
    },
    contestable: recordedBy !== null && own && !isContested(page.matter, id),
  }
}

/** The units as which the reader's own is asked: itself, and those that it succeeded. */
const ownUnits = (round: Round, page: MatterPage) => askedAs(page.matter, round, page.viewer.post.unit.id)

/** While a round is open a consulted unit sees only what it said itself. */
function readable(round: Round, page: MatterPage) {
  const own = new Set([page.viewer.post.unit.id, ...ownUnits(round, page)])
  return (unitId: string): boolean => isInside(page) || round.closed !== null || own.has(unitId)
}

function roundView(round: Round, order: number, page: MatterPage): RoundView {
  const { payload, at, names, on, documents } = round.opening
  const mayRead = readable(round, page)
  const version = versionById(page.matter, payload.versionId)?.payload
  const units = payload.unitIds.filter(mayRead)
  const waiting = round.closed === null && payload.unitIds.some((unitId) => !standingAnswer(round, unitId))
  const deadline = shownDeadline(payload.dueOn, page.today, page.calendar)
  return {
    roundId: payload.roundId,
    order,
    version: version ? { versionId: version.versionId, number: version.number, name: version.name } : null,
    openedAt: at,
    openedBy: `${names.unit} ${names.person}`,
    deadline: {
      date: deadline.date,
      ...(waiting ? { workingDaysLeft: deadline.workingDaysLeft } : {}),
      provisional: payload.provisional,
      first: payload.firstDueOn,
      count: {
        from: on,
        days: payload.workingDays,
        unit: 'working',
        skipped: daysBetween(on, payload.dueOn) - payload.workingDays,
      },
    },
    questions: payload.questions ?? null,
    fastGround: payload.fastGround ?? null,
    silence: payload.silence,
    closedAt: round.closed?.at ?? null,
    letter: documents[0] ?? null,
    units: units.map((unitId) => unitLine(round, unitId, page)),
    answers: units.flatMap((unitId) => {
      const all = round.answers.filter((answer) => answer.payload.unitId === unitId)
      return all.map((answer, index) => answerView(answer, index < all.length - 1, page)).reverse()
    }),
  }
}

function unitLine(round: Round, unitId: string, page: MatterPage): UnitLine {
  const answer = standingAnswer(round, unitId)
  const nameOf = (id: string) => page.directory.units.get(id)?.shortName ?? id
  const current = currentUnit(page.matter, unitId)
  return {
    unitId,
    name: nameOf(unitId),
    successor: current === unitId ? null : nameOf(current),
    state: stateOf(round, unitId, page),
    answer: answer?.payload.answer ?? null,
    at: answer?.at ?? null,
    reminders: round.reminders
      .filter(({ payload }) => payload.unitId === unitId)
      .map(({ id, at, payload, names }) => ({
        id,
        at,
        means: payload.means,
        words: payload.words,
        person: names.person,
      })),
  }
}

/** The time to answer that the pack gives, with where it comes from. */
export function usualReply({
  pack,
}: MatterPage): { days: number; source: Source | null; name: { zh: string; en: string } } | null {
  const parameter = pack?.parameters.find(({ key }) => key === 'circulation.reply')
  return parameter && typeof parameter.value === 'number'
    ? { days: parameter.value, source: parameter.sources[0] ?? null, name: parameter.name }
    : null
}

export type UnitGroup = { kind: UnitKind; units: Array<{ value: string; label: string }> }

/** Units that can be asked, by kind: all that are in force, without those that draft and the government that decides. */
export function askableUnits(page: MatterPage): UnitGroup[] {
  const opening = opened(page.matter)?.payload
  const left = new Set([leadUnitOf(page.matter), opening?.units.governmentId])
  const units = [...page.directory.units.values()].filter(
    (unit) => isValidOn(unit, page.today) && !left.has(unit.id) && unit.kind !== 'internal',
  )
  const groups = unitKinds.map((kind) => ({
    kind,
    units: units.filter((unit) => unit.kind === kind).map(({ id, shortName }) => ({ value: id, label: shortName })),
  }))
  return groups.filter((group) => group.units.length > 0)
}

/** What a consulted unit answers on: the text with its clauses, and what its own people have prepared since its last letter. */
async function deskOf(round: Round, page: MatterPage) {
  const own = ownUnits(round, page)
  const text = await textOfVersion(round.opening.payload.versionId)
  const prepared = round.prepared.filter(({ payload }) => own.includes(payload.unitId)).pop()
  const sent = standingAnswer(round, own[0]!)
  const draft = prepared && (!sent || prepared.seq > sent.seq) ? prepared : null
  return {
    roundId: round.opening.payload.roundId,
    questions: round.opening.payload.questions ?? null,
    text,
    clauses: textChoices(text),
    sent: sent !== null,
    prepared: draft && {
      person: draft.names.person,
      at: draft.at,
      answer: draft.payload.answer,
      general: draft.payload.general ?? '',
      proposals: draft.payload.proposals.map(({ anchor, words, proposed }) => ({
        provisionId: anchor?.provisionId ?? '',
        quote: anchor?.quote ?? '',
        address: anchor?.address ?? '',
        words,
        proposed: proposed ?? '',
      })),
    },
  }
}

export type AnswerDesk = Awaited<ReturnType<typeof deskOf>>

export async function circulationView(page: MatterPage) {
  const isAsked = (round: Round) => ownUnits(round, page).length > 0
  const all = roundsOf(page.matter)
  const rounds = all.filter((round) => isInside(page) || isAsked(round))
  const mine = rounds.filter((round) => !round.closed && isAsked(round))
  return {
    rounds: rounds.map((round) => roundView(round, all.indexOf(round) + 1, page)).reverse(),
    desks: await Promise.all(mine.map((round) => deskOf(round, page))),
    inside: isInside(page),
  }
}
