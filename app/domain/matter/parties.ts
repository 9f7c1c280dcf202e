import { type Directory, governmentOf, organOf } from '../access/directory.ts'
import type { Relation } from '../access/roles.ts'
import type { PlainDate } from '../base/date.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Authority } from '../document/genres.ts'
import { factsOf, lastOf, type Matter, opened, recordsOf } from './matter.ts'

export type Organs = {
  governmentId: string
  officeId: string | null
  reviewUnitId: string
  marketUnitId: string | null
}

/**
 * Who reviews a document follows from who issues it under whose authority (国办发〔2018〕115号（四）, verified): documents of the
 * government, its office, or issued by a department with its consent go to the government's reviewer; a department's own
 * document to its own legal body; a county body without a reviewer to the one its government named.
 */
export function organsFor(
  authority: Authority,
  issuerId: string,
  directory: Directory,
  today: PlainDate,
): Result<Organs, { code: 'no-government' | 'no-reviewer' }> {
  const government = governmentOf(directory, issuerId)
  if (!government) return fail({ code: 'no-government' })
  const officeId = organOf(directory, government.id, 'government-office', today)?.id ?? null
  const marketUnitId = organOf(directory, government.id, 'market-regulator', today)?.id ?? null
  if (authority === 'department')
    return ok({ governmentId: government.id, officeId, reviewUnitId: issuerId, marketUnitId })
  const bureau = organOf(directory, government.id, 'justice-bureau', today)
  if (!bureau) return fail({ code: 'no-reviewer' })
  return ok({ governmentId: government.id, officeId, reviewUnitId: bureau.id, marketUnitId })
}

type Parties = ReadonlyMap<string, ReadonlySet<Relation>>

/** A page asks for the relations of every post to one matter, which never changes once it is read. */
const known = new WeakMap<Matter, Parties>()

/** Every relation of every unit to a matter. A unit may have several; one that is not listed has none and sees nothing. */
export function partiesOf(matter: Matter): Parties {
  const parties = known.get(matter) ?? gathered(matter)
  known.set(matter, parties)
  return parties
}

function gathered(matter: Matter): Parties {
  const parties = new Map<string, Set<Relation>>()
  const add = (unitId: string | null | undefined, relation: Relation) => {
    if (!unitId) return
    parties.set(unitId, (parties.get(unitId) ?? new Set()).add(relation))
  }
  const received = lastOf(matter, 'received')
  add(received?.unitId, 'own')
  add(received?.payload.governmentId, 'own')
  for (const instruction of recordsOf(matter, 'instructed')) {
    add(instruction.unitId, 'own')
    add(instruction.payload.leadUnitId, 'lead')
    for (const unitId of instruction.payload.supportUnitIds) add(unitId, 'consulted')
  }
  const opening = opened(matter)
  if (!opening) return parties
  const { leadUnitId, jointUnitIds, issuerId, units } = opening.payload
  add(leadUnitId, 'lead')
  const left = new Set(recordsOf(matter, 'joint-unit-left').map(({ unitId }) => unitId))
  for (const unitId of jointUnitIds) add(unitId, left.has(unitId) ? 'consulted' : 'lead')
  add(issuerId, 'own')
  add(units.officeId, 'own')
  add(units.governmentId, 'own')
  add(units.reviewUnitId, 'reviewing')
  if (factsOf(matter)?.marketRelated) add(units.marketUnitId, 'consulted')
  for (const round of recordsOf(matter, 'round-opened'))
    for (const unitId of round.payload.unitIds) add(unitId, 'consulted')
  for (const meeting of recordsOf(matter, 'meeting-scheduled'))
    for (const unitId of meeting.payload.invitedUnitIds) add(unitId, 'consulted')
  for (const { payload } of recordsOf(matter, 'execution-assigned'))
    for (const unitId of payload.unitIds) add(unitId, 'consulted')
  for (const { payload } of recordsOf(matter, 'evaluation-ordered')) add(payload.evaluatorUnitId, 'consulted')
  for (const { payload } of recordsOf(matter, 'unit-succeeded'))
    for (const relation of parties.get(payload.unitId) ?? []) {
      // A successor that left the drafting does not come back through the unit that it succeeded.
      add(payload.successorId, relation === 'lead' && left.has(payload.successorId) ? 'consulted' : relation)
    }
  return parties
}

export const relationsOf = (matter: Matter, unitId: string): ReadonlySet<Relation> =>
  partiesOf(matter).get(unitId) ?? new Set<Relation>(['other'])
