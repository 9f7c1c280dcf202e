import type { Directory } from '../access/directory.ts'
import type { PlainDate } from '../base/date.ts'

/** A unit picked a pack, from a day on. */
export type PackChoice = { unitId: string; packHash: string; from: PlainDate }

/** Every superior of a unit, itself first. */
function lineOf(directory: Directory, unitId: string): string[] {
  const line: string[] = []
  for (let id: string | null = unitId; id && !line.includes(id); id = directory.units.get(id)?.parentId ?? null)
    line.push(id)
  return line
}

/** The pack that a unit works under on a day: its own choice, else that of its nearest superior. `null`: the pack of all. */
export function chosenPack(
  choices: readonly PackChoice[],
  directory: Directory,
  unitId: string,
  day: PlainDate,
): PackChoice | null {
  for (const id of lineOf(directory, unitId)) {
    const own = choices.filter((choice) => choice.unitId === id && choice.from <= day)
    // Of two from the same day the later one corrects the earlier.
    const latest = own.reduce<PackChoice | null>((last, one) => (!last || one.from >= last.from ? one : last), null)
    if (latest) return latest
  }
  return null
}
