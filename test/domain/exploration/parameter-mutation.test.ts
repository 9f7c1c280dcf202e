import { expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { unknownNames } from '#app/domain/exploration/checks.ts'
import { modelFor, pathsRound } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import { factsIn, parameterFact } from '#app/domain/procedure/condition.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { everyPack } from './packs.ts'

const acts = [...registry.values()]
const known = remembering()

/** A local pack has parameters of its own and shares every other row with the national one: these alone are changed in each. */
const asked = (pack: Pack) =>
  pack.parameters.filter(
    ({ key, value }) =>
      typeof value === 'number' &&
      pack.gates.some((gate) => gate.severity === 'block' && factsIn(gate.requires).includes(parameterFact(key))),
  )

const isReported = (pack: Pack) =>
  !pathsRound(pack, acts, known).next().done ||
  pack.gates.some((gate) => unknownNames(modelFor(pack, 'normative-document', acts), gate).length > 0)

test.each(everyPack.map((pack) => [pack.id, pack] as const))(
  'a number of %s that a gate measures by is reported where it is lowered or taken out',
  (_, pack) => {
    const rows = asked(pack)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const others = pack.parameters.filter((one) => one !== row)
      const lowered = { ...row, value: Number(row.value) - 1 }
      expect(isReported({ ...pack, parameters: [...others, lowered] }), `${row.key} lowered`).toBe(true)
      expect(isReported({ ...pack, parameters: others }), `${row.key} taken out`).toBe(true)
    }
  },
)
