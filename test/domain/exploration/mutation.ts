import { setImmediate as breathe } from 'node:timers/promises'
import { allConfirmed } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { excuses } from './equivalents.ts'
import { mutantsOf } from './mutants.ts'
import { newFindings } from './row-findings.ts'

/** Practice blocks too where every rule is confirmed, so that no row is out of sight. */
export const mutated: Pack = allConfirmed(nationalPack)

const excuseOf = (row: string, change: string) =>
  excuses.find(({ rows, changes }) => rows.includes(row) && (!changes || changes.includes(change)))

/** What became of every mutant of the gates or the steps: reported, excused, or neither; and excuses of what is reported. */
export async function outcomeOf(part: 'gate' | 'step') {
  const known = remembering()
  const mutants = mutantsOf(mutated).filter(({ row }) => row.startsWith(`${part} `))
  const outcome = { mutants: mutants.length, reported: 0, equivalent: 0 }
  const alive: string[] = []
  const excusedInVain: string[] = []
  const lookers = new Map<string, ReturnType<typeof newFindings>>()
  const findIn = (rule: string) => {
    const looker = lookers.get(rule) ?? newFindings(mutated, rule, known)
    lookers.set(rule, looker)
    return looker
  }
  for (const { row, change, pack, rule } of mutants) {
    // The runner hears of a test only while it breathes.
    await breathe()
    const found = findIn(rule)(pack)
    const excuse = excuseOf(row, change)
    if (found) outcome.reported += 1
    else if (excuse) outcome.equivalent += 1
    else alive.push(`${row} ${change}`)
    if (found && excuse?.changes) excusedInVain.push(`${row} ${change}: ${found}`)
  }
  return { outcome, alive, excusedInVain }
}
