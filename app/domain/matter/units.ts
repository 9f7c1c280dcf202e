import { type Matter, opened, recordsOf, type Round } from './matter.ts'

/** The unit that stands where this one stood: itself, or its last successor in this matter. */
export function currentUnit(matter: Matter, unitId: string): string {
  let current = unitId
  for (const { payload } of recordsOf(matter, 'unit-succeeded'))
    if (payload.unitId === current) current = payload.successorId
  return current
}

/** Units that left the joint drafting of a document. */
const leftUnits = (matter: Matter) => new Set(recordsOf(matter, 'joint-unit-left').map(({ unitId }) => unitId))

/** The units that draft and sign together with the lead: those named at the opening, less those that left, as they are now. */
export const jointUnitsOf = (matter: Matter): string[] => {
  const left = leftUnits(matter)
  const named = opened(matter)?.payload.jointUnitIds ?? []
  return [...new Set(named.map((unitId) => currentUnit(matter, unitId)))].filter(
    (unitId) => !left.has(unitId) && unitId !== leadUnitOf(matter),
  )
}

export const leadUnitOf = (matter: Matter): string | null => {
  const lead = opened(matter)?.payload.leadUnitId
  return lead ? currentUnit(matter, lead) : null
}

/** The lead unit and all that draft with it. */
export const draftingUnitsOf = (matter: Matter): string[] => {
  const lead = leadUnitOf(matter)
  return lead ? [lead, ...jointUnitsOf(matter)] : []
}

/** As which of the units that a round asked this one answers: as itself, and for every unit that it succeeded. */
export const askedAs = (matter: Matter, round: Round, unitId: string): string[] =>
  round.opening.payload.unitIds.filter((asked) => currentUnit(matter, asked) === unitId)

/** Units asked in a round that bring the question to their own superior (垂直管理): their silence says nothing. */
export const askingUpward = (matter: Matter, round: Round): ReadonlySet<string> =>
  new Set(
    recordsOf(matter, 'superior-consulted')
      .filter(({ payload }) => payload.roundId === round.opening.payload.roundId)
      .map(({ payload }) => payload.unitId),
  )

/** Units of a closed round whose silence the round takes for no objection, until an answer of theirs says otherwise. */
export function presumedUnits(matter: Matter, round: Round): string[] {
  if (!round.closed || round.opening.payload.silence !== 'no-objection-presumed') return []
  const upward = askingUpward(matter, round)
  const answered = new Set(round.answers.map(({ payload }) => payload.unitId))
  return round.closed.payload.unanswered.filter((unitId) => !upward.has(unitId) && !answered.has(unitId))
}
